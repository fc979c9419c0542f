package dev.longrun.inbox;

import dev.longrun.log.FileNames;
import dev.longrun.log.PlainText;
import dev.longrun.log.Reason;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox as a folder: which files have stopped growing, claiming them by a rename, and where they go afterwards. One caller
 * at a time.
 */
public final class InboxFolder {
  private static final Logger LOG = LoggerFactory.getLogger(InboxFolder.class);

  private static final String QUEUE = "imports";
  private static final DateTimeFormatter MOVED_STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Path inbox;
  private final Duration settleTime;
  private final Clock clock;
  private final ZoneId timezone;
  private final Map<Path, Sighting> sightings = new HashMap<>();

  /** How a file looked, and since when it has looked so. Elapsed time, because a file does not grow by the runner's clock. */
  private record Sighting(long size, long modifiedMs, long sinceNanos) {}

  public InboxFolder(Settings settings) {
    this.inbox = settings.inbox();
    this.settleTime = settings.inboxSettleTime();
    this.clock = settings.clock();
    this.timezone = settings.timezone();
  }

  /** Waits until everything that lies in the inbox has stopped growing, but no longer than a slow copy deserves. */
  public void awaitSettled() throws InterruptedException {
    long patience = settleTime.multipliedBy(2).plusSeconds(1).toNanos();
    long start = System.nanoTime();
    while (!allSettled() && System.nanoTime() - start < patience) {
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  /** Claims what has stopped growing. What an earlier crash left claimed comes first, log notes come after the runs they may mean. */
  public synchronized List<TakenFile> claim() {
    Instant now = clock.instant();
    List<TakenFile> taken = new ArrayList<>();
    for (Path path : files(taken())) {
      taken.add(TakenFile.at(path, now));
    }
    for (Path path : look()) {
      if (!isSettled(path)) {
        continue;
      }
      Path claimed = FileNames.in(taken(), TakenFile.nameFor(now, path.getFileName().toString()));
      try {
        Files.createDirectories(taken());
        Files.move(path, claimed, StandardCopyOption.ATOMIC_MOVE);
        sightings.remove(path);
        taken.add(TakenFile.at(claimed, now));
      } catch (NoSuchFileException e) {
        sightings.remove(path);
      } catch (IOException e) {
        String name = PlainText.line(path.getFileName().toString());
        LOG.warn("{} cannot be taken from the inbox and stays there: {}", name, Reason.ofFile(e));
      }
    }
    return notesLast(taken);
  }

  /** Claimed files of work that takes longer wait in a folder of their own, under the name they were claimed by. */
  void queue(TakenFile file) {
    move(file, FileNames.in(taken().resolve(QUEUE), file.getTakenAs()));
  }

  /** What waits there, the first that came first, log notes last. */
  List<TakenFile> queued() {
    Instant now = clock.instant();
    return notesLast(files(taken().resolve(QUEUE)).stream().map(path -> TakenFile.at(path, now)).toList());
  }

  private static List<TakenFile> notesLast(List<TakenFile> files) {
    return files.stream().sorted(Comparator.comparing(file -> file.kind() == FileKind.LOG_NOTE)).toList();
  }

  /** The file did its work. */
  void moveToDone(TakenFile file) {
    move(file, freeName(file, inbox.resolve("done")));
  }

  /** The file cannot be used: it is kept, with a sentence beside it. */
  void moveToFailed(TakenFile file, String sentence) {
    Path target = freeName(file, inbox.resolve("failed"));
    Path reason = FileNames.in(target.getParent(), target.getFileName() + ".error.txt");
    try {
      // The reason first: after a crash in between both are written again.
      Files.createDirectories(reason.getParent());
      Files.writeString(reason, sentence + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The reason why " + target + " failed cannot be written", e);
    }
    move(file, target);
  }

  /** A moved file must not replace an earlier one of the same name and second. */
  private Path freeName(TakenFile file, Path folder) {
    String stamp = MOVED_STAMP.withZone(timezone).format(file.takenAt());
    Path target = FileNames.in(folder, stamp + "-" + file.fileName());
    for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
      target = FileNames.in(folder, stamp + "-" + i + "-" + file.fileName());
    }
    return target;
  }

  private static void move(TakenFile file, Path target) {
    try {
      Files.createDirectories(target.getParent());
      Files.move(file.path(), target);
    } catch (IOException e) {
      throw new UncheckedIOException(file.path() + " cannot be moved to " + target, e);
    }
  }

  private synchronized boolean allSettled() {
    return look().stream().allMatch(this::isSettled);
  }

  private boolean isSettled(Path path) {
    Sighting sighting = sightings.get(path);
    return sighting != null && System.nanoTime() - sighting.sinceNanos() >= settleTime.toNanos();
  }

  /** Looks at every file that may be taken and remembers since when it has not changed. */
  private List<Path> look() {
    List<Path> found = files(inbox);
    sightings.keySet().retainAll(found);
    for (Path path : found) {
      try {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Sighting before = sightings.get(path);
        long modified = now.lastModifiedTime().toMillis();
        if (before == null || before.size() != now.size() || before.modifiedMs() != modified) {
          sightings.put(path, new Sighting(now.size(), modified, System.nanoTime()));
        }
      } catch (IOException e) {
        sightings.remove(path);
      }
    }
    return found;
  }

  private Path taken() {
    return inbox.resolve(".taken");
  }

  /** Regular files only: links and folders are not followed. */
  private List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !FileNames.isLeftAlone(path.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The folder {} cannot be read: {}", folder, Reason.ofFile(e));
      return List.of();
    }
  }
}
