package dev.longrun.report.plot;

import java.util.stream.DoubleStream;

/** From the lowest to the highest of some numbers, never of no width. */
record Span(double low, double high) {
  static Span of(DoubleStream values) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    return high > low ? new Span(low, high) : new Span(low - 1, high + 1);
  }

  /** A little air around it. */
  Span wider() {
    double air = (high - low) * 0.05;
    return new Span(low - air, high + air);
  }

  /** 0 at the low end, 1 at the high. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  double at(double share) {
    return low + share * (high - low);
  }
}
