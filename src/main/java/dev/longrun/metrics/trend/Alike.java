package dev.longrun.metrics.trend;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * No estimate: nearly all values are one and the same, so that a slope would say more about the scale than about the runner.
 *
 * @param value the commonest
 * @param times how often it occurs
 * @param of how many values there are
 * @param counted what the values are, in the plural
 */
public record Alike(String what, double value, long times, int of, String counted, Basis basis) implements Finding {
  /** When not even every tenth value is another one. */
  private static final double NEARLY_ALL = 0.9;

  /** @param values at least one */
  static Alike of(String what, double[] values, String counted, Basis basis) {
    Map<Double, Long> times = Arrays.stream(values).boxed().collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    Map.Entry<Double, Long> most = times.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return new Alike(what, most.getKey(), most.getValue(), values.length, counted, basis);
  }

  boolean nearlyAll() {
    return times > NEARLY_ALL * of;
  }

  @Override
  public String sentence() {
    return Words.join(
        "%s: nothing to tell, on so coarse a scale. The value was %s in %d of %d %s (%s)."
            .formatted(Words.capitalised(what), Words.number(value, value == Math.rint(value) ? 0 : 1, false), times, of, counted, basis.phrase()),
        basis.leftOut());
  }
}
