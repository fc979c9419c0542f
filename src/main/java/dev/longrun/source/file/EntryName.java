package dev.longrun.source.file;

import dev.longrun.log.PlainText;
import java.util.Locale;

/** The name of something in an archive: a label, and what its ending promises. Nothing is ever written to where it points. */
record EntryName(String name) {
  private static final int LONGEST_LABEL = 120;

  /** Lists of shoes are read first, lists of activities after them, and last what they are about. */
  static final int LAST_TURN = 2;

  static EntryName of(Member member) {
    return new EntryName(member.name());
  }

  int turn() {
    if (endsIn(GarminExport.GEAR_LIST) || isCalled(StravaExport.SHOES)) {
      return 0;
    }
    return endsIn(GarminExport.ACTIVITIES) || isCalled(StravaExport.ACTIVITIES) ? 1 : LAST_TURN;
  }

  /** In lower case, with the slashes of every other system. */
  private String path() {
    return name.replace('\\', '/').toLowerCase(Locale.ROOT);
  }

  /** For people: without control characters, its end when it is long. */
  String label() {
    String line = PlainText.line(name);
    return line.length() <= LONGEST_LABEL ? line : "…" + line.substring(line.length() - LONGEST_LABEL + 1);
  }

  /** Why no honest program gives something such a name; null when it is harmless. */
  String hostility() {
    String path = name.replace('\\', '/');
    if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*")) {
      return "Its name is an absolute path.";
    }
    return path.equals("..") || path.startsWith("../") || path.contains("/../") || path.endsWith("/..") ? "Its name leads out of the archive." : null;
  }

  boolean isActivity() {
    return path().matches("(?s).*\\.(fit|tcx|gpx)(\\.gz)?") && !isHidden();
  }

  boolean isArchive() {
    return path().endsWith(".zip") && !isHidden();
  }

  /** What macOS puts beside every file. */
  private boolean isHidden() {
    return path().contains("__macosx/") || fileName().startsWith(".");
  }

  boolean endsIn(String ending) {
    return path().endsWith(ending);
  }

  boolean isCalled(String fileName) {
    return fileName().equals(fileName);
  }

  private String fileName() {
    return path().substring(path().lastIndexOf('/') + 1);
  }
}
