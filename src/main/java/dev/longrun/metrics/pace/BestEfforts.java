package dev.longrun.metrics.pace;

import dev.longrun.metrics.SplitQuality;
import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds the fastest kilometre, 5 km, 10 km, half marathon and marathon within a run from its kilometres, by elapsed time: a pause counts
 * as it does in a race. Within a kilometre the pace is taken as even, so the fastest window starts or ends at a border of kilometres and
 * only those need a look. A window of whole kilometres is exact; the true best may lie between the borders and be a little faster.
 */
public final class BestEfforts {
  /** Metres. */
  public static final List<Double> DISTANCES_M = List.of(1000.0, 5000.0, 10_000.0, 21_097.5, 42_195.0);

  /** Sums of metres differ in their last digits. */
  private static final double ROUNDING_M = 1e-6;

  private static final double ROUNDING_S = 1e-6;

  private final double[] metres;
  private final double[] seconds;

  private BestEfforts(double[] metres, double[] seconds) {
    this.metres = metres;
    this.seconds = seconds;
  }

  /**
   * @param kilometres from the start of the run, none left out; what comes after one without distance or time, or with a pace that
   *     nobody runs, is not looked at, since nobody knows where in the run it lies
   * @return by distance, of equally fast windows the first; empty for a run shorter than a kilometre
   */
  public static List<BestEffort> of(List<Stretch> kilometres) {
    List<Stretch> known =
        kilometres.stream().takeWhile(BestEfforts::isBelievable).toList();
    double[] metres = new double[known.size() + 1];
    double[] seconds = new double[known.size() + 1];
    for (int i = 0; i < known.size(); i++) {
      metres[i + 1] = metres[i] + known.get(i).distanceM();
      seconds[i + 1] = seconds[i] + timeS(known.get(i));
    }
    BestEfforts run = new BestEfforts(metres, seconds);
    return DISTANCES_M.stream().map(run::fastest).flatMap(Optional::stream).toList();
  }

  private static boolean isBelievable(Stretch part) {
    return part.distanceM() != null && part.distanceM() > 0 && timeS(part) * 1000 / part.distanceM() >= SplitQuality.FASTEST_S_PER_KM;
  }

  /** A recording whose elapsed time is below its moving time has rounded it. */
  private static double timeS(Stretch part) {
    return part.elapsedS() == null ? part.movingS() : Math.max(part.elapsedS(), part.movingS());
  }

  private Optional<BestEffort> fastest(double distanceM) {
    double endM = metres[metres.length - 1];
    List<BestEffort> windows = new ArrayList<>();
    DoubleStream.concat(DoubleStream.of(metres), DoubleStream.of(metres).map(border -> border - distanceM))
        .filter(fromM -> fromM >= -ROUNDING_M && fromM + distanceM <= endM + ROUNDING_M)
        .sorted()
        .forEach(fromM -> windows.add(new BestEffort(distanceM, secondsAt(fromM + distanceM) - secondsAt(fromM), Math.max(fromM, 0))));
    return windows.stream().reduce((best, next) -> next.timeS() < best.timeS() - ROUNDING_S ? next : best);
  }

  private double secondsAt(double metre) {
    int part = IntStream.range(1, metres.length - 1).filter(i -> metre <= metres[i]).findFirst().orElse(metres.length - 1);
    double share = Math.min(Math.max((metre - metres[part - 1]) / (metres[part] - metres[part - 1]), 0), 1);
    return seconds[part - 1] + share * (seconds[part] - seconds[part - 1]);
  }
}
