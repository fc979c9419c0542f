package dev.longrun.command;

import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Rebuild;
import dev.longrun.log.TrainingLog;
import dev.longrun.service.HomeLock;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import dev.longrun.source.file.FileMapper;
import dev.longrun.source.file.FitBodies;
import dev.longrun.source.garmin.GarminDayMapper;
import dev.longrun.source.garmin.GarminMapper;
import dev.longrun.source.strava.StravaMapper;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Registry;
import picocli.CommandLine.Command;

/** The log and everything derived again, from what the sources once said, without a network. */
@Command(name = "rebuild", description = "Make the log and its numbers again from the kept source records, without a network.")
final class RebuildCommand extends HomeCommand {
  private static final String INSTEAD = "Stop it, rebuild, and start it again.";

  RebuildCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    try (HomeLock lock = takeExistingHome(settings, INSTEAD);
        LongrunService service = new LongrunService(settings, ProgramFolder.find(), false)) {
      service.start();
      Rebuild rebuild = rebuild(settings, service);
      Progress progress = new Progress(context().out(), "Rebuilding", rebuild.size());
      int failures = rebuild.run(progress::reached);
      progress.end();
      say("Deriving load, fitness and fatigue");
      try (ProducerTemplate template = service.context().createProducerTemplate()) {
        template.requestBody("direct:derive-metrics", (Object) null);
      }
      say("The log is rebuilt: " + Tally.of(service.database().reader()).runs() + " runs.");
      if (failures > 0) {
        complain(failures + " kept records cannot be read any more and were put aside; \"longrun status\" says why.");
      }
      return failures == 0 ? ExitCode.OK : ExitCode.NOT_ALL_WELL;
    }
  }

  private static Rebuild rebuild(Settings settings, LongrunService service) {
    Registry beans = service.context().getRegistry();
    return new Rebuild(
        service.database(),
        beans.lookupByNameAndType("trainingLog", TrainingLog.class),
        beans.lookupByNameAndType("putAsides", PutAsides.class),
        List.of(new GarminMapper(), new FileMapper(settings.timezone()), new StravaMapper()),
        List.of(new GarminDayMapper(settings.timezone()), new FitBodies(null, settings.timezone(), settings.clock())));
  }
}
