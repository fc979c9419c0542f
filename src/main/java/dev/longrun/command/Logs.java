package dev.longrun.command;

import java.nio.file.Path;

/**
 * Where log lines go: nowhere until a home is known, then into its {@code logs/}; commands print for people. To be called
 * before the first logger is made, since logback looks for its configuration then.
 */
public final class Logs {
  private static final String QUIET = "longrun.quiet";

  private Logs() {}

  /** Keeps no log. */
  public static void nowhere() {
    System.setProperty(QUIET, "true");
  }

  /** Daily files in the home's {@code logs/}, as logback.xml says; nothing on the console. */
  static void intoHome(Path home) {
    System.clearProperty(QUIET);
    System.setProperty("longrun.logs", home.resolve("logs").toString());
  }

  /** The service's console is somebody's journal: warnings are said there too, a line each. */
  static void warningsOnConsole() {
    System.setProperty("longrun.console", "WARN");
  }

  static boolean isQuiet() {
    return Boolean.getBoolean(QUIET);
  }
}
