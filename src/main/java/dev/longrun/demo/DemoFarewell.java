package dev.longrun.demo;

import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the demo says at its end: what to read, how to look further, and why something is missing. */
final class DemoFarewell {
  private final Settings settings;
  private final PrintWriter out;

  DemoFarewell(Settings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  void say(Optional<String> whyNoWords) throws IOException {
    out.println();
    whyNoWords.ifPresent(
        why -> out.println("Answers and summaries are complete without a model. With one, its order and joints would change: " + why + System.lineSeparator()));
    out.println("To read:");
    Path outbox = settings.outbox();
    for (Path answer : files(outbox.resolve("answers"))) {
      file(answer, "the answer to a question from the inbox");
    }
    file(outbox.resolve("latest.md"), "the newest weekly summary");
    List<Path> weeks = files(outbox.resolve("weekly"));
    if (!weeks.isEmpty()) {
      file(outbox.resolve("weekly"), weeks.size() + " weekly summaries");
    }
    for (Path page : files(outbox.resolve("notes"))) {
      file(page, "what was taken from a log note in the inbox");
    }
    file(outbox.resolve("evidence"), "which facts each text rests on, and where they came from");
    file(outbox.resolve("ATTENTION.md"), "what needs you");
    out.println();
    out.println("To explore the training log (docs/demo-runner.md says what was put into it):");
    String database = quoted(settings.home().resolve("longrun.db"));
    out.println("  sqlite3 -readonly -box " + database + " 'select * from v_week order by week desc limit 8'");
    out.println("  sqlite3 -readonly -box " + database + " 'select * from v_run order by run_date desc limit 20'");
    out.println();
    out.println("To see what two years of running show, a page a question:");
    out.println("  LONGRUN_HOME=" + quoted(settings.home()) + " " + launcher() + " analyse");
    out.println();
    out.println("To ask something of your own:");
    out.println("  echo 'How far did I run in October?' > " + quoted(settings.inbox().resolve("my-question.md")));
    out.println("  LONGRUN_HOME=" + quoted(settings.home()) + " " + launcher() + " once");
    out.flush();
  }

  /** However this program was started, so that the line can be copied. */
  private static String launcher() {
    Path launcher = ProgramFolder.find().path().resolve("bin/longrun");
    return Files.isExecutable(launcher) ? quoted(launcher) : "target/longrun/bin/longrun";
  }

  private void file(Path path, String what) {
    if (Files.exists(path)) {
      out.printf("  %s%n      %s%n", path, what);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  /** For a shell, only where it is needed. */
  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./@:+,=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
