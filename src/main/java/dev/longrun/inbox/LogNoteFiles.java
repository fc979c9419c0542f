package dev.longrun.inbox;

import dev.longrun.log.Sha256;
import dev.longrun.inbox.note.NoteParser;
import dev.longrun.log.said.LogNotes;
import dev.longrun.log.said.note.NoteFile;
import dev.longrun.log.said.note.NoteItem;
import dev.longrun.log.said.note.Noted;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Takes log notes: applies what can be applied, then puts the file away, into failed with every complaint if there is one. */
public final class LogNoteFiles {
  private final LogNotes notes;
  private final InboxFolder folder;
  private final Path inbox;
  private final Clock clock;
  private final ZoneId timezone;

  public LogNoteFiles(Settings settings, LogNotes notes, InboxFolder folder) {
    this.notes = notes;
    this.folder = folder;
    this.inbox = settings.inbox();
    this.clock = settings.clock();
    this.timezone = settings.timezone();
  }

  /** @return what became of each entry; the same taken file again changes nothing and says the same */
  public List<Noted> take(TakenFile file) {
    byte[] bytes = new byte[0];
    List<NoteItem> items;
    try {
      bytes = read(file);
      items = NoteParser.parse(DroppedText.of(bytes), LocalDate.ofInstant(file.takenAt(), timezone));
    } catch (RefusedFile e) {
      items = List.of(NoteItem.wrong(1, List.of(e.getMessage())));
    }
    List<Noted> noted =
        notes.take(new NoteFile(file.getTakenAs(), file.fileName(), Sha256.of(bytes), file.takenAt(), items), timezone);
    List<Noted> refused = noted.stream().filter(entry -> entry.state() == Noted.State.REFUSED).toList();
    if (refused.isEmpty()) {
      folder.moveToDone(file);
    } else {
      folder.moveToFailed(file, refusal(noted, refused));
    }
    return noted;
  }

  /** A note that was typed on the command line, as if it had been dropped; for whoever has the home to themselves. */
  public List<Noted> takeTyped(String fileName, byte[] bytes) {
    Instant now = clock.instant();
    Path taken = inbox.resolve(".taken").resolve(TakenFile.nameFor(now, fileName));
    try {
      Files.createDirectories(taken.getParent());
      Files.write(taken, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The note cannot be written to " + taken, e);
    }
    return take(TakenFile.at(taken, now));
  }

  private static byte[] read(TakenFile file) throws RefusedFile {
    try (InputStream input = Files.newInputStream(file.path())) {
      byte[] bytes = input.readNBytes(NoteParser.MOST_BYTES + 1);
      if (bytes.length > NoteParser.MOST_BYTES) {
        throw new RefusedFile("The log note is longer than 64 KiB; spread its entries over several files.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new RefusedFile("The file cannot be read; check its permissions and drop it again.");
    }
  }

  private static String refusal(List<Noted> noted, List<Noted> refused) {
    String wrong = refused.stream().map(Noted::sentence).collect(Collectors.joining("\n"));
    List<Noted> applied = noted.stream().filter(entry -> entry.state() != Noted.State.REFUSED).toList();
    if (applied.isEmpty()) {
      return wrong + "\nNothing of the file was applied.";
    }
    return wrong + "\nThe rest of the file was applied and need not be dropped again:\n"
        + applied.stream().map(entry -> "- " + entry.sentence()).collect(Collectors.joining("\n"));
  }
}
