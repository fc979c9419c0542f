package dev.longrun.command;

import java.nio.file.Path;

/**
 * Where log lines go. Until a home is known nowhere: commands print for people. To be called before the first logger is made,
 * since logback reads its configuration then.
 */
final class Logs {
  private Logs() {}

  /** Daily files in the home's {@code logs/}; nothing on the console. */
  static void intoHome(Path home) {
    System.setProperty("longrun.logs", home.resolve("logs").toString());
    System.setProperty("longrun.logging", "logging/home.xml");
  }

  /** The service's console is somebody's journal: warnings are said there too, a line each. */
  static void warningsOnConsole() {
    System.setProperty("longrun.console", "WARN");
  }
}
