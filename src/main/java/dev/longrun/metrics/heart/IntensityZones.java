package dev.longrun.metrics.heart;

import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import java.util.List;

/**
 * The time a run spent in each of three zones, by the mean heart rate of its parts (Seiler and Kjerland 2006). A heart rate at a boundary
 * belongs to the zone above it. Time without heart rate is in none. Heart rate lags, so repeats have less of the third zone than they were
 * hard; the goals of sessions counted instead give quite other shares.
 */
public final class IntensityZones {
  /** Share of the moving time with heart rate. */
  public static final double LEAST_COVERAGE = 0.90;

  public static final double LEAST_MOVING_S = 600;

  /**
   * Times, or the reason why there are none.
   *
   * @param times null when missing
   * @param missing null when there are times
   */
  public record Result(ZoneTimes times, String missing) {
    public Result {
      if ((times == null) == (missing == null)) {
        throw new IllegalArgumentException("Either times or a reason: " + times + ", " + missing);
      }
    }
  }

  private IntensityZones() {}

  /**
   * @param parts of the run, usually its kilometres
   * @param boundaries null when not known
   */
  public static Result of(List<Stretch> parts, ZoneBoundaries boundaries) {
    if (boundaries == null) {
      return new Result(null, "neither the threshold nor the maximum heart rate is known: set RUNNER_LTHR or RUNNER_MAX_HR");
    }
    if (Parts.movingS(parts) < LEAST_MOVING_S) {
      return new Result(null, "less than 10 minutes");
    }
    double coverage = Parts.heartRateCoverage(parts);
    if (coverage < LEAST_COVERAGE) {
      return new Result(null, coverage == 0 ? "no heart rate" : "heart rate for less than 90 % of the time");
    }
    double[] seconds = new double[3];
    for (Stretch part : Parts.withHeartRate(parts)) {
      seconds[part.hrBpm() < boundaries.lt1Bpm() ? 0 : part.hrBpm() < boundaries.lt2Bpm() ? 1 : 2] += part.movingS();
    }
    return new Result(new ZoneTimes(seconds[0], seconds[1], seconds[2], boundaries.method()), null);
  }
}
