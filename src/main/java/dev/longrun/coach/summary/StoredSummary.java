package dev.longrun.coach.summary;

/**
 * A summary as it was stored last.
 *
 * @param words the model's; null: none
 * @param wordsPending whether the model is still to be asked
 * @param digest of what was printed; null: it was written by a version that kept none
 * @param restated what was different from the version before; null: nothing
 * @param attempts how often the model's words about it were unusable
 */
record StoredSummary(
    SummaryPeriod period, int version, String inputHash, String words, boolean wordsPending, boolean incomplete, Digest digest, String restated, int attempts, String text) {}
