package dev.longrun.command;

import dev.longrun.log.Database;
import dev.longrun.report.SourceSetup;
import dev.longrun.service.Cycle;
import dev.longrun.service.Failures;
import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One whole cycle, then the end. */
@Command(
    name = "once",
    description = "Do everything that can be done now, then exit: poll, take in the inbox, answer, summarise.")
final class OnceCommand extends HomeCommand {
  private static final String INSTEAD = "It does all of this on its schedules; \"longrun status\" says how far it is.";

  @Option(names = "--full", description = "Compare the whole list of each source, not only the latest part.")
  private boolean full;

  OnceCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    try (HomeLock lock = takeHome(settings, INSTEAD)) {
      int exitCode = cycle(settings);
      StatusFiles.refreshStopped(settings);
      return exitCode;
    }
  }

  private int cycle(Settings settings) throws Exception {
    SourceSetup.off(settings).forEach(this::say);
    try (LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      service.start();
      Outcome outcome = Outcome.from(settings.clock().instant());
      List<Cycle.Failure> failures = run(settings, service);
      Database database = service.database();
      outcome.written(database).forEach(name -> say("Written: " + settings.outbox().resolve(name)));
      outcome.waits(settings, database).forEach(this::say);
      failures.forEach(this::complain);
      List<String> troubles = outcome.troubles(settings, database);
      troubles.forEach(this::complain);
      return failures.isEmpty() && troubles.isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL_WELL;
    }
  }

  private List<Cycle.Failure> run(Settings settings, LongrunService service) {
    DataSource reader = service.database().reader();
    AtomicReference<Tally> before = new AtomicReference<>(Tally.of(reader));
    List<Cycle.Failure> failures =
        new Cycle(service.context())
            .run(
                full,
                step -> {
                  sayWhatChanged(reader, before);
                  if (!isOff(settings, step)) {
                    say(step.title());
                  }
                });
    sayWhatChanged(reader, before);
    return failures;
  }

  private void sayWhatChanged(DataSource reader, AtomicReference<Tally> before) {
    Tally now = Tally.of(reader);
    now.since(before.getAndSet(now)).forEach(change -> say("  " + change));
  }

  private static boolean isOff(Settings settings, Cycle.Step step) {
    return switch (step.route()) {
      case "poll-garmin" -> SourceSetup.garminOff(settings).isPresent();
      case "poll-strava" -> SourceSetup.stravaOff(settings).isPresent();
      default -> false;
    };
  }

  private void complain(Cycle.Failure failure) {
    LoggerFactory.getLogger(OnceCommand.class).error("The step {} failed", failure.step().route(), failure.cause());
    complain(failure.step().title() + ": " + Failures.sentence(failure.cause()));
  }
}
