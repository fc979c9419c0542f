package dev.longrun.source.file;

import java.util.Locale;

/** What became of one activity file, or of one row of a list. */
enum Outcome {
  /** A new run. */
  LOADED,
  /** Says more about a run that was there. */
  MERGED,
  /** The same activity, but it says something else than before. */
  CHANGED,
  KNOWN,
  OTHER_SPORT,
  PUT_ASIDE;

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Outcome of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
