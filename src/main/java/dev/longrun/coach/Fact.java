package dev.longrun.coach;

import dev.longrun.report.Figures;

/**
 * One number computed from the training log.
 *
 * @param id unique within a sheet, such as {@code week.distance}
 * @param label what the number is; may hold the name of a shoe or a race, which is text from outside
 * @param value null: not known, and {@code note} says why
 * @param unit {@code km}, {@code s}, {@code s/km}, {@code bpm}, {@code °C}, {@code /10}, {@code /5}, {@code load}, {@code points},
 *     {@code ratio}, {@code %}, {@code mean}, or empty for a count
 * @param period what it covers, for people
 * @param sample how many runs it rests on; null when that says nothing
 * @param note a condition under which it must be read; may be null
 * @param query where it comes from: the file of its statement, or the setting
 */
public record Fact(String id, String label, Double value, String unit, String period, Integer sample, String note, String query) {

  /** The value as people read it, with its unit and conditions. */
  public String shown() {
    if (value == null) {
      return "not known" + (note == null ? "" : " (" + note + ")");
    }
    String number =
        switch (unit) {
          case "km" -> Figures.decimal(value, 1) + " km";
          case "s" -> Figures.duration(value);
          case "s/km" -> Figures.pace(value) + " /km";
          case "bpm" -> Figures.decimal(value, 0) + " bpm";
          case "°C" -> Figures.decimal(value, 1) + " °C";
          case "/10" -> Figures.decimal(value, 1) + " of 10";
          case "/5" -> Figures.decimal(value, 1) + " of 5";
          case "%" -> Figures.decimal(value, 0) + " %";
          case "ratio" -> Figures.decimal(value, 2);
          case "points", "mean" -> Figures.decimal(value, 1);
          default -> Figures.decimal(value, 0);
        };
    return number + conditions();
  }

  private String conditions() {
    String runs = sample == null ? "" : sample + (sample == 1 ? " run" : " runs");
    String both = runs.isEmpty() || note == null ? runs + (note == null ? "" : note) : runs + "; " + note;
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  /** One line for a prompt. */
  String line() {
    return label + " [" + period + "]: " + shown();
  }

  /** Whether the number judges load or form, which an incomplete period must not do. */
  boolean judgesLoad() {
    return unit.equals("load") || unit.equals("points") || unit.equals("ratio");
  }
}
