package dev.longrun.source.file;

import dev.longrun.source.SourceTrouble;

/** A file, or something in an archive, cannot be used. The message is the one sentence its owner reads. */
public final class UnusableFile extends SourceTrouble {
  private static final long serialVersionUID = 1;

  private final boolean forTheWhole;

  UnusableFile(String sentence) {
    this(sentence, false);
  }

  private UnusableFile(String sentence, boolean forTheWhole) {
    super(sentence, null);
    this.forTheWhole = forTheWhole;
  }

  /** The archive as a whole cannot be used, or must not be: what else is in it is not looked at. */
  static UnusableFile whole(String sentence) {
    return new UnusableFile(sentence, true);
  }

  /** Whether nothing else of the archive is to be read either. */
  boolean isForTheWhole() {
    return forTheWhole;
  }
}
