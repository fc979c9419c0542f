package dev.longrun.source.file;

import dev.longrun.source.SourceTrouble;

/** A whole and honest file that simply is no activity: settings, a course, a night's sleep. The message says what it is. */
final class NoActivity extends SourceTrouble {
  private static final long serialVersionUID = 1;

  NoActivity(String sentence) {
    super(sentence, null);
  }
}
