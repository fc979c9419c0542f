package dev.longrun.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Activity files and archives that were claimed from the inbox and wait to be imported, first come first served, and behind them the
 * log notes that may mean their runs. They wait in a folder of their own, so that a long import keeps no question waiting. One caller
 * at a time.
 */
public final class ImportQueue {
  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

  /** What fails for a reason outside the file, a full disk say, is tried again, but not every second. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** An import writes to the database; on a nearly full disk it would stop half-way. */
  private static final long FREE_BYTES = 64L * 1024 * 1024;

  private final InboxFolder folder;
  private final Path disk;
  private final Map<String, Long> triedAtNanos = new HashMap<>();
  private boolean diskIsFull;

  /** @param disk where the database lies */
  public ImportQueue(InboxFolder folder, Path disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** Puts a claimed file at the end of the queue. */
  public void add(TakenFile file) {
    folder.queue(file);
  }

  /** Whether anything is being imported, or waits for it: until then nobody knows which run is the latest. */
  public boolean isBusy() {
    return !folder.queued().isEmpty();
  }

  public boolean hasNext(boolean stopping) {
    return !stopping && !waiting().isEmpty() && hasRoom();
  }

  /** The file whose turn it is. */
  public TakenFile next() {
    TakenFile file = waiting().get(0);
    triedAtNanos.put(file.getTakenAs(), System.nanoTime());
    return file;
  }

  /**
   * Puts a file away that was imported.
   *
   * @param stopped whether it was interrupted: then it stays where it is
   * @param refusal why it, or something in it, could not be used; null when all is well
   */
  public void settle(TakenFile file, boolean stopped, String refusal) {
    if (stopped) {
      return;
    }
    triedAtNanos.remove(file.getTakenAs());
    if (refusal == null) {
      folder.moveToDone(file);
    } else {
      folder.moveToFailed(file, refusal);
    }
  }

  private List<TakenFile> waiting() {
    long now = System.nanoTime();
    return folder.queued().stream()
        .filter(file -> now - triedAtNanos.getOrDefault(file.getTakenAs(), now - PATIENCE.toNanos() - 1) > PATIENCE.toNanos())
        .toList();
  }

  private boolean hasRoom() {
    boolean full;
    try {
      full = Files.getFileStore(disk).getUsableSpace() < FREE_BYTES;
    } catch (IOException e) {
      full = false;
    }
    if (full && !diskIsFull) {
      LOG.warn("The disk of {} is nearly full: dropped activities wait until there is room", disk);
    }
    diskIsFull = full;
    return !full;
  }
}
