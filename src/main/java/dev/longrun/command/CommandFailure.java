package dev.longrun.command;

/** The command cannot do what it was asked to. The message is one sentence and a way out; there is nothing to debug. */
final class CommandFailure extends RuntimeException {
  private final int exitCode;

  CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
