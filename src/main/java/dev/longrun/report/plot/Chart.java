package dev.longrun.report.plot;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * What is drawn.
 *
 * @param title says what is drawn and in which unit; may hold text from outside
 * @param description for those who cannot see it
 */
public sealed interface Chart {
  String title();

  String description();

  /** As a file of its own, readable in light and dark. */
  String svg();

  /** With characters, at most 56 columns. */
  String text();

  /**
   * Points over time or over any other number.
   *
   * @param lowIsUp for paces, of which the lower is the faster
   */
  record Plane(
      String title, String description, List<Series> series, DoubleFunction<String> xLabel, DoubleFunction<String> yLabel, boolean lowIsUp)
      implements Chart {
    public Plane {
      series = List.copyOf(series);
    }

    @Override
    public String svg() {
      return new PlaneSvg(this).drawn();
    }

    @Override
    public String text() {
      return new PlaneText(this).drawn();
    }
  }

  /**
   * Bars beside names.
   *
   */
  record Bars(String title, String description, List<Bar> bars, DoubleFunction<String> label) implements Chart {
    public Bars {
      bars = List.copyOf(bars);
    }

    @Override
    public String svg() {
      return new BarSvg(this).drawn();
    }

    @Override
    public String text() {
      return new BarText(this).drawn();
    }
  }

  /**
   * One bar.
   *
   * @param value not negative; null: not known
   * @param limit a mark on it; null: none
   * @param strong whether it is the one asked about
   */
  record Bar(String name, Double value, Double limit, boolean strong) {}

  /** Of the days since 1970: {@code 22 Nov 2026}. */
  static DoubleFunction<String> days() {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    return epochDay -> day.format(LocalDate.ofEpochDay(Math.round(epochDay)));
  }
}
