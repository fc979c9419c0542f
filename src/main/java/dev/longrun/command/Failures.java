package dev.longrun.command;

import dev.longrun.log.PlainText;

/** Unexpected exceptions as a sentence. The stack trace is for the log. */
final class Failures {
  private Failures() {}

  static String sentence(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return "Something unexpected went wrong: " + PlainText.line(message) + " (more in the home's logs/ folder; \"longrun doctor\" may know why)";
  }
}
