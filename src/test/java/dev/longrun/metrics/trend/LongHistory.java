package dev.longrun.metrics.trend;

import dev.longrun.demo.runner.SyntheticRunner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Thirty years with a run nearly every day, and a new pair of shoes every hundred runs. */
public final class LongHistory {
  private static final int TRIES = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LongHistory() {}

  public static List<RunObservation> runs() {
    List<RunObservation> runs = PlantedRunner.observations(SyntheticRunner.daily(PlantedRunner.LAST_DAY, 33, 1));
    List<RunObservation> shod = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      int number = i;
      shod.add(ARun.of(runs.get(i)).but(run -> run.shoe = "pair " + (number / 200 * 2 + number % 2)));
    }
    return shod;
  }

  /** The best of three tries, in milliseconds of the processor: what the machine does besides does not count. */
  public static Map<String, Double> milliseconds(List<RunObservation> runs) {
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
