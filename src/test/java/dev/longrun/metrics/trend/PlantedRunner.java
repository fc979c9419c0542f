package dev.longrun.metrics.trend;

import dev.longrun.demo.runner.SyntheticLap;
import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.demo.runner.Truths;
import dev.longrun.demo.runner.Weather;
import dev.longrun.metrics.Surface;
import dev.longrun.metrics.load.SmoothedLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The synthetic runner's log as the longitudinal questions see it: derived from what watch and weather service report, nothing else. */
final class PlantedRunner {
  static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
  private static final double MAX_HR_BPM = 188;
  private static final double LT1_BPM = 153;
  private static final int WARMING_UP_DAYS = 126;

  private PlantedRunner() {}

  static List<RunObservation> twoYears(long seed, Truths truths) {
    return observations(SyntheticRunner.of(LAST_DAY, 2, seed, truths));
  }

  static List<RunObservation> observations(SyntheticRunner runner) {
    Map<LocalDate, Double> overloads = overloads(runner);
    List<RunObservation> observations = new ArrayList<>();
    for (SyntheticRun run : runner.runs()) {
      double gain = run.elevationGainM() == null ? 0 : run.elevationGainM();
      observations.add(
          new RunObservation(
              run.date(),
              kind(run),
              run.treadmill() ? Surface.TREADMILL : Surface.ROAD,
              run.distanceM(),
              run.movingS(),
              gradeAdjustedM(run) / run.movingS(),
              hr(run),
              MAX_HR_BPM,
              run.treadmill() ? null : (Double) heat(runner, run),
              run.treadmill() ? null : (Double) (gain / run.distanceM() * 1000),
              run.shoe() == null ? null : run.shoe().title(),
              run.effort(),
              run.feel(),
              run.avgHrBpm() == null ? null : (Double) shareAbove(run),
              overloads.get(run.date()),
              null));
    }
    return observations;
  }

  private static String kind(SyntheticRun run) {
    if (run.race()) {
      return RunObservation.RACE;
    }
    return run.name().contains("Tempo")
        ? RunObservation.TEMPO
        : run.name().contains("x 1000 m") ? RunObservation.INTERVAL : run.name().contains("Long run") ? "long" : RunObservation.EASY;
  }

  /** Weighted by time over the kilometres, each in whole beats. */
  private static Double hr(SyntheticRun run) {
    return run.avgHrBpm() == null
        ? null
        : (Double) (run.laps().stream().mapToDouble(lap -> lap.avgHrBpm() * lap.movingS()).sum() / run.movingS());
  }

  private static double shareAbove(SyntheticRun run) {
    return run.laps().stream().filter(lap -> lap.avgHrBpm() > LT1_BPM).mapToDouble(SyntheticLap::movingS).sum() / run.movingS();
  }

  /** {@code f(i) = 1 + 2.9 i + 18 i²}, climb and descent of each kilometre on slopes of one steepness. */
  private static double gradeAdjustedM(SyntheticRun run) {
    return run.kilometres().stream()
        .mapToDouble(
            km -> {
              if (km.elevationGainM() == null || km.elevationGainM() + km.elevationLossM() <= 6 * km.distanceM() / 1000) {
                return km.distanceM();
              }
              double climbed = km.elevationGainM() + km.elevationLossM();
              double slope = climbed / km.distanceM();
              double up = km.elevationGainM() / climbed;
              return km.distanceM() * (up * cost(slope) + (1 - up) * cost(-slope));
            })
        .sum();
  }

  private static double cost(double slope) {
    return 1 + 2.9 * slope + 18 * slope * slope;
  }

  /** In the middle of the run, between the two full hours around it. */
  private static double heat(SyntheticRunner runner, SyntheticRun run) {
    long middle = run.startedAt().getEpochSecond() + Math.round(run.elapsedS() / 2);
    Instant hour = Instant.ofEpochSecond(Math.floorDiv(middle, 3600L) * 3600);
    double share = (middle - hour.getEpochSecond()) / 3600.0;
    Weather before = runner.weather().at(hour, run.latitude(), run.longitude());
    Weather after = runner.weather().at(hour.plusSeconds(3600), run.latitude(), run.longitude());
    return Math.max(0, (1 - share) * sum(before) + share * sum(after) - 20);
  }

  private static double sum(Weather weather) {
    return weather.temperatureC() + weather.dewPointC();
  }

  /** By the load that {@code docs/demo-runner.md} describes: moving minutes times the usual effort of the kind of session over 5. */
  private static Map<LocalDate, Double> overloads(SyntheticRunner runner) {
    Map<LocalDate, Double> loads =
        runner.runs().stream().collect(Collectors.groupingBy(SyntheticRun::date, Collectors.summingDouble(PlantedRunner::load)));
    Map<LocalDate, Double> overloads = new HashMap<>();
    LocalDate first = runner.season().firstDay();
    double fitness = 0;
    double fatigue = 0;
    for (LocalDate day = first; !day.isAfter(runner.season().lastDay()); day = day.plusDays(1)) {
      overloads.put(day, day.isBefore(first.plusDays(WARMING_UP_DAYS)) ? null : (Double) Math.max(0, fatigue / fitness - 1));
      double load = loads.getOrDefault(day, 0.0);
      fitness = SmoothedLoad.FITNESS.next(fitness, load);
      fatigue = SmoothedLoad.FATIGUE.next(fatigue, load);
    }
    return overloads;
  }

  private static double load(SyntheticRun run) {
    int usualEffort =
        switch (kind(run)) {
          case RunObservation.EASY -> 3;
          case RunObservation.TEMPO -> 7;
          case RunObservation.INTERVAL -> 8;
          case RunObservation.RACE -> 9;
          default -> 5;
        };
    return run.movingS() / 60 * usualEffort / 5;
  }
}
