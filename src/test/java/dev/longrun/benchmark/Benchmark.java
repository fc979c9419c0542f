package dev.longrun.benchmark;

import dev.longrun.demo.site.SimulatedOllama;
import dev.longrun.metrics.trend.LongHistory;
import dev.longrun.metrics.trend.RunObservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Measures what docs/operating.md quotes: {@code mvn -q -Pbenchmark verify}. Takes some minutes; the sites are simulated in this process
 * and share its processors, so the real program is no slower than this.
 */
public final class Benchmark {
  private static final int NEW_RUNS = 9;
  private static final int WARM_UP_RUNS = 20;
  private static final int MANY_YEARS = 30;
  private static final int STARTS = 5;
  private static final String RUNNING = "Longrun is running";

  private final Table table = new Table();
  private final Path folder;

  private Benchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("longrun-benchmark");
    try {
      new Benchmark(folder).run();
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    System.out.println(Machine.description());
    Path tenYears = folder.resolve("ten-years");
    measure("10 years of daily runs from Garmin", () -> takeInTenYears(tenYears));
    measure("2 years of daily runs from Strava", () -> takeInTwoYearsOfStrava(folder.resolve("strava")));
    measure("one new run", this::takeInOneMore);
    measure("start and memory", () -> startAndIdle(tenYears));
    measure("longitudinal answers", this::answers);
    measure("status", () -> status(tenYears));
    table.print();
  }

  @FunctionalInterface
  private interface Measurement {
    void take() throws Exception;
  }

  /** What cannot be measured keeps nothing else from being measured. */
  private void measure(String what, Measurement measurement) {
    System.out.println("… " + what);
    try {
      measurement.take();
    } catch (Exception e) {
      e.printStackTrace();
      table.add(what, "FAILED: " + e.getMessage());
    }
  }

  private void takeInTenYears(Path path) throws Exception {
    try (Home home = Home.onGarmin(path, 10)) {
      Duration poll = home.call("poll-garmin");
      long runs = home.runsInTheLog();
      table.add("10 years of daily runs with kilometres from Garmin", seconds(poll), "< 60 s", poll.toSeconds() < 60);
      table.add("  runs taken in", runs + " runs, " + Math.round(runs / seconds(poll).value()) + " a second");
      table.add("  HTTP calls at Garmin per 1,000 new runs", home.garmin.callsInAll() * 1000L / runs + " " + home.garmin.calls());
      Duration weather = home.call("enrich-weather");
      table.add("  their weather", seconds(weather) + ", " + home.openMeteo.callsInAll() * 1000L / runs + " HTTP calls per 1,000 runs");
      table.add("  their numbers", seconds(home.call("derive-metrics")).toString());
      derive(home, 10, 2);
      buildContext(home);
      home.stop();
      table.add("size of the database", String.format(Locale.ROOT, "%.1f MiB a year", size(path) / 10 / 1048576.0));
    }
  }

