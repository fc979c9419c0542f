package dev.longrun.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to change a file, one holder at a time: an operating-system lock on a file beside it, which the system takes back however
 * the process ends. The file itself cannot carry the lock, for it is replaced as a whole.
 */
public final class FileLease implements AutoCloseable {
  /** The system's locks are between processes; within this one they would be refused instead of waited for. */
  private static final Map<Path, ReentrantLock> WITHIN_THIS_PROCESS = new ConcurrentHashMap<>();

  private final ReentrantLock turn;
  private final FileChannel channel;
  private final FileLock lock;

  private FileLease(ReentrantLock turn, FileChannel channel, FileLock lock) {
    this.turn = turn;
    this.channel = channel;
    this.lock = lock;
  }

  /** Waits for its turn. A holder may take it again. */
  static FileLease take(Path file) throws IOException {
    ReentrantLock turn = WITHIN_THIS_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
    turn.lock();
    try {
      if (turn.getHoldCount() > 1) {
        return new FileLease(turn, null, null);
      }
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        return new FileLease(turn, channel, channel.lock());
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      turn.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    // Closing the channel gives the lock back, also when releasing it fails.
    try (FileChannel held = channel) {
      if (held != null) {
        lock.release();
      }
    } finally {
      turn.unlock();
    }
  }
}
