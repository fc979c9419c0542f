package dev.longrun.source.file;

/** How much of anything is read from outside. Each is several times what the largest real file needs. */
final class Limits {
  private static final long MIB = 1024 * 1024;

  /** Thirty hours of TCX, second by second, come to about 60 MiB; a FIT file of that is 6 MiB. */
  static final long ACTIVITY_BYTES = 64 * MIB;

  /** Lists of all activities: Garmin's are split at some thousand activities of some KiB each. */
  static final long LIST_BYTES = 512 * MIB;

  /** One activity of such a list is some KiB. */
  static final long LISTED_ACTIVITY_BYTES = MIB;

  /** Text between two tags, or one tag with its attributes: nothing in a TCX or GPX comes near it. */
  static final long MARKUP_BYTES = MIB;

  static final int XML_DEPTH = 64;

  /** Six days, second by second. */
  static final int POINTS = 500_000;

  /** Pauses, and laps. */
  static final int PARTS = 20_000;

  static final int SESSIONS = 100;

  /** An account of fifteen years has some ten thousand; the directory of an archive is held in memory. */
  static final int ENTRIES = 100_000;

  /** With those of the archives inside: Garmin keeps every file a watch ever sent, dozens a day. */
  static final int ALL_ENTRIES = 1_000_000;

  /** What an archive may grow to while it is read. */
  static final long UNPACKED_BYTES = 64 * 1024 * MIB;

  /** XML packs 30 to 1, a track on a treadmill 60 to 1; deflate ends at 1,030 to 1. */
  static final long RATIO = 250;

  /** Small things may be packed as tightly as they like. */
  static final long RATIO_FROM_BYTES = 16 * MIB;

  /** Activities listed in one archive whose rows are kept in mind while their files are read. */
  static final int LISTED = 100_000;

  private Limits() {}
}
