package dev.longrun.source;

import dev.longrun.log.Split;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Climb and descent of a run and of its kilometres, so that the ones sum to the others. A device adds its own barometer up second by
 * second and says a little more than the points it wrote: the kilometres share the difference in proportion. A total that its points
 * contradict is that of the points. Pure.
 *
 * @param splits with their shares
 * @param gainM null when nobody knows it
 * @param lossM null when nobody knows it
 */
public record Climb(List<Split> splits, Double gainM, Double lossM) {
  /** A device that sees more than this many times what its points tell, or less than that part of it, is wrong. */
  private static final double MOST = 3;

  /** So much may hide below the step from which on heights are believed. */
  private static final double UNSEEN_M = 10;

  /** @param saidGainM what the device says of the whole; null when it says nothing */
  public static Climb of(List<Split> splits, Double saidGainM, Double saidLossM) {
    Double gainM = total(splits, Split::elevationGainM, saidGainM);
    Double lossM = total(splits, Split::elevationLossM, saidLossM);
    double distanceM = splits.stream().map(Split::distanceM).filter(Objects::nonNull).mapToDouble(Double::doubleValue).sum();
    List<Split> shared =
        splits.stream()
            .map(
                split ->
                    new Split(
                        split.km(), split.distanceM(), split.movingS(), split.elapsedS(), split.avgHrBpm(), split.avgPowerW(), split.avgCadenceSpm(),
                        share(split, split.elevationGainM(), sum(splits, Split::elevationGainM), gainM, distanceM),
                        share(split, split.elevationLossM(), sum(splits, Split::elevationLossM), lossM, distanceM)))
            .toList();
    return new Climb(shared, gainM, lossM);
  }

  private static Double total(List<Split> splits, Function<Split, Double> field, Double said) {
    Double sum = sum(splits, field);
    if (sum == null) {
      return said;
    }
    boolean unseen = sum == 0 && said != null && said <= UNSEEN_M;
    boolean alike = said != null && said > 0 && said <= MOST * sum && sum <= MOST * said;
    return unseen || alike ? said : sum;
  }

  /** Null when it is not known of every kilometre. */
  private static Double sum(List<Split> splits, Function<Split, Double> field) {
    boolean known = !splits.isEmpty() && splits.stream().map(field).noneMatch(Objects::isNull);
    return known ? (Double) rounded(splits.stream().mapToDouble(split -> field.apply(split)).sum()) : null;
  }

  private static Double share(Split split, Double own, Double sum, Double total, double distanceM) {
    if (own == null || sum == null || total == null) {
      return own;
    }
    if (sum > 0) {
      return rounded(own * total / sum);
    }
    return split.distanceM() == null || distanceM <= 0 ? own : (Double) rounded(total * split.distanceM() / distanceM);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
