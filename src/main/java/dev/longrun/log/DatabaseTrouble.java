package dev.longrun.log;

import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/**
 * The database cannot be used, for a reason outside the program. The message is a sentence and a way out, and nothing of what
 * failed was written.
 */
public final class DatabaseTrouble extends RuntimeException {
  private static final String ANYWHERE = "The database (longrun.db in the home)";

  private DatabaseTrouble(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  static DatabaseTrouble newer(Path file, int version, int newest) {
    return new DatabaseTrouble(
        named(file) + " was written by a newer Longrun (schema " + version + ", this one knows " + newest
            + "): update Longrun. Nothing was changed.",
        null);
  }

  static DatabaseTrouble older(Path file, int version, int newest) {
    return new DatabaseTrouble(
        named(file) + " was made by an older Longrun (schema " + version + ", this one needs " + newest
            + "): \"longrun once\" (or the service, started anew) brings it up to date.",
        null);
  }

  static DatabaseTrouble foreign(Path file) {
    return new DatabaseTrouble(
        named(file) + " is another program's, not a training log: move it away, or choose another home (LONGRUN_HOME). Nothing was changed.",
        null);
  }

  static DatabaseTrouble damaged(Path file, Throwable cause) {
    return new DatabaseTrouble(damaged(named(file)), cause);
  }

  static DatabaseTrouble full(Path file) {
    return new DatabaseTrouble(full(named(file)), null);
  }

  static DatabaseTrouble otherBuild(Path file, Throwable cause) {
    return new DatabaseTrouble(
        named(file) + " does not fit this build of Longrun: use the one that made it, or a released version. Nothing was changed.", cause);
  }

  /** What lies behind a failed statement or connection; empty when the database is not to blame. */
  public static Optional<DatabaseTrouble> in(Throwable failure) {
    return in(failure, ANYWHERE);
  }

  /** The same, naming the file. */
  public static Optional<DatabaseTrouble> in(Throwable failure, Path file) {
    return in(failure, named(file));
  }

  private static Optional<DatabaseTrouble> in(Throwable failure, String database) {
    Optional<DatabaseTrouble> known = first(failure, DatabaseTrouble.class);
    if (known.isPresent()) {
      return known;
    }
    return first(failure, SQLiteException.class)
        .flatMap(e -> sentence(database, e.getResultCode().code & 0xff))
        .or(() -> first(failure, SQLTransientConnectionException.class).map(e -> locked(database)))
        .map(sentence -> new DatabaseTrouble(sentence, failure));
  }

  /** @param code SQLite's primary result code */
  private static Optional<String> sentence(String database, int code) {
    return switch (code) {
      case 5, 6 -> Optional.of(locked(database));
      case 11, 26 -> Optional.of(damaged(database));
      case 13 -> Optional.of(full(database));
      case 10 -> Optional.of(
          database + " cannot be read or written as it should: the disk is full or failing. Make room or look after the disk, then start again.");
      case 3, 8, 14, 23 -> Optional.of(
          database + " cannot be opened for writing: check the owner and mode of the file, of its -wal and -shm, and of their folder.");
      default -> Optional.empty();
    };
  }

  private static String locked(String database) {
    return database + " is locked by another program: close whatever is writing to it (a database browser, a notebook, a backup) and try again.";
  }

  private static String damaged(String database) {
    return database + " is damaged: stop Longrun and put back a copy from backups/, or move the file away and start again, and what the sites"
        + " and the files in inbox/done/ have is read anew.";
  }

  private static String full(String database) {
    return database + " has no room: the disk is full. Make room, or move the home to a larger disk (LONGRUN_HOME); nothing is lost meanwhile.";
  }

  private static String named(Path file) {
    return "The database " + file;
  }

  private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
    return Reason.causes(failure).filter(type::isInstance).map(type::cast).findFirst();
  }
}
