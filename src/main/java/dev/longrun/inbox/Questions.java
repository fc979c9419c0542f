package dev.longrun.inbox;

import dev.longrun.log.Sha256;
import dev.longrun.log.Database;
import dev.longrun.log.FileNames;
import dev.longrun.log.Timestamps;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Turns taken files into rows that wait for the coach, or says why they cannot be used. The same file twice changes nothing. */
public final class Questions {
  private static final DateTimeFormatter PATH_STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");
  private static final int LONGEST_NAME = 60;

  private final Jdbi writer;
  private final InboxFolder folder;
  private final Clock clock;
  private final ZoneId timezone;

  public Questions(Settings settings, Database database, InboxFolder folder) {
    this.writer = database.writing();
    this.folder = folder;
    this.clock = settings.clock();
    this.timezone = settings.timezone();
  }

  /** Records the question under the name the file was taken as, then puts the file away. */
  public void take(TakenFile file) {
    byte[] bytes = new byte[0];
    try {
      bytes = read(file);
      record(file, bytes, QuestionText.of(bytes), null);
      folder.moveToDone(file);
    } catch (RefusedFile e) {
      record(file, bytes, "", e.getMessage());
      folder.moveToFailed(file, e.getMessage());
    }
  }

  /** A file of a kind that is not understood: kept, with the reason beside it. */
  public void refuse(TakenFile file) {
    folder.moveToFailed(file, file.kind().refusal());
  }

  private static byte[] read(TakenFile file) throws RefusedFile {
    try (InputStream input = Files.newInputStream(file.path())) {
      return input.readNBytes(QuestionText.MOST_BYTES + 1);
    } catch (IOException e) {
      throw new RefusedFile("The file cannot be read; check its permissions and drop it again.");
    }
  }

  private void record(TakenFile file, byte[] bytes, String text, String refusal) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into question
                        (taken_as, file_name, sha256, text, asked_at, state, answer, answer_path, last_error, updated_at)
                    values (:takenAs, :fileName, :sha256, :text, :askedAt, :state, :answer, :answerPath, :refusal, :now)
                    on conflict (taken_as) do nothing""")
                .bind("takenAs", file.getTakenAs())
                .bind("fileName", file.fileName())
                .bind("sha256", Sha256.of(bytes))
                .bind("text", text)
                .bind("askedAt", Timestamps.of(file.takenAt()))
                .bind("state", refusal == null ? "queued" : "failed")
                .bind("answer", refusal == null ? null : refusalPage(file, refusal))
                .bind("answerPath", freePath(handle, file))
                .bind("refusal", refusal)
                .bind("now", Timestamps.of(clock.instant()))
                .execute());
  }

  private static String refusalPage(TakenFile file, String refusal) {
    return "# No answer to " + readable(file.fileName()) + "\n\n" + refusal + "\n";
  }

  /** The answer's file, named by the local minute and the question's own name; the second of that name ends in -2. */
  private String freePath(Handle handle, TakenFile file) {
    String start = "answers/" + PATH_STAMP.withZone(timezone).format(file.takenAt()) + "-" + readable(file.fileName());
    // Some file systems cannot tell upper from lower case.
    List<String> taken =
        handle
            .createQuery("select lower(answer_path) from question where answer_path like :start || '%'")
            .bind("start", start)
            .mapTo(String.class)
            .list();
    String path = start + ".md";
    for (int i = 2; taken.contains(path.toLowerCase(Locale.ROOT)); i++) {
      path = start + "-" + i + ".md";
    }
    return path;
  }

  /** A file name without its ending and without anything that means something to a shell, a file system or Markdown. */
  static String readable(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot <= 0 ? fileName : fileName.substring(0, dot);
    String name = stem.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    name = FileNames.start(name, LONGEST_NAME);
    return name.isEmpty() ? "question" : name;
  }
}
