package dev.longrun.log;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What the machine says when something fails, in words for people. They complete "it failed: …" and name no class. */
public final class Reason {
  private Reason() {}

  /** Why the other side of a connection gave no whole answer. */
  public static String ofSilence(Throwable failure) {
    if (has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class)) {
      return "its address is not known here; is the network up, and is the address right?";
    }
    if (has(failure, NoRouteToHostException.class)) {
      return "there is no way to it from this network";
    }
    if (isTimeout(failure)) {
      return "no answer came in time";
    }
    if (has(failure, ConnectException.class)) {
      return "nobody accepts connections there";
    }
    if (has(failure, SSLException.class)) {
      return "no secure connection could be made; a proxy, a wrong clock or an expired certificate can be the reason";
    }
    return "the connection broke off";
  }

  /** Why a file or folder cannot be read or written. */
  public static String ofFile(Throwable failure) {
    if (isFullDisk(failure)) {
      return "the disk is full";
    }
    if (has(failure, AccessDeniedException.class)) {
      return "its owner or mode forbids it";
    }
    if (has(failure, NoSuchFileException.class) || has(failure, FileNotFoundException.class)) {
      return "it is not there";
    }
    return "the disk does not do what it is asked";
  }

  /** Whether a disk, or somebody's share of it, has no room left. */
  public static boolean isFullDisk(Throwable failure) {
    return causes(failure)
        .filter(cause -> cause instanceof IOException)
        .map(cause -> cause instanceof FileSystemException file ? file.getReason() : cause.getMessage())
        .filter(text -> text != null)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded"));
  }

  /** Whether an exception or one of its causes is of the type. */
  public static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  /** Whether somebody was waited for in vain. */
  public static boolean isTimeout(Throwable failure) {
    return has(failure, java.net.http.HttpTimeoutException.class) || has(failure, InterruptedIOException.class);
  }

  /** An exception and what caused it, outermost first; a cause that leads back to itself ends the line. */
  public static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, cause -> cause.getCause() == cause ? null : cause.getCause()).limit(50);
  }
}
