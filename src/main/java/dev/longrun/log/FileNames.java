package dev.longrun.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** File names made of text from outside, so that every machine can write them. */
public final class FileNames {
  /** A character of most scripts takes no more bytes in UTF-8; file systems count bytes and end at 255. */
  private static final int BYTES_A_CHARACTER = 3;

  /** Editors, browsers and synchronisers keep their unfinished files under such names. */
  private static final Pattern LEFT_ALONE =
      Pattern.compile(
          "\\..*|~.*|.*~|.*\\.(tmp|part|partial|crdownload|download|swp|swx|lock|bak)|.*conflicted copy.*|.*\\.sync-conflict-.*"
              + "|Thumbs\\.db|desktop\\.ini",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private FileNames() {}

  /** Whether a file of that name in the inbox is somebody else's affair, at least for now. */
  public static boolean isLeftAlone(String name) {
    return LEFT_ALONE.matcher(name).matches();
  }

  /**
   * The file of that name in a folder. Where the locale cannot write the name, it is the same in ASCII, with its hash so that
   * no two names become one.
   *
   * @param name may contain {@code /}
   */
  public static Path in(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      return folder.resolve(ascii(name));
    }
  }

  /** The beginning of a name, cut between characters. */
  public static String start(String name, int mostCharacters) {
    StringBuilder start = new StringBuilder();
    int bytes = 0;
    for (int character : name.codePoints().limit(mostCharacters).toArray()) {
      String one = Character.toString(character);
      bytes += one.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > mostCharacters * BYTES_A_CHARACTER) {
        break;
      }
      start.append(one);
    }
    return start.toString();
  }

  private static String ascii(String name) {
    int dot = name.lastIndexOf('.');
    int end = dot <= name.lastIndexOf('/') ? name.length() : dot;
    return (name.substring(0, end) + "-" + Integer.toHexString(name.hashCode()) + name.substring(end)).replaceAll("[^\\x20-\\x7E]", "_");
  }
}
