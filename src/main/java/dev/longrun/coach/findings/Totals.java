package dev.longrun.coach.findings;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What runs say together. A sum over runs of which one lacks the value is the sum of the others; the number of those that have it says so.
 *
 * @param paceSPerKm all running time by all distance, of the runs that have both
 * @param avgHrBpm weighted by time
 */
public record Totals(
    int runs,
    double km,
    int runsWithDistance,
    double movingS,
    Double longestKm,
    Double paceSPerKm,
    Double avgHrBpm,
    int runsWithHeartRate,
    Double effort,
    int runsWithEffort,
    Double feel,
    int runsWithFeel,
    Double load,
    int runsWithLoad,
    double gainM,
    double z1S,
    double z2S,
    double z3S,
    int races) {

  public static Totals of(List<RunRow> runs) {
    List<RunRow> paced = runs.stream().filter(run -> run.distanceM() != null && run.distanceM() > 0 && run.movingS() != null).toList();
    double pacedM = sum(paced, RunRow::distanceM);
    List<RunRow> beating = runs.stream().filter(run -> run.avgHrBpm() != null && run.movingS() != null).toList();
    double beatingS = sum(beating, RunRow::movingS);
    return new Totals(
        runs.size(),
        sum(runs, RunRow::distanceM) / 1000,
        count(runs, RunRow::distanceM),
        sum(runs, RunRow::movingS),
        runs.stream().map(RunRow::km).filter(Objects::nonNull).max(Double::compare).orElse(null),
        pacedM > 0 ? (Double) (sum(paced, RunRow::movingS) * 1000 / pacedM) : null,
        beatingS > 0 ? (Double) (beating.stream().mapToDouble(run -> run.avgHrBpm() * run.movingS()).sum() / beatingS) : null,
        beating.size(),
        mean(runs, RunRow::effort),
        count(runs, RunRow::effort),
        mean(runs, RunRow::feel),
        count(runs, RunRow::feel),
        count(runs, RunRow::load) == 0 ? null : (Double) sum(runs, RunRow::load),
        count(runs, RunRow::load),
        sum(runs, RunRow::gainM),
        sum(runs, RunRow::z1S),
        sum(runs, RunRow::z2S),
        sum(runs, RunRow::z3S),
        (int) runs.stream().filter(RunRow::isRace).count());
  }

  private static double sum(List<RunRow> runs, Function<RunRow, Double> value) {
    return runs.stream().map(value).filter(Objects::nonNull).mapToDouble(Double::doubleValue).sum();
  }

  private static int count(List<RunRow> runs, Function<RunRow, Double> value) {
    return (int) runs.stream().map(value).filter(Objects::nonNull).count();
  }

  private static Double mean(List<RunRow> runs, Function<RunRow, Double> value) {
    return count(runs, value) == 0 ? null : (Double) (sum(runs, value) / count(runs, value));
  }
}
