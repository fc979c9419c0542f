package dev.longrun.metrics.pace;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import java.util.List;

/**
 * What a kilometre costs on its hills against a flat one, and so the pace that the same effort gives on the flat (GAP):
 * {@code gap = pace / factor}.
 *
 * <p>The cost of a gradient i (rise over run) is {@code f(i) = 1 + 2.9·i + 18·i²}, a curve through the equal-heart-rate gradients that
 * Strava published in 2017 (+5 % about 1.19, +10 % 1.47, −10 % 0.89); at +30 % it meets the measured cost of Minetti 2002 (J Appl Physiol
 * 93:1039), whose polynomial credits the downhills of a road too much. The curve is Longrun's own. Below −12 % the credit stays at 0.91,
 * since steep ground is slow for other reasons than cost; beyond ±30 % the gradient counts as 30 %.
 *
 * <p>Of a kilometre only climb g and descent l are known, so it is taken to rise and fall at one gradient {@code (g + l) / distance},
 * uphill for the share {@code g / (g + l)} of it. What climbs and falls at most 6 m/km is flat: that much is noise of the recording.
 *
 * <p>Not for treadmills, whose climb nobody measured.
 */
public final class GradeAdjustment {
  private static final double STEEPEST_DESCENT_WITH_CREDIT = -0.12;
  private static final double STEEPEST = 0.30;
  private static final double LEAST_GRADIENT = 0.003;
  private static final double NOISE_M_PER_M = 0.006;

  private GradeAdjustment() {}

  /**
   * The cost of a gradient.
   *
   * @param gradient rise over run, such as 0.05; downhill negative
   * @return 0.88 to 3.49, 1 on the flat
   */
  public static double cost(double gradient) {
    if (Math.abs(gradient) < LEAST_GRADIENT) {
      return 1;
    }
    double i = Math.min(Math.max(gradient, STEEPEST_DESCENT_WITH_CREDIT), STEEPEST);
    return 1 + 2.9 * i + 18 * i * i;
  }

  /**
   * The cost of a part of a run over that of a flat one.
   *
   * @param distanceM metres, or null
   * @param gainM metres climbed, or null; when only one of climb and descent is known it is taken for the whole difference in height
   * @param lossM metres descended, positive, or null
   * @return above 0; 1 when the part is flat or its hills are not known
   */
  public static double factor(Double distanceM, Double gainM, Double lossM) {
    double gain = gainM == null ? 0 : Math.max(gainM, 0);
    double loss = lossM == null ? 0 : Math.max(lossM, 0);
    if (distanceM == null || distanceM <= 0 || gain + loss <= NOISE_M_PER_M * distanceM) {
      return 1;
    }
    double gradient = (gain + loss) / distanceM;
    return (gain * cost(gradient) + loss * cost(-gradient)) / (gain + loss);
  }

  /** The factor of a part. */
  public static double factor(Stretch part) {
    return factor(part.distanceM(), part.gainM(), part.lossM());
  }

  /** Seconds a kilometre on the flat for the effort of this part; null without distance or moving time. */
  public static Double gapSPerKm(Stretch part) {
    Double pace = part.paceSPerKm();
    return pace == null || pace <= 0 ? null : (Double) (pace / factor(part));
  }

  /**
   * Seconds a kilometre on the flat for the effort of a whole run: its moving time over the flat distance its parts are worth. The
   * method is {@code grade}, or {@code no-elevation} when nothing is known of its hills and it is the plain pace.
   */
  public static Measured gap(List<Stretch> parts) {
    double movingS = Parts.movingS(parts);
    if (movingS <= 0) {
      return Measured.missing("no moving time");
    }
    if (!haveDistance(parts)) {
      return Measured.missing("no distance");
    }
    boolean hilly = parts.stream().anyMatch(part -> part.gainM() != null || part.lossM() != null);
    return Measured.of(movingS * 1000 / flatM(parts), hilly ? "grade" : "no-elevation");
  }

  /** Whether every part that took time says how far it went. */
  static boolean haveDistance(List<Stretch> parts) {
    return parts.stream().allMatch(part -> part.movingS() <= 0 || (part.distanceM() != null && part.distanceM() > 0));
  }

  /** Metres on the flat that cost as much as the parts. */
  static double flatM(List<Stretch> parts) {
    return parts.stream().filter(part -> part.distanceM() != null).mapToDouble(part -> part.distanceM() * factor(part)).sum();
  }
}
