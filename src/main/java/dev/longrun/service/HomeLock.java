package dev.longrun.service;

import dev.longrun.log.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One process owns a home: an operating-system lock on a file in it, which the system takes back however the process ends.
 * The process id inside is only for people.
 */
public final class HomeLock implements AutoCloseable {
  private static final String FILE = "longrun.lock";

  /** Where locks are mandatory (Windows) a locked byte cannot be read: this one lies far behind the process id. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Another process owns the home. */
  public static final class HomeInUse extends RuntimeException {
    private final transient Optional<Long> pid;

    HomeInUse(Path home, Optional<Long> pid) {
      super("Longrun already runs on " + home + pid.map(number -> " (process " + number + ")").orElse(""));
      this.pid = pid;
    }

    public Optional<Long> pid() {
      return pid;
    }
  }

  /**
   * @throws HomeInUse when another process has it, or another part of this one
   */
  public static HomeLock take(Path home) {
    Path file = home.resolve(FILE);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock != null) {
        writePid(channel);
        return new HomeLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This very process has it: said below.
    } catch (IOException e) {
      closeBeside(e, channel);
      throw new UncheckedIOException("The lock " + file + " cannot be taken; check the owner and mode of the folder: " + Reason.ofFile(e), e);
    }
    close(channel);
    throw new HomeInUse(home, writtenPid(file));
  }

  private static void writePid(FileChannel channel) {
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    } catch (IOException e) {
      // On a full disk there is no room even for it; the lock holds all the same.
    }
  }

  /**
   * Who seems to own the home, without touching the lock: a look at the process id inside.
   *
   * @return empty when nobody does
   */
  public static Optional<Long> owner(Path home) {
    return writtenPid(home.resolve(FILE))
        .filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(HomeLock::mayBeLongrun).isPresent());
  }

  /** After a kill the id stays behind, and the system gives it to another program one day. */
  private static boolean mayBeLongrun(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("java")).orElse(true);
  }

  private static Optional<Long> writtenPid(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip())
          .filter(text -> text.matches("[0-9]{1,18}"))
          .map(Long::valueOf);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
    } catch (IOException e) {
      // The id is only for people, and the lock goes with the channel in any case.
    }
    close(channel);
  }

  /** What went wrong first is what is told. */
  private static void closeBeside(IOException first, FileChannel channel) {
    try {
      close(channel);
    } catch (UncheckedIOException e) {
      first.addSuppressed(e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
