package dev.longrun.demo;

import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncState;
import dev.longrun.log.record.SyncStates;
import dev.longrun.service.Cycle;
import dev.longrun.service.Failures;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Longrun's main job on the synthetic runner: the real routes ask simulated sites, derive, answer two questions and write the
 * summaries that are due. The home given is overwritten ({@link DemoHome} makes sure that it may be).
 */
public final class Demo implements AutoCloseable {
  private final DemoHome home;
  private final DemoSites sites;
  private final Settings settings;
  private final PrintWriter out;
  private final boolean terminal;

  /**
   * @param ollama the user's own
   * @param now when the demo plays; empty: now. The runner's last day is the day before
   * @param terminal whether lines may be drawn over
   */
  public Demo(DemoHome home, Settings.Ollama ollama, Optional<Instant> now, PrintWriter out, boolean terminal) {
    this.home = home;
    this.out = out;
    this.terminal = terminal;
    this.sites = DemoSites.of(SyntheticRunner.ofTheDemo(DemoSettings.yesterday(now)), DemoSettings.clock(now));
    this.settings = DemoSettings.of(home.path(), now, sites, ollama);
  }

  public Settings settings() {
    return settings;
  }

  /**
   * To be called with the home locked, cleared, and its folders made.
   *
   * @return what went wrong, a sentence each; empty when all is well
   */
  public List<String> run() throws Exception {
    Files.writeString(settings.garmin().tokens(), sites.garmin().tokenFile());
    Optional<String> whyNoWords = OllamaCheck.whyNoWords(settings.ollama());
    greet(whyNoWords);
    List<String> failures;
    try (Progress progress = new Progress(out, terminal);
        LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      progress.begin("Starting Longrun");
      service.start();
      SampleQuestions.dropInto(settings.inbox());
      SampleNotes.dropInto(settings.inbox(), sites.runner().season());
      failures = work(service, progress);
    }
    leaveHomeUsable();
    new DemoFarewell(settings, out).say(whyNoWords);
    return failures;
  }

  private void greet(Optional<String> whyNoWords) {
    List<SyntheticRun> runs = sites.runner().runs();
    out.printf(
        "A runner who does not exist, %d runs from %s to %s, on simulated sites. Home: %s%n",
        runs.size(), sites.runner().season().firstDay(), sites.runner().season().lastDay(), home.path());
    if (whyNoWords.isEmpty()) {
      out.printf(
          "Ollama is there: seven texts will be put into words by %s. On a machine without a graphics card each may take minutes%n"
              + "(after %d minutes a page stays as it is).%n",
          settings.ollama().model(), settings.ollama().timeout().toMinutes());
    }
    out.flush();
  }

  private List<String> work(LongrunService service, Progress progress) {
    List<Cycle.Failure> broken =
        new Cycle(service.context()).run(false, step -> progress.begin(step.title(), done(step), total(step)));
    progress.end();
    List<String> failures = new ArrayList<>();
    for (Cycle.Failure failure : broken) {
      LoggerFactory.getLogger(Demo.class).error("The step {} failed", failure.step().route(), failure.cause());
      failures.add(failure.step().title() + ": " + Failures.sentence(failure.cause()));
    }
    SyncStates states = new SyncStates(service.database(), settings.clock());
    for (Source source : List.of(Source.GARMIN, Source.STRAVA, Source.OPEN_METEO)) {
      SyncState state = states.of(source);
      Stream.of(state.lastError(), state.blockedReason(), state.actionNeeded())
          .filter(Objects::nonNull)
          .forEach(sentence -> failures.add(source.title() + ": " + sentence));
    }
    return failures;
  }

  /** The simulated sites end with the demo: without its tokens nobody looks for them, and no real site is told of them. */
  private void leaveHomeUsable() throws IOException {
    Files.deleteIfExists(settings.garmin().tokens());
    Path env = home.path().resolve(".env");
    Files.writeString(env, DemoSettings.envFile(sites.runner().season(), settings.ollama()));
    if (Files.getFileStore(env).supportsFileAttributeView("posix")) {
      // As docs/installing.md asks for, and doctor looks for.
      Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private IntSupplier done(Cycle.Step step) {
    return switch (step.route()) {
      case "poll-garmin" -> () -> sites.garmin().calls().getOrDefault("detail", 0);
      case "poll-strava" -> () -> sites.strava().calls().getOrDefault("detail", 0);
      default -> () -> 0;
    };
  }

  private int total(Cycle.Step step) {
    List<SyntheticRun> runs = sites.runner().runs();
    return switch (step.route()) {
      case "poll-garmin" -> (int) runs.stream().filter(run -> run.garminId() != null).count();
      case "poll-strava" -> (int) runs.stream().filter(run -> run.stravaId() != null).count();
      default -> 0;
    };
  }

  @Override
  public void close() {
    sites.close();
  }
}
