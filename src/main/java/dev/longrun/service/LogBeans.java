package dev.longrun.service;

import dev.longrun.log.DataUse;
import dev.longrun.log.Database;
import dev.longrun.log.LoadDerivation;
import dev.longrun.log.PutAsides;
import dev.longrun.log.RunnerThresholds;
import dev.longrun.log.SyncStates;
import dev.longrun.log.TrainingLog;
import dev.longrun.settings.Settings;
import dev.longrun.settings.StravaDataUse;

/** The training log's beans, as the routes know them. */
final class LogBeans {
  private LogBeans() {}

  static void bind(BeanRegistry registry, Settings settings, Database database) {
    registry.bind("writer", database.writer());
    registry.bind("reader", database.reader());
    registry.bind("trainingLog", new TrainingLog(database, dataUse(settings), settings.clock()));
    registry.bind("loadDerivation", new LoadDerivation(database, thresholds(settings), settings.timezone(), settings.clock()));
    registry.bind("syncStates", new SyncStates(database, settings.clock()));
    registry.bind("putAsides", new PutAsides(database, settings.clock()));
  }

  private static DataUse dataUse(Settings settings) {
    return new DataUse(settings.strava().dataUse().filter(use -> use == StravaDataUse.COACH).isPresent());
  }

  private static RunnerThresholds thresholds(Settings settings) {
    Settings.Runner runner = settings.runner();
    return new RunnerThresholds(
        runner.maxHrBpm().isPresent() ? (double) runner.maxHrBpm().getAsInt() : null,
        runner.restingHrBpm().isPresent() ? (double) runner.restingHrBpm().getAsInt() : null,
        runner.sex().map(sex -> sex == Settings.Sex.FEMALE).orElse(null));
  }
}
