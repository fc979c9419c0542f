package dev.longrun.metrics.trend;

import java.util.List;

/**
 * A number with its uncertainty and conditions. Either a difference (a change, a slope: 0 would mean none), which has a smallest
 * detectable size, or a level (a pace), which has none.
 *
 * @param low of the 95 % interval
 * @param high of the 95 % interval
 * @param unit such as {@code % a year}
 * @param method how it was estimated, by whom it was proposed
 * @param covariates what was allowed for
 * @param smallestDetectable the difference that four of five such samples would have shown; null for a level
 * @param clear of a difference: the interval leaves out 0, the size is worth while, and it survived the correction for how many
 *     questions were asked at once
 * @param caveats whole sentences
 */
public record Estimate(
    String what,
    double value,
    double low,
    double high,
    String unit,
    Basis basis,
    String method,
    List<String> covariates,
    Double smallestDetectable,
    boolean clear,
    List<String> caveats)
    implements Finding {
  public Estimate {
    if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("%s: %s is not within %s to %s".formatted(what, value, low, high));
    }
    covariates = List.copyOf(covariates);
    caveats = List.copyOf(caveats);
  }

  public Interval interval() {
    return new Interval(low, high);
  }

  /** Whether 0 would mean that there is nothing to see. */
  public boolean isDifference() {
    return smallestDetectable != null;
  }

  Estimate withClear(boolean isClear) {
    return new Estimate(
        what, value, low, high, unit, basis, method, covariates, smallestDetectable, isClear, caveats);
  }

  @Override
  public String sentence() {
    int decimals = Words.decimals((high - low) / 2);
    String number =
        "%s: %s %s (95 %% interval %s to %s), %s%s."
            .formatted(
                Words.capitalised(what),
                Words.number(value, decimals, isDifference()),
                unit,
                Words.number(low, decimals, isDifference()),
                Words.number(high, decimals, isDifference()),
                basis.phrase(),
                covariates.isEmpty() ? "" : ", allowing for " + Words.list(covariates));
    return Words.join(number, verdict(decimals), basis.leftOut());
  }

  private String verdict(int decimals) {
    if (!isDifference()) {
      return "";
    }
    String seen =
        "%s %s would have been seen four times in five, less of it less often."
            .formatted(Words.number(smallestDetectable, decimals, false), unit);
    return clear ? "A difference of " + seen : "That is no clear difference; one of " + seen;
  }
}
