package dev.longrun.metrics.recovery;

import dev.longrun.metrics.Measured;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/**
 * How much harder a run felt than runs of its heart rate usually do: its effort minus the median effort of earlier runs whose mean heart
 * rate was within 5 bpm. A higher effort at the same heart rate is among the better signs of fatigue (Saw 2016, Br J Sports Med 50:281);
 * the comparison is Longrun's own.
 */
public final class ExpectedEffort {
  /** Fewer runs of that heart rate say too little about what is usual. */
  public static final int LEAST_RUNS = 5;

  private static final double SIMILAR_BPM = 5;

  /**
   * An earlier run of which both are known.
   *
   * @param effort 1 to 10
   */
  public record RatedRun(double hrBpm, double effort) {}

  private ExpectedEffort() {}

  /**
   * @param effort 1 to 10, or null
   * @param hrBpm mean of the run, or null
   * @param earlier runs, such as those of the year before
   * @return points of effort above the usual, negative when it felt easier
   */
  public static Measured above(Double effort, Double hrBpm, List<RatedRun> earlier) {
    if (effort == null) {
      return Measured.missing("no effort");
    }
    if (hrBpm == null) {
      return Measured.missing("no heart rate");
    }
    double[] similar =
        earlier.stream().filter(run -> Math.abs(run.hrBpm() - hrBpm) <= SIMILAR_BPM).mapToDouble(RatedRun::effort).toArray();
    return similar.length < LEAST_RUNS
        ? Measured.missing("%d earlier runs of that heart rate, %d are needed".formatted(similar.length, LEAST_RUNS))
        : Measured.of(effort - StatUtils.percentile(similar, 50), "median-of-similar-heart-rate");
  }
}
