package dev.longrun.coach;

import dev.longrun.log.PlainText;
import dev.longrun.report.Figures;
import dev.longrun.report.Markdown;
import java.time.LocalDate;
import java.util.List;

/**
 * One run as a line of a table. Missing values are null.
 *
 * @param name text from outside
 * @param temperatureC mean over the hours of the run
 */
public record RunLine(
    LocalDate day,
    int runNo,
    String name,
    String sport,
    Double km,
    Double movingS,
    Double paceSPerKm,
    Double avgHrBpm,
    Double effort,
    Double feel,
    Double load,
    Double temperatureC,
    String shoe,
    boolean race) {

  static final List<String> HEADER = List.of("Day", "Run", "km", "Time", "Pace", "HR", "Effort", "Feel", "Load", "°C", "Shoe");
  static final List<String> SHORT_HEADER = List.of("Day", "Run", "km", "Time", "Pace");

  /** A name longer than this is no name; it would only take room from the facts. */
  private static final int LONGEST_NAME = 80;

  /** Cells in the order of {@link #HEADER}. */
  List<String> cells() {
    return List.of(
        day.toString(),
        Markdown.text(shortName()) + (race ? " (race)" : ""),
        Figures.decimal(km, 2),
        Figures.duration(movingS),
        Figures.pace(paceSPerKm),
        Figures.decimal(avgHrBpm, 0),
        Figures.decimal(effort, 0),
        Figures.decimal(feel, 0),
        Figures.decimal(load, 0),
        Figures.decimal(temperatureC, 1),
        Markdown.text(shoe));
  }

  /** One line for a prompt: only what is known is named. */
  String line() {
    StringBuilder line = new StringBuilder(day + " \"" + shortName() + "\" (" + sport + (race ? ", race)" : ")"));
    add(line, km, Figures.decimal(km, 2) + " km");
    add(line, movingS, "time " + Figures.duration(movingS));
    add(line, paceSPerKm, "pace " + Figures.pace(paceSPerKm) + " /km");
    add(line, avgHrBpm, "heart rate " + Figures.decimal(avgHrBpm, 0) + " bpm");
    add(line, effort, "effort " + Figures.decimal(effort, 0) + " of 10");
    add(line, feel, "feel " + Figures.decimal(feel, 0) + " of 5");
    add(line, load, "load " + Figures.decimal(load, 0));
    add(line, temperatureC, Figures.decimal(temperatureC, 1) + " °C");
    add(line, shoe, "shoe \"" + PlainText.line(shoe) + "\"");
    return line.toString();
  }

  RunLine withoutLoad() {
    return new RunLine(
        day, runNo, name, sport, km, movingS, paceSPerKm, avgHrBpm, effort, feel, null, temperatureC, shoe, race);
  }

  String shortName() {
    String line = name == null ? "unnamed" : PlainText.line(name);
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
  }

  private static void add(StringBuilder line, Object value, String text) {
    if (value != null) {
      line.append(", ").append(text);
    }
  }
}
