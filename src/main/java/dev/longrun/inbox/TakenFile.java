package dev.longrun.inbox;

import dev.longrun.log.FileNames;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/**
 * A file claimed from the inbox. Its name in {@code .taken/} says all that must survive a crash: when it was taken, which of
 * several equal ones it is, and what it was called.
 *
 * @param path where it is now
 * @param takenAt whole seconds
 * @param fileName as it was dropped
 */
public record TakenFile(Path path, Instant takenAt, String fileName) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final int STAMP_LENGTH = 16;
  private static final int UNIQUE_LENGTH = 8;

  /** File systems end at 255 bytes; the claim adds a stamp, and what is moved later adds an ending. */
  private static final int LONGEST_NAME = 60;

  /** The name under which a file is claimed: unlike any other, whatever else has that name or those bytes. */
  static String nameFor(Instant now, String fileName) {
    String unique = UUID.randomUUID().toString().substring(0, UNIQUE_LENGTH);
    return STAMP.withZone(ZoneOffset.UTC).format(now) + "-" + unique + "-" + shortened(fileName);
  }

  /** Reads a claimed name back. A file that somebody else put there counts as taken now, under its own name. */
  static TakenFile at(Path path, Instant now) {
    String name = path.getFileName().toString();
    int nameStart = STAMP_LENGTH + UNIQUE_LENGTH + 2;
    if (name.length() > nameStart) {
      try {
        Instant takenAt = LocalDateTime.parse(name.substring(0, STAMP_LENGTH), STAMP).toInstant(ZoneOffset.UTC);
        return new TakenFile(path, takenAt, name.substring(nameStart));
      } catch (DateTimeParseException e) {
        return new TakenFile(path, now, name);
      }
    }
    return new TakenFile(path, now, name);
  }

  public FileKind kind() {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? FileKind.FOLDER : FileKind.of(fileName);
  }

  /** Unique for ever: what the row of a question or an import is known by. */
  public String getTakenAs() {
    return path.getFileName().toString();
  }

  /** The ending is kept: it decides what the file is. */
  private static String shortened(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String ending = dot < 0 || fileName.length() - dot > 10 ? "" : fileName.substring(dot);
    String stem = fileName.substring(0, fileName.length() - ending.length());
    return FileNames.start(stem, LONGEST_NAME - ending.length()) + ending;
  }
}
