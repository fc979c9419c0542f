package dev.longrun.metrics.trend;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Thirty years with a run nearly every day, and a new pair of shoes every hundred runs. */
public final class LongHistory {
  private static final int YEARS = 30;
  private static final int TRIES = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LongHistory() {}

  public static List<RunObservation> runs() {
    int count = 12_000;
    int days = (int) (PlantedRunner.LAST_DAY.toEpochDay() - ARun.FIRST_DAY.minusYears(YEARS).toEpochDay());
    return ARun.many(
        count,
        days,
        1,
        (run, i) -> {
          run.day = run.day.minusYears(YEARS);
          run.kind = i % 7 == 2 ? RunObservation.TEMPO : i % 7 == 4 ? RunObservation.INTERVAL : RunObservation.EASY;
          run.shoe = "pair " + (i / 200 * 2 + i % 2);
        });
  }

  /** The better of two tries, in milliseconds of the processor: what the machine does besides does not count. */
  public static Map<String, Double> milliseconds(List<RunObservation> runs) {
    measured(runs); // the first time is that of the compiler
    return measured(runs);
  }

  private static Map<String, Double> measured(List<RunObservation> runs) {
    LocalDate today = PlantedRunner.LAST_DAY;
    List<DayValue> efficiency = Recovery.efficiency(runs);
    Map<String, Double> times = new LinkedHashMap<>();
    times.put("pace at heart rate", best(() -> PaceAtHeartRate.of(runs)));
    times.put("weather sensitivity", best(() -> WeatherSensitivity.of(runs)));
    times.put("heart-rate slope", best(() -> HeartRateSlope.of(runs)));
    times.put("shoe comparison", best(() -> ShoeComparison.of(runs)));
    times.put("weekly trend", best(() -> WeeklyTrend.of("efficiency", "m/beat", "runs", efficiency, 0.01)));
    times.put("effort against load", best(() -> EffortAgainstLoad.of(runs, today)));
    times.put("fatigue signals", best(() -> FatigueSignals.of(runs, today)));
    times.put(
        "block comparison",
        best(
            () ->
                BlockComparison.of(
                    runs, new Block("then", today.minusWeeks(64), today.minusWeeks(52)), new Block("now", today.minusWeeks(12), today))));
    return times;
  }

  private static double best(Runnable answer) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIES; i++) {
      long from = THREADS.getCurrentThreadCpuTime();
      answer.run();
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - from) / 1e6);
    }
    return best;
  }
}
