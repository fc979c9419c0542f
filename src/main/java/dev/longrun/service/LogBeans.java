package dev.longrun.service;

import dev.longrun.analysis.GoalLedger;
import dev.longrun.coach.Memory;
import dev.longrun.log.DataUse;
import dev.longrun.log.Database;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.TrainingLog;
import dev.longrun.log.derived.MetricDerivation;
import dev.longrun.log.derived.Runner;
import dev.longrun.report.Outbox;
import dev.longrun.report.SourceSetup;
import dev.longrun.report.StatusReport;
import dev.longrun.settings.Settings;
import dev.longrun.settings.StravaDataUse;
import java.util.OptionalInt;

/** The training log's beans, as the routes know them. */
final class LogBeans {
  private LogBeans() {}

  static void bind(BeanRegistry registry, Settings settings, Database database) {
    registry.bind("writer", database.writer());
    registry.bind("reader", database.reader());
    SyncStates syncStates = new SyncStates(database, settings.clock());
    syncStates.connected(Source.GARMIN, SourceSetup.garminOff(settings).isEmpty());
    syncStates.connected(Source.STRAVA, SourceSetup.stravaOff(settings).isEmpty() && stravaCounts(settings));
    registry.bind("trainingLog", trainingLog(settings, database, syncStates));
    registry.bind("metricDerivation", new MetricDerivation(database, runner(settings), settings.timezone(), settings.clock()));
    registry.bind("goalLedger", new GoalLedger(settings, database));
    registry.bind("syncStates", syncStates);
    registry.bind("putAsides", new PutAsides(database, settings.clock()));
    registry.bind("statusReport", new StatusReport(settings, database.reader(), new Outbox(settings.outbox())));
  }

  /** Under a new choice about Strava's data every run that Strava has a part in is derived again before anything reads it. */
  private static TrainingLog trainingLog(Settings settings, Database database, SyncStates syncStates) {
    String before = syncStates.of(Source.STRAVA).dataUse();
    String chosen = settings.strava().dataUse().map(StravaDataUse::id).orElse(before);
    TrainingLog log = new TrainingLog(database, new DataUse(StravaDataUse.COACH.id().equals(chosen)), settings.clock());
    if (chosen != null && !chosen.equals(before)) {
      log.deriveAll(Source.STRAVA);
      if (StravaDataUse.COACH.id().equals(before)) {
        // What was said about the runs may rest on Strava's values.
        Memory.forgetEverything(database);
      }
      syncStates.dataUse(Source.STRAVA, chosen);
    }
    return log;
  }

  /** What may only be shown for a week tells neither of runs nor of rest. */
  private static boolean stravaCounts(Settings settings) {
    return settings.strava().dataUse().filter(StravaDataUse.COACH::equals).isPresent();
  }

  private static Runner runner(Settings settings) {
    Settings.Runner runner = settings.runner();
    return new Runner(
        number(runner.maxHrBpm()),
        number(runner.restingHrBpm()),
        number(runner.lthrBpm()),
        runner.sex().map(sex -> sex == Settings.Sex.FEMALE).orElse(null));
  }

  private static Double number(OptionalInt value) {
    return value.isPresent() ? (Double) (double) value.getAsInt() : null;
  }
}
