package dev.longrun.inbox;

import java.util.Locale;

/** What a dropped file is, judged by its name alone; and a folder. */
public enum FileKind {
  QUESTION,
  /** FIT, TCX or GPX, also compressed. */
  ACTIVITY,
  ARCHIVE,
  LOG_NOTE,
  /** With activities, archives or an unpacked export in it. */
  FOLDER,
  UNKNOWN;

  public static FileKind of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String ending = ending(name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name);
    return switch (ending) {
      case "md", "txt" -> name.endsWith(".gz") ? UNKNOWN : QUESTION;
      case "fit", "tcx", "gpx" -> ACTIVITY;
      case "zip" -> name.endsWith(".gz") ? UNKNOWN : ARCHIVE;
      case "yaml", "yml" -> name.endsWith(".gz") ? UNKNOWN : LOG_NOTE;
      default -> UNKNOWN;
    };
  }

  /** Why this version does not understand such a file, and what it does understand. */
  String refusal() {
    return "This is no file that Longrun knows. What can be dropped here is a question (a text file that ends in .md or .txt), an activity"
        + " (.fit, .tcx or .gpx, also .gz), an archive (.zip), a folder of those or a log note (.yaml).";
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
