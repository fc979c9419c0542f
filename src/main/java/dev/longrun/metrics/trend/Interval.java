package dev.longrun.metrics.trend;

/** From a low to a high value, both included. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("No interval: %s to %s".formatted(low, high));
    }
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  public double width() {
    return high - low;
  }
}
