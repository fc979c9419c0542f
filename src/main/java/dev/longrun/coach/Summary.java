package dev.longrun.coach;

/**
 * A summary as it was stored last.
 *
 * @param inputHash of everything printed but the words and the freshness
 * @param words with what was left out of them; null: none
 * @param wordsHash of what the words were made from
 * @param attempts how often the model's words about these facts were unusable
 */
record Summary(
    Week week,
    int version,
    String inputHash,
    String words,
    String wordsHash,
    boolean wordsPending,
    boolean incomplete,
    int attempts) {}
