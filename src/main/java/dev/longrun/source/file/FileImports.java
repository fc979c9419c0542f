package dev.longrun.source.file;

import dev.longrun.log.Sha256;
import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.day.DayLog;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.TrainingLog;
import dev.longrun.settings.Settings;
import dev.longrun.source.file.ActivityLoader.Prepared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports dropped files, a few seconds at a time, so that a lifetime of running can be stopped at any moment and goes on at the next
 * start. What was read is known by its bytes; nothing is loaded twice. One caller at a time.
 */
public final class FileImports {
  private static final Logger LOG = LoggerFactory.getLogger(FileImports.class);

  /** Short enough to be stopped within the patience of a system that shuts down. */
  private static final Duration SPELL = Duration.ofSeconds(2);

  private final ImportLedger ledger;
  private final ActivityLoader loader;
  private final Executor reader = reader();

  public FileImports(Settings settings, Database database, TrainingLog log, PutAsides putAsides) {
    this.ledger = new ImportLedger(database, settings.clock());
    this.loader = 
        new ActivityLoader(
            log, putAsides, ledger, new FileMapper(settings.timezone()),
            new FitBodies(new DayLog(database, settings.clock()), settings.timezone(), settings.clock()), settings.clock());
  }

  /** A thread that is there while something is imported. */
  private static Executor reader() {
    ThreadPoolExecutor reader =
        new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "file-reader");
              thread.setDaemon(true);
              return thread;
            });
    reader.allowCoreThreadTimeOut(true);
    return reader;
  }

  /**
   * Opens a file. One that cannot be opened is refused, not thrown.
   *
   * @param takenAs unique for ever: under the same name an interrupted import goes on
   */
  public FileImport begin(Path path, String fileName, String takenAs) {
    boolean archive = false;
    String refusal;
    try {
      boolean folder = Files.isDirectory(path);
      archive = folder || isArchive(path);
      FoundThings things = folder ? Folder.open(path) : archive ? Archive.open(path) : new SingleFile(path, PlainText.line(fileName));
      return begun(things, fileName, takenAs, archive);
    } catch (UnusableFile e) {
      refusal = e.getMessage();
    } catch (IOException e) {
      refusal = sentence(e);
    }
    FileImport refused = new FileImport(ledger.begin(takenAs, fileName, archive), fileName, archive, null);
    refused.refuse(refusal);
    ledger.finish(refused.getImportId(), refused.tally(), 0, refusal);
    return refused;
  }

  private FileImport begun(FoundThings things, String fileName, String takenAs, boolean archive) throws IOException {
    try {
      return new FileImport(ledger.begin(takenAs, fileName, archive), fileName, archive, new ReadAhead(things, loader, reader));
    } catch (RuntimeException e) {
      things.close();
      throw e;
    }
  }

  /** Opens a file that stays where it is. Interrupted, it goes on when the same file is imported again. */
  public FileImport beginAtHome(Path path) {
    String place = path.toAbsolutePath().normalize().toString();
    String takenAs = Sha256.of(place.getBytes(StandardCharsets.UTF_8));
    return begin(path, path.getFileName().toString(), ledger.unfinished(takenAs).orElseGet(() -> takenAs + "-" + UUID.randomUUID()));
  }

  /** Judged by what it begins with, because a phone may call an archive anything. */
  private static boolean isArchive(Path path) throws IOException {
    try (InputStream input = Files.newInputStream(path)) {
      return Content.isZip(input.readNBytes(4)) || path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
  }

  /**
   * Goes on for a few seconds, or to the end.
   *
   * @param stopping whether the program is being stopped
   */
  public void goOn(FileImport work, boolean stopping) {
    long start = System.nanoTime();
    try {
      while (work.isUnfinished()) {
        if (stopping || System.nanoTime() - start > SPELL.toNanos()) {
          break;
        }
        Prepared prepared = work.source().next();
        if (prepared == null) {
          work.end();
        } else {
          work.took(prepared.found(), loader.take(work.getImportId(), work.tally(), prepared));
        }
      }
    } catch (UnusableFile e) {
      work.refuse(e.getMessage());
    } catch (IOException e) {
      work.refuse(sentence(e));
    } catch (RuntimeException e) {
      // The database, not the file: it is tried again later, from the start.
      work.stop();
      close(work);
      throw e;
    }
    if (stopping) {
      work.stop();
    }
    settle(work);
  }

  private void settle(FileImport work) {
    if (work.isUnfinished() || work.isStopped()) {
      ledger.progress(work.getImportId(), work.tally(), work.getShare(), work.getRemainingS());
      LOG.info("{}", progressLine(work));
    } else {
      ledger.finish(work.getImportId(), work.tally(), work.getShare(), work.getRefusal());
    }
    if (!work.isUnfinished()) {
      close(work);
    }
  }

  /** How far it is, for people. */
  public static String progressLine(FileImport work) {
    Double remaining = work.getRemainingS();
    return String.format(
        Locale.ENGLISH,
        "%s: %,d activities looked at, %,d new, %.0f %% read%s",
        PlainText.line(work.getFileName()), work.getThings(), work.getNews(), 100 * work.getShare(),
        remaining == null ? "" : ", about " + duration(remaining) + " left");
  }

  private static String duration(double seconds) {
    return seconds < 90 ? Math.max(1, Math.round(seconds)) + " s" : Math.round(seconds / 60) + " min";
  }

  private static void close(FileImport work) {
    try {
      if (work.source() != null) {
        work.source().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentence(IOException e) {
    return e instanceof AccessDeniedException
        ? "The file cannot be read; check its permissions and drop it again."
        : "The file is cut off or damaged: copy or download it again.";
  }
}
