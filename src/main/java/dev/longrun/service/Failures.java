package dev.longrun.service;

import dev.longrun.log.DatabaseTrouble;
import dev.longrun.log.PlainText;
import dev.longrun.log.Reason;
import java.util.regex.Pattern;

/** Exceptions as one sentence and a way out. The stack trace is for the log. */
public final class Failures {
  /** What Java writes for programmers: class names, and its own account of a null. */
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile("\\w+(Exception|Error)\\b|\\b[a-z]\\w*([./$][a-z]\\w*)*[./$][A-Z]\\w+|Cannot invoke|Index \\d+ out of");

  private static final String MORE = "; the home's logs/ folder says more, and \"longrun doctor\" may know why";

  private Failures() {}

  public static String sentence(Throwable failure) {
    return DatabaseTrouble.in(failure).map(Throwable::getMessage).orElseGet(() -> unexpected(failure));
  }

  private static String unexpected(Throwable failure) {
    if (Reason.isFullDisk(failure)) {
      return "The disk is full: make room, or move the home to a larger disk (LONGRUN_HOME). What was dropped and kept so far is not lost.";
    }
    if (Reason.has(failure, OutOfMemoryError.class)) {
      return "There is not enough memory for this: close other programs, or allow Java more (JAVA_OPTS=-Xmx1g).";
    }
    return Reason.causes(failure)
        .map(Throwable::getMessage)
        .filter(message -> message != null && !message.isBlank() && !FOR_PROGRAMMERS.matcher(message).find())
        .findFirst()
        .map(message -> "Something unexpected went wrong: " + PlainText.line(message) + " (" + MORE.substring(2) + ")")
        .orElse("Something unexpected went wrong" + MORE + ".");
  }
}
