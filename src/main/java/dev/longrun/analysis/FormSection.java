package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Fitness, fatigue and form: load, smoothed. */
final class FormSection {
  private static final String DAYS =
      """
      select day, fitness, fatigue, ramp, warming_up, incomplete from v_fitness
      where day > date(:day, '-182 days') and day <= :day
      order by day""";

  private record Day(LocalDate day, double fitness, double fatigue, Double ramp, boolean warmingUp, boolean incomplete) {}

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
                        row.getDouble("fitness"),
                        row.getDouble("fatigue"),
                        Rows.number(row, "ramp"),
                        row.getInt("warming_up") == 1,
                        row.getInt("incomplete") == 1))
            .list();
    if (days.isEmpty()) {
      return Section.missing("Fitness, fatigue and form", "No load is derived for the last 26 weeks.");
    }
    List<Passage> passages = new ArrayList<>();
    passages.add(Passage.prose(now(days.get(days.size() - 1), days.stream().filter(Day::incomplete).count())));
    passages.add(
        Passage.prose(
            "Fitness is the daily load smoothed over 42 days, fatigue over 7, form of a morning the fitness less the fatigue of the evening before (Banister"
                + " 1975; Coggan 2003), in hundredths of an hour at threshold a day. The names are those in use: they describe the load"
                + " of the past, no measured fitness, and neither form nor ramp is validated as a sign of readiness or injury. No"
                + " verdict follows from them."));
    List<TextPlot.Point> points = new ArrayList<>();
    days.forEach(day -> points.add(new TextPlot.Point(day.day().toEpochDay(), day.fatigue(), '·')));
    days.forEach(day -> points.add(new TextPlot.Point(day.day().toEpochDay(), day.fitness(), 'F')));
    passages.add(
        Passage.plot(
            new TextPlot("Fitness (F) and fatigue (·), load a day", points, TextPlot.days(), load -> Figures.decimal(load, 0), false)));
    return new Section("Fitness, fatigue and form (descriptive, no verdict)", passages);
  }

  private static String now(Day day, long incomplete) {
    String values =
        "On the evening of %s: fitness %s, fatigue %s, and so a form of %s on the morning after; ramp %s over 7 days."
            .formatted(
                day.day(),
                Figures.decimal(day.fitness(), 0),
                Figures.decimal(day.fatigue(), 0),
                Say.signed((double) (Math.round(day.fitness()) - Math.round(day.fatigue())), 0),
                Say.signed(day.ramp(), 1));
    String warmingUp =
        day.warmingUp() ? " Warming up: the log is younger than 42 days, so all of these are too low and form means nothing yet." : "";
    String missing =
        incomplete == 0
            ? ""
            : " %s of the last 26 weeks had a run without a load, which is missing from the curves.".formatted(Say.count(incomplete, "day"));
    return values + warmingUp + missing;
  }
}
