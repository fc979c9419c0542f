package dev.longrun.analysis;

import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.MarathonGoal;
import dev.longrun.metrics.race.RaceHeat;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a warm race day would cost the goal. */
final class RaceHeatSection {
  /** Air temperature and dew point of ordinary spring and summer days, in °C. */
  private static final double[][] DAYS = {{8, 4}, {15, 10}, {18, 13}, {20, 16}, {25, 17}};

  private RaceHeatSection() {}

  static Section of(AnalysedLog log) {
    String heading = "What a warm race day would cost";
    Forecast forecast = log.outlook().of(StandardDistance.MARATHON);
    Optional<MarathonGoal> goal = log.goal().flatMap(Goal::marathon);
    if (!forecast.isKnown() && goal.isEmpty()) {
      return Section.missing(heading, "Known for the marathon only, and there is neither a forecast nor a goal for one.");
    }
    double seconds = forecast.isKnown() ? forecast.seconds() : goal.orElseThrow().seconds();
    List<List<String>> rows = new ArrayList<>();
    for (double[] day : DAYS) {
      double percent = RaceHeat.slowingPercent(day[0], day[1]);
      rows.add(
          List.of(
              Figures.decimal(day[0], 0),
              Figures.decimal(day[1], 0),
              Figures.decimal(percent, 1),
              Say.difference(seconds * percent / 100),
              Figures.duration(seconds * (1 + percent / 100))));
    }
    return Section.of(
        heading,
        Passage.prose(
            "On a marathon of %s, %s."
                .formatted(Figures.duration(seconds), forecast.isKnown() ? "the forecast of today for a cool day" : "the goal, since there is no forecast")),
        Passage.table(List.of("°C", "dew point °C", "cost %", "minutes", "time"), rows),
        Passage.prose(
            "0.30 % for each degree that temperature and dew point together lie above 25 °C: Longrun's own fit, reviewed by nobody, to the"
                + " public results behind Mantzios 2022, places with a mean of 2:50 (standard error 0.045). Slower runners lose more. Who"
                + " starts and who drops out in heat is mixed into it, and what heat costs this runner in a race nobody knows."));
  }
}
