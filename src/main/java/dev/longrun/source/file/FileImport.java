package dev.longrun.source.file;

/** A dropped file on its way into the log. */
public final class FileImport {
  private final long importId;
  private final String fileName;
  private final boolean archive;
  private final ReadAhead things;
  private final ImportTally tally = new ImportTally();
  private final long sinceNanos = System.nanoTime();
  private String refusal;
  private String lastSentence;
  private int hostile;
  private String firstHostile;
  private boolean ended;
  private boolean stopped;

  /** @param things null when the file could not even be opened */
  FileImport(long importId, String fileName, boolean archive, ReadAhead things) {
    this.importId = importId;
    this.fileName = fileName;
    this.archive = archive;
    this.things = things;
  }

  /** What its row is known by. */
  public long getImportId() {
    return importId;
  }

  public String getFileName() {
    return fileName;
  }

  /** Whether there is more to do now. */
  public boolean isUnfinished() {
    return !ended && !stopped;
  }

  /** Whether it was interrupted: the next start goes on. */
  public boolean isStopped() {
    return stopped;
  }

  /** Why the file cannot be used, or what of it must not be; null when all is well. */
  public String getRefusal() {
    return refusal;
  }

  /** How much of the file has been read, from 0 to 1. */
  public double getShare() {
    return ended ? 1 : things == null ? 0 : things.share();
  }

  /** How many activities have been looked at. */
  public int getThings() {
    return tally.things();
  }

  /** How many of them said something new. */
  public int getNews() {
    return tally.of(Outcome.LOADED) + tally.of(Outcome.MERGED) + tally.of(Outcome.CHANGED);
  }

  /** How many could not be used. */
  public int getPutAside() {
    return tally.of(Outcome.PUT_ASIDE);
  }

  /** From the pace so far; null while there is none. */
  public Double getRemainingS() {
    double share = getShare();
    double seconds = (System.nanoTime() - sinceNanos) / 1e9;
    return share < 0.01 || seconds < 1 ? null : (Double) (seconds / share * (1 - share));
  }

  boolean isArchive() {
    return archive;
  }

  ReadAhead source() {
    return things;
  }

  ImportTally tally() {
    return tally;
  }

  void took(Found found, String sentence) {
    lastSentence = sentence;
    if (found instanceof Found.Unusable unusable && unusable.hostile()) {
      hostile++;
      firstHostile = firstHostile == null ? unusable.label() + ": " + unusable.sentence() : firstHostile;
    }
  }

  void refuse(String sentence) {
    refusal = sentence;
    ended = true;
  }

  void stop() {
    stopped = true;
  }

  /** Everything was looked at: judges the file as a whole. */
  void end() {
    ended = true;
    if (hostile > 0) {
      refusal =
          "The archive holds " + hostile + (hostile == 1 ? " entry" : " entries") + " that no honest program makes (" + firstHostile
              + "); everything else in it was imported.";
    } else if (!archive && (tally.of(Outcome.PUT_ASIDE) > 0 || tally.things() == 0)) {
      refusal = lastSentence == null ? "There is no activity in the file." : lastSentence;
    } else if (archive && tally.things() == 0) {
      refusal = "There is no activity in it.";
    }
  }
}
