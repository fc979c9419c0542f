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
import java.util.Set;
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
  private static final Set<String> OWN = Set.of("done", "failed", QUEUE);
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

  /** Whether it is a folder that somebody dropped, and none of those that the inbox keeps itself. */
  private static boolean isDroppedFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !OWN.contains(path.getFileName().toString());
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
        Sighting now = sighting(path);
        Sighting before = sightings.get(path);
        if (before == null || before.size() != now.size() || before.modifiedMs() != now.modifiedMs()) {
          sightings.put(path, now);
        }
      } catch (IOException e) {
        sightings.remove(path);
      }
    }
    return found;
  }

  /** Of a folder: how much lies in it, and when anything in it changed last. */
  private static Sighting sighting(Path path) throws IOException {
    long size = 0;
    long modified = 0;
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : (Iterable<Path>) all::iterator) {
        BasicFileAttributes attributes = Files.readAttributes(one, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        size += attributes.isDirectory() ? 1 : attributes.size();
        modified = Math.max(modified, attributes.lastModifiedTime().toMillis());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Sighting(size, modified, System.nanoTime());
  }

  private Path taken() {
    return inbox.resolve(".taken");
  }

  /** Files and folders, but not the inbox's own ones; links are not followed. */
  private List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || isDroppedFolder(path))
          .filter(path -> !FileNames.isLeftAlone(path.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The folder {} cannot be read: {}", folder, Reason.ofFile(e));
      return List.of();
    }
  }
}
