package dev.longrun.source.file;

import dev.longrun.source.SourceTrouble;

/** A file, or something in an archive, cannot be used. The message is the one sentence its owner reads. */
public final class UnusableFile extends SourceTrouble {
  private static final long serialVersionUID = 1;

  UnusableFile(String sentence) {
    super(sentence, null);
  }

  UnusableFile(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
