package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Fitness, fatigue and form: load, smoothed. */
final class FormSection {
  private static final String DAYS =
      """
      select day, fitness, fatigue, ramp, missing, warming_up, so_far from v_fitness
      where day > date(:day, '-182 days') and day <= :day
      order by day""";

  /** @param missing why one of the numbers is null; null when none is */
  private record Day(
      LocalDate day, Double fitness, Double fatigue, Double ramp, String missing, boolean warmingUp, boolean soFar) {
    /** Of the morning after, from the numbers as they are shown. */
    Double form() {
      return fitness == null || fatigue == null ? null : (Double) (double) (Math.round(fitness) - Math.round(fatigue));
    }
  }

  private FormSection() {}

  static Section of(AnalysedLog log) {
    List<Day> days =
        log.handle()
            .createQuery(DAYS)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    new Day(
                        LocalDate.parse(row.getString("day")),
                        Rows.number(row, "fitness"),
                        Rows.number(row, "fatigue"),
                        Rows.number(row, "ramp"),
                        row.getString("missing"),
                        row.getInt("warming_up") == 1,
                        row.getInt("so_far") == 1))
            .list();
    if (days.isEmpty()) {
      return Section.missing("Fitness, fatigue and form", "No load is derived for the last 26 weeks.");
    }
    List<Passage> passages = new ArrayList<>();
    passages.add(Passage.prose(now(days.get(days.size() - 1))));
    passages.add(
        Passage.prose(
            "Fitness is the daily load smoothed over 42 days, fatigue over 7, form of a morning the fitness less the fatigue of the evening before (Banister"
                + " 1975; Coggan 2003), in hundredths of an hour at threshold a day. The names are those in use: they describe the load"
                + " of the past, no measured fitness, and neither form nor ramp is validated as a sign of readiness or injury. No"
                + " verdict follows from them."));
    List<TextPlot.Point> points = new ArrayList<>();
    days.stream()
        .filter(day -> day.fatigue() != null)
        .forEach(day -> points.add(new TextPlot.Point(day.day().toEpochDay(), day.fatigue(), '·')));
    days.stream()
        .filter(day -> day.fitness() != null)
        .forEach(day -> points.add(new TextPlot.Point(day.day().toEpochDay(), day.fitness(), 'F')));
    passages.add(
        Passage.plot(
            new TextPlot("Fitness (F) and fatigue (·), load a day", points, TextPlot.days(), load -> Figures.decimal(load, 0), false)));
    return new Section("Fitness, fatigue and form (descriptive, no verdict)", passages);
  }

  private static String now(Day day) {
    String values =
        "On %s%s: fitness %s, fatigue %s, and so a form of %s on the morning after; ramp %s over 7 days."
            .formatted(
                day.day(),
                day.soFar() ? " so far" : "",
                Figures.decimal(day.fitness(), 0),
                Figures.decimal(day.fatigue(), 0),
                Say.signed(day.form(), 0),
                Say.signed(day.ramp(), 1));
    String warmingUp =
        day.warmingUp() && day.fitness() != null ? " Warming up: the log is younger than 42 days, so all of these are too low and form means nothing yet." : "";
    // A reason from a run's recording is words of this program.
    String missing = day.missing() == null ? "" : " –: not known, because " + day.missing() + ".";
    return values + warmingUp + missing;
  }
}
