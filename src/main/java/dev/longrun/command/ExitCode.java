package dev.longrun.command;

/** What a command tells the shell. */
final class ExitCode {
  static final int OK = 0;

  /** Something was put aside, a source failed, or the command could not do its work. */
  static final int NOT_ALL_WELL = 1;

  /** Bad settings or usage: nothing was begun. */
  static final int USAGE = 2;

  private ExitCode() {}
}
