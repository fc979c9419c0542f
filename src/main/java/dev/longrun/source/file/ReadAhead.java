package dev.longrun.source.file;

import dev.longrun.source.file.ActivityLoader.Prepared;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Reads one thing ahead while the one before is stored: decoding needs a processor, storing the disk. One thing is held beside the
 * one being stored, never more.
 */
final class ReadAhead {
  private final FoundThings things;
  private final ActivityLoader loader;
  private final Executor reader;
  private FutureTask<Prepared> ahead;

  ReadAhead(FoundThings things, ActivityLoader loader, Executor reader) {
    this.things = things;
    this.loader = loader;
    this.reader = reader;
  }

  /** @return null when there is nothing more */
  Prepared next() throws IOException {
    if (ahead == null) {
      begin();
    }
    Prepared prepared = await();
    ahead = null;
    if (prepared != null) {
      begin();
    }
    return prepared;
  }

  private void begin() {
    ahead =
        new FutureTask<>(
            () -> {
              Found found = things.next();
              return found == null ? null : loader.prepare(found);
            });
    reader.execute(ahead);
  }

  private Prepared await() throws IOException {
    try {
      return ahead.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException("Reading ahead failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      // The file has no fault: it stays where it is, and the next start goes on.
      throw new IllegalStateException("The import was interrupted", e);
    }
  }

  double share() {
    return things.share();
  }

  /** What was read ahead is not stored: the next start reads it again. */
  void close() throws IOException {
    if (ahead != null) {
      try {
        await();
      } catch (UnusableFile | IOException e) {
        // It was told already, or is met again at the next start.
      }
    }
    things.close();
  }
}
