package dev.longrun.report.plot;

import java.util.List;

/**
 * Points of one kind in a {@link Chart}.
 *
 * @param name for the legend; null: none
 * @param mark how it is drawn in text, one character
 */
public record Series(Kind kind, String name, char mark, List<Point> points) {
  /** How it is drawn. */
  public enum Kind {
    LINE,
    DASHED_LINE,
    DOTS,
    /** A horizontal line at the y of its only point. */
    RULE
  }

  /** Finite numbers. */
  public record Point(double x, double y) {}

  public Series {
    points = List.copyOf(points);
  }
}
