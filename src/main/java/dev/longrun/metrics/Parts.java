package dev.longrun.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a run taken together: their time, their heart rate weighted by time, and pieces cut out by time. A heart rate is
 * weighted by moving seconds, never averaged over parts, so that it does not matter how finely a run is cut.
 */
public final class Parts {
  private Parts() {}

  /** Seconds, 0 or more. */
  public static double movingS(List<Stretch> parts) {
    return parts.stream().mapToDouble(Stretch::movingS).sum();
  }

  /** The parts in which the heart was measured. */
  public static List<Stretch> withHeartRate(List<Stretch> parts) {
    return parts.stream().filter(part -> part.movingS() > 0 && part.hrBpm() != null && part.hrBpm() > 0).toList();
  }

  /** Share of the moving time with heart rate, 0 to 1; 0 for no time at all. */
  public static double heartRateCoverage(List<Stretch> parts) {
    double time = movingS(parts);
    return time > 0 ? movingS(withHeartRate(parts)) / time : 0;
  }

  /** Mean over the time with heart rate; null when there is none. */
  public static Double meanHrBpm(List<Stretch> parts) {
    List<Stretch> known = withHeartRate(parts);
    return known.isEmpty()
        ? null
        : (Double) (known.stream().mapToDouble(part -> part.hrBpm() * part.movingS()).sum() / movingS(known));
  }

  /**
   * The piece between two times since the start, a part that straddles a border divided in proportion.
   *
   * @param fromS seconds of moving time, 0 or more
   * @param toS seconds of moving time, not before {@code fromS}
   */
  public static List<Stretch> between(List<Stretch> parts, double fromS, double toS) {
    List<Stretch> piece = new ArrayList<>();
    double startS = 0;
    for (Stretch part : parts) {
      double endS = startS + part.movingS();
      double insideS = Math.min(endS, toS) - Math.max(startS, fromS);
      if (insideS > 0) {
        piece.add(startS >= fromS && endS <= toS ? part : share(part, insideS / part.movingS()));
      }
      startS = endS;
    }
    return piece;
  }

  private static Stretch share(Stretch part, double share) {
    return new Stretch(
        times(part.distanceM(), share),
        part.movingS() * share,
        times(part.elapsedS(), share),
        part.hrBpm(),
        part.cadenceSpm(),
        times(part.gainM(), share),
        times(part.lossM(), share));
  }

  private static Double times(Double value, double share) {
    return value == null ? null : (Double) (value * share);
  }
}
