package dev.longrun.command;

import dev.longrun.coach.Memory;
import dev.longrun.log.Database;
import dev.longrun.log.Purge;
import dev.longrun.log.Source;
import dev.longrun.log.TrainingLog;
import dev.longrun.report.Delivery;
import dev.longrun.report.SourceSetup;
import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.EnvFileWriter;
import dev.longrun.settings.SettingName;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Everything that only one source said is erased, with every text that may rest on it, and its login. */
@Command(
    name = "purge",
    description = {
      "Erase everything that only this source said, as if it had never been connected: its runs, days, shoes and raw answers, its login,",
      "and the answers, summaries and memories that may rest on them. What other sources say of the same runs stays."
    })
final class PurgeCommand extends HomeCommand {
  private static final String INSTEAD = "Stop it, purge, and start it again.";
  private static final String ERASED = "This answer was erased, because it may have rested on what only %s had said. Ask again for one from what is left.%n";

  @Parameters(paramLabel = "SOURCE", description = "garmin, strava or file.")
  private String source;

  PurgeCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    Source purged = source();
    try (HomeLock lock = takeExistingHome(settings, INSTEAD);
        LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      disconnect(settings, purged);
      service.start();
      Registry beans = service.context().getRegistry();
      int erased =
          new Purge(service.database(), beans.lookupByNameAndType("trainingLog", TrainingLog.class), settings.clock()).run(purged);
      forgetTexts(settings, service.database(), purged);
      try (ProducerTemplate template = service.context().createProducerTemplate()) {
        template.requestBody("direct:derive-metrics", (Object) null);
      }
      beans.lookupByNameAndType("delivery", Delivery.class).deliver();
      say(erased + " activities of " + purged.title() + " were erased, with what rested on them. \"longrun once\" writes the summaries anew.");
    }
    StatusFiles.refreshStopped(settings);
    return ExitCode.OK;
  }

  private Source source() {
    for (Source known : List.of(Source.GARMIN, Source.STRAVA, Source.FILE)) {
      if (known.id().equals(source.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new CommandFailure(ExitCode.USAGE, "There is nothing to purge of \"" + source + "\": it must be garmin, strava or file.");
  }

  /** Else the next poll would fetch all of it again. */
  private void disconnect(Settings settings, Source purged) throws IOException {
    if (purged == Source.GARMIN) {
      Files.deleteIfExists(SourceSetup.garminTokenFile(settings));
    } else if (purged == Source.STRAVA) {
      Files.deleteIfExists(settings.home().resolve("tokens/strava_tokens.json"));
      if (Files.isRegularFile(settings.home().resolve(".env"))) {
        EnvFileWriter.set(settings.home().resolve(".env"), Map.of(SettingName.STRAVA_REFRESH_TOKEN, ""));
      }
      if (context().sources().read().strava().refreshToken().isPresent()) {
        say("STRAVA_REFRESH_TOKEN is still set, in the environment or in the folder you start Longrun from: take it away, or Strava is read again.");
      }
    }
  }

  private static void forgetTexts(Settings settings, Database database, Source purged) throws IOException {
    Memory.forgetEverything(database);
    List<String> paths = new ArrayList<>();
    database.writing()
        .useTransaction(
            handle -> {
              paths.addAll(handle.createQuery("select path from summary").mapTo(String.class).list());
              paths.addAll(handle.createQuery("select answer_path from question where state = 'answered'").mapTo(String.class).list());
              handle.execute("delete from summary");
              handle.execute("delete from advice_given");
              handle.execute(
                  "update question set answer = ?, evidence = null, delivered_at = null where state = 'answered'", ERASED.formatted(purged.title()));
            });
    for (String path : paths) {
      Path name = Path.of(path).getFileName();
      Files.deleteIfExists(settings.outbox().resolve(path));
      Files.deleteIfExists(settings.outbox().resolve("evidence").resolve(name.toString().replaceFirst("\\.md$", ".json")));
    }
    Files.deleteIfExists(settings.outbox().resolve("latest.md"));
  }
}
