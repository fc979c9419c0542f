package dev.longrun.analysis;

import dev.longrun.LongrunUnderTest;
import dev.longrun.demo.runner.SyntheticLap;
import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.demo.runner.Weather;
import dev.longrun.log.Activity;
import dev.longrun.log.Arrival;
import dev.longrun.log.Gear;
import dev.longrun.log.Lap;
import dev.longrun.log.Source;
import dev.longrun.log.Split;
import dev.longrun.log.Sport;
import dev.longrun.log.TrainingLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts the runs of a synthetic runner into a log without any site between, with the weather of their hours. */
final class SyntheticLog {
  private SyntheticLog() {}

  /** Loads and derives. */
  static void fill(LongrunUnderTest longrun, SyntheticRunner runner, List<SyntheticRun> runs, UnaryOperator<Activity> changed) {
    TrainingLog log = longrun.bean("trainingLog", TrainingLog.class);
    for (SyntheticRun run : runs) {
      log.load(new Arrival(changed.apply(activity(run, run.garminId() == null ? Source.STRAVA : Source.GARMIN)), List.of(), null));
    }
    longrun.service().database().writing().useTransaction(handle -> {
      var weather = handle.prepareBatch(
          """
          insert into weather_log (run_date, run_no, hour_utc, temperature_c, dew_point_c, provisional, created_at, updated_at)
          select run_date, run_no, :hour, :temperature, :dewPoint, 0, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'
          from main_log where started_at = :start""");
      for (SyntheticRun run : runs) {
        for (Instant hour = run.startedAt().truncatedTo(ChronoUnit.HOURS);
            run.latitude() != null && !hour.isAfter(run.endedAt());
            hour = hour.plus(1, ChronoUnit.HOURS)) {
          Weather air = runner.weather().at(hour, run.latitude(), run.longitude());
          weather
              .bind("hour", hour.toString())
              .bind("temperature", air.temperatureC())
              .bind("dewPoint", air.dewPointC())
              .bind("start", run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString())
              .add();
        }
      }
      weather.execute();
    });
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  static Activity activity(SyntheticRun run, Source source) {
    return new Activity(
        source, Long.toString(source == Source.STRAVA ? run.stravaId() : run.garminId()), run.startedAt(), run.utcOffsetS(),
        run.zone().getId(), run.treadmill() ? Sport.TREADMILL : Sport.ROAD, run.name(), run.comment(), run.placeName(), run.distanceM(),
        run.movingS(), run.elapsedS(), run.avgHrBpm(), run.maxHrBpm(), run.avgPowerW(), run.avgCadenceSpm(), run.elevationGainM(),
        run.elevationLossM(), run.latitude(), run.longitude(), run.race(), run.effort() == null ? null : (Double) (double) run.effort(),
        run.feel(), run.shoe() == null ? null : new Gear(run.shoe().garminUuid(), run.shoe().title(), null, null), splits(run), laps(run));
  }

  private static List<Split> splits(SyntheticRun run) {
    List<Split> splits = new ArrayList<>();
    for (SyntheticLap km : run.kilometres()) {
      splits.add(
          new Split(
              splits.size() + 1, km.distanceM(), km.movingS(), km.elapsedS(), km.avgHrBpm(), km.avgPowerW(), km.avgCadenceSpm(),
              km.elevationGainM(), km.elevationLossM()));
    }
    return splits;
  }

  private static List<Lap> laps(SyntheticRun run) {
    List<Lap> laps = new ArrayList<>();
    for (SyntheticLap lap : run.hasLapsOfItsOwn() ? run.laps() : List.<SyntheticLap>of()) {
      laps.add(
          new Lap(
              laps.size() + 1, lap.intensity(), lap.distanceM(), lap.movingS(), lap.elapsedS(), lap.avgHrBpm(), lap.avgPowerW(),
              lap.avgCadenceSpm(), lap.elevationGainM(), lap.elevationLossM()));
    }
    return laps;
  }
}
