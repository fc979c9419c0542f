package dev.longrun.coach.summary;

/** The model's part in a summary. */
public interface SummaryWords {
  /** For a program without a model. */
  SummaryWords NONE =
      new SummaryWords() {
        @Override
        public boolean mayFollow() {
          return false;
        }

        @Override
        public String footnote() {
          return null;
        }

        @Override
        public Said ask(SummaryPeriod period, SummaryText text, int attempts) {
          return new Said(null, null, false, attempts, false);
        }
      };

  /** Whether there is a model whose words may follow. */
  boolean mayFollow();

  /** What the page says while they are awaited. */
  String footnote();

  /** @param attempts how often it was in vain before */
  Said ask(SummaryPeriod period, SummaryText text, int attempts);

  /**
   * @param markdown null: no words
   * @param trouble why not; null: nothing went wrong
   * @param pending whether it is worth asking again later
   * @param isStopped the program stopped meanwhile: nothing is known
   */
  record Said(String markdown, String trouble, boolean pending, int attempts, boolean isStopped) {}
}
