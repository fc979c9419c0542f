package dev.longrun.command;

import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One whole cycle, then the end. */
@Command(
    name = "once",
    description = "Do everything that can be done now, then exit: poll, take in the inbox, answer, summarise.")
final class OnceCommand extends HomeCommand {
  private static final List<String> ROUTES =
      List.of("poll-garmin", "poll-strava", "watch-inbox", "enrich-weather", "derive-metrics", "answer-questions", "summarise-week");

  @Option(names = "--full", description = "Compare the whole list of each source, not only the latest part.")
  private boolean full;

  OnceCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    try (HomeLock lock = takeHome(settings, "It does all of this on its schedules; \"longrun status\" says how far it is.");
        LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      service.start();
      SourceChecks.off(settings).forEach(this::say);
      try (ProducerTemplate template = service.context().createProducerTemplate()) {
        for (String route : ROUTES) {
          if (service.context().getRoute(route) != null) {
            template.requestBodyAndHeader("direct:" + route, null, "full", full);
          }
        }
      }
    }
    return ExitCode.OK;
  }
}