  /** @param aimS for everything again */
  private void derive(Home home, int years, double aimS) throws Exception {
    List<Double> everything = new ArrayList<>();
    List<Double> newest = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      everything.add(home.deriveEverything().toNanos() / 1e6);
    }
    for (int i = 0; i < NEW_RUNS; i++) {
      newest.add(home.deriveNewest().toNanos() / 1e6);
    }
    double all = median(everything) / 1000;
    double one = median(newest);
    String history = years + " years, " + home.runsInTheLog() + " runs";
    table.add("every number derived again, " + history, new Seconds(all), "< " + Math.round(aimS) + " s", all < aimS);
    table.add("the numbers of one new run, " + history, String.format(Locale.ROOT, "%.0f ms", one), "< 50 ms", one < 50);
  }

  /** From the question's turn to the request that reaches the model: facts, memory, prompt. */
  private void buildContext(Home home) throws Exception {
    home.call("summarise-week");
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < NEW_RUNS; i++) {
      Files.writeString(home.settings.inbox().resolve("question-" + i + ".md"), "How was my training in the last weeks?");
      home.call("watch-inbox");
      long start = System.nanoTime();
      home.call("answer-questions");
      millis.add((home.ollama.lastChatAtNanos() - start) / 1e6);
    }
    table.add("context of a question, 10 years of history, embedding model loaded", String.format(Locale.ROOT, "%.0f ms", median(millis)));
  }

  private void takeInTwoYearsOfStrava(Path path) throws Exception {
    try (Home home = Home.onStrava(path, 2)) {
      Duration poll = home.call("poll-strava");
      long runs = home.runsInTheLog();
      table.add(
          "HTTP calls at Strava per 1,000 new runs",
          home.strava.callsInAll() * 1000L / runs + " " + home.strava.calls() + ", " + Math.round(runs / seconds(poll).value())
              + " runs a second without its quota");
      home.stop();
    }
  }

  private void takeInOneMore() throws Exception {
    double one = oneMore(1);
    double many = oneMore(MANY_YEARS);
    double ratio = many / one;
    table.add("one new run, whole, 1 year of history", String.format(Locale.ROOT, "%.0f ms", one));
    table.add("one new run, whole, 30 years of history", String.format(Locale.ROOT, "%.0f ms", many));
    table.add("  ratio", String.format(Locale.ROOT, "%.2f", ratio), "< 1.3", ratio < 1.3);
  }

  private double oneMore(int years) throws Exception {
    try (Home home = Home.onGarmin(folder.resolve("years-" + years), years)) {
      for (String route : List.of("poll-garmin", "enrich-weather", "derive-metrics")) {
        home.call(route);
      }
      // A service that has been up for a while: not the first time that this code runs.
      for (int i = 0; i < WARM_UP_RUNS; i++) {
        home.takeInOneMore();
      }
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < NEW_RUNS; i++) {
        millis.add(home.takeInOneMore().toNanos() / 1e6);
      }
      if (years == MANY_YEARS) {
        derive(home, years, 6);
        pages(home);
      }
      home.stop();
      return median(millis);
    }
  }

  private void pages(Home home) {
    Pages.milliseconds(home.settings)
        .forEach(
            (question, millis) ->
                table.add(
                    "page " + question.id() + ", 30 years of history", String.format(Locale.ROOT, "%.0f ms", millis), "< 300 ms", millis < 300));
  }

  private void answers() {
    List<RunObservation> runs = LongHistory.runs();
    LongHistory.milliseconds(runs)
        .forEach(
            (question, millis) ->
                table.add(
                    question + ", " + runs.size() + " runs", String.format(Locale.ROOT, "%.0f ms", millis), "< 300 ms", millis < 300));
  }

  private void startAndIdle(Path tenYears) throws Exception {
    try (SimulatedOllama ollama = new SimulatedOllama()) {
      Map<String, String> settings = Home.withoutSources(tenYears, ollama);
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        try (Program program = new Program(settings, "run")) {
          millis.add(program.untilSaid(RUNNING).toNanos() / 1e6);
        }
      }
      double start = median(millis) / 1000;
      table.add("from process start to routes started", new Seconds(start), "< 2.5 s", start < 2.5);
      idle(settings);
      idleWithEmbeddings(tenYears, settings);
    }
  }

  private void idle(Map<String, String> settings) throws Exception {
    try (Program program = new Program(settings, "run")) {
      program.untilSaid(RUNNING);
      Awaitility.await().pollDelay(Duration.ofSeconds(20)).atMost(Duration.ofSeconds(30)).until(() -> true);
      long idle = program.residentMiB();
      String note = program.hasEmbeddings() ? " (with the embedding model!)" : "";
      table.add("resident when idle", idle + " MiB" + note, "< 200 MiB", idle < 200);
    }
  }

  private void idleWithEmbeddings(Path tenYears, Map<String, String> settings) throws Exception {
    try (Program program = new Program(settings, "run")) {
      program.untilSaid(RUNNING);
      Files.writeString(tenYears.resolve("inbox/load-the-model.md"), "How was the long run?");
      Callable<Boolean> loaded = program::hasEmbeddings;
      Awaitility.await().atMost(Duration.ofSeconds(90)).until(loaded);
      Awaitility.await().pollDelay(Duration.ofSeconds(20)).atMost(Duration.ofSeconds(30)).until(() -> true);
      long idle = program.residentMiB();
      table.add("resident when idle, embedding model loaded", idle + " MiB", "< 400 MiB", idle < 400);
    }
  }

  private void status(Path tenYears) throws Exception {
    List<Double> millis = new ArrayList<>();
    try (SimulatedOllama ollama = new SimulatedOllama()) {
      for (int i = 0; i < STARTS; i++) {
        try (Program program = new Program(Home.withoutSources(tenYears, ollama), "status")) {
          millis.add(program.untilEnd().toNanos() / 1e6);
        }
      }
    }
    double status = median(millis) / 1000;
    table.add("status, 10 years of history", new Seconds(status), "< 1 s", status < 1);
  }

  record Seconds(double value) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, value < 10 ? "%.2f s" : "%.1f s", value);
    }
  }

  private static Seconds seconds(Duration duration) {
    return new Seconds(duration.toNanos() / 1e9);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static long size(Path home) throws IOException {
    return Files.size(home.resolve("longrun.db"));
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
