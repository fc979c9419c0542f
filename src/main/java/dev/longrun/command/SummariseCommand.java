package dev.longrun.command;

import dev.longrun.coach.summary.Summaries;
import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.time.LocalDate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes (again) one summary. */
@Command(name = "summarise", description = "Write (again) the summary of one week or month.")
final class SummariseCommand extends HomeCommand {
  private static final String INSTEAD = "It writes every summary that is due. For another one stop it, summarise, and start it again.";

  @ArgGroup(multiplicity = "1")
  private Which which;

  SummariseCommand(CommandContext context) {
    super(context);
  }

  private static final class Which {
    @Option(names = "--week", paramLabel = "2026-W46", converter = Period.WeekConverter.class, description = "An ISO week, Monday first.")
    private Period week;

    @Option(names = "--month", paramLabel = "2026-10", converter = Period.MonthConverter.class, description = "A calendar month.")
    private Period month;

    Period period() {
      return week == null ? month : week;
    }
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    requireHome(settings);
    Period period = which.period();
    if (period.firstDay().isAfter(LocalDate.ofInstant(settings.clock().instant(), settings.timezone()))) {
      throw new CommandFailure(ExitCode.USAGE, "The " + period.kind() + " " + period.text() + " has not begun yet.");
    }
    try (HomeLock lock = takeExistingHome(settings, INSTEAD);
        LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      service.start();
      Outcome outcome = Outcome.from(settings.clock().instant());
      Summaries summaries = service.context().getRegistry().lookupByNameAndType("summaries", Summaries.class);
      summarise(summaries, period);
      outcome.written(service.database()).forEach(name -> say("Written: " + settings.outbox().resolve(name)));
      return ExitCode.OK;
    }
  }

  private static void summarise(Summaries summaries, Period period) {
    try {
      summaries.summarise(period.kind(), period.text());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, e.getMessage());
    }
  }
}
