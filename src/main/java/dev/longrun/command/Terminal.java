package dev.longrun.command;

import java.io.Console;

/** The person in front of the program, if there is one: only who can answer is asked. */
public interface Terminal {
  boolean isThere();

  /** @return what was typed, without the line's end; empty when the input has ended */
  String ask(String prompt);

  /** The same without showing what is typed. */
  String askSecret(String prompt);

  /** That of this process. */
  static Terminal ofProcess() {
    Console console = System.console();
    return new Terminal() {
      @Override
      public boolean isThere() {
        return console != null && isTerminal(console);
      }

      @Override
      public String ask(String prompt) {
        String line = console.readLine("%s", prompt);
        return line == null ? "" : line.strip();
      }

      @Override
      public String askSecret(String prompt) {
        char[] line = console.readPassword("%s", prompt);
        return line == null ? "" : new String(line).strip();
      }
    };
  }

  /** From Java 22 on there is a console even where there is no terminal, and it says so. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
