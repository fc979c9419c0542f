package dev.longrun.analysis;

import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.report.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was forecast week by week, before the fact, and how it did. */
final class LedgerSection {
  private static final String FORECASTS =
      """
      select week, forecast_s, low_s, high_s, goal_time_s, goal_probability, missing from (
          select * from v_forecast
          where goal_time_s = :timeS and goal_date is :date and distance_m = :distanceM
          order by week desc limit 12
      )
      order by week""";

  /** Of the forecasts that one race answers only the last before it: they are no independent ones. */
  private static final String SCORES =
      """
      select distance_m, race_date, race_time_s, week, forecast_s, error_s, within_80_pct, goal_probability, brier_score
      from (
          select v_forecast.*, row_number() over (partition by distance_m, race_date order by week desc) as place
          from v_forecast
          where race_time_s is not null and forecast_s is not null
      )
      where place = 1
      order by race_date desc
      limit 12""";

  private record Score(Double errorS, int within, Double brier, List<String> cells) {}

  private LedgerSection() {}

  static Section of(AnalysedLog log) {
    List<List<String>> forecasts = log.goal().map(goal -> ofTheGoal(log, goal)).orElse(List.of());
    List<Passage> passages = new ArrayList<>();
    if (forecasts.isEmpty()) {
      passages.add(
          Passage.prose(
              (log.goal().isEmpty() ? Goals.HOW_TO_SET : "No forecast is kept yet for the goal as it is set now.")
                  + " The service keeps forecasts of four distances for each week, and none is ever rewritten."));
    } else {
      passages.add(
          Passage.prose(
              "What was said of the goal race in its latest weeks (12 at most), before anybody could know better; none is ever rewritten."));
      passages.add(Passage.table(List.of("week", "forecast", "80 % interval", "goal", "probability %"), forecasts));
    }
    passages.addAll(scores(log));
    return new Section("The goal ledger", passages);
  }

  /** Of this goal: what was said of one that was changed since is no answer to it. */
  private static List<List<String>> ofTheGoal(AnalysedLog log, Goal goal) {
    return log.handle()
        .createQuery(FORECASTS)
        .bind("timeS", goal.timeS())
        .bind("date", goal.date() == null ? null : goal.date().toString())
        .bind("distanceM", goal.distance().map(StandardDistance::distanceM).orElse(goal.distanceM()))
            .map(
                (row, context) -> {
                  Double probability = Rows.number(row, "goal_probability");
                  Double low = Rows.number(row, "low_s");
                  return List.of(
                      row.getString("week"),
                      Figures.duration(Rows.number(row, "forecast_s")),
                      low == null ? "–" : Figures.duration(low) + " to " + Figures.duration(Rows.number(row, "high_s")),
                      Figures.duration(Rows.number(row, "goal_time_s")),
                      Figures.decimal(probability == null ? null : (Double) (100 * probability), 0));
                })
            .list();
  }

  private static List<Passage> scores(AnalysedLog log) {
    List<Score> scores =
        log.handle()
            .createQuery(SCORES)
            .map(
                (row, context) -> {
                  Double error = Rows.number(row, "error_s");
                  boolean within = row.getInt("within_80_pct") == 1;
                  return new Score(
                      error,
                      within ? 1 : 0,
                      Rows.number(row, "brier_score"),
                      List.of(
                          row.getString("race_date"),
                          RaceSection.distance(row.getDouble("distance_m")),
                          row.getString("week"),
                          Figures.duration(Rows.number(row, "forecast_s")),
                          Figures.duration(Rows.number(row, "race_time_s")),
                          Say.difference(error),
                          within ? "within" : "outside"));
                })
            .list();
    if (scores.isEmpty()) {
      return List.of(Passage.prose("No race has answered a kept forecast yet, so nothing is known about how good they are."));
    }
    double meanError = scores.stream().mapToDouble(Score::errorS).average().orElseThrow();
    int within = scores.stream().mapToInt(Score::within).sum();
    double[] brier = scores.stream().filter(score -> score.brier() != null).mapToDouble(Score::brier).toArray();
    String sentence =
        "The last forecast before each of %s: result less forecast on average %s (min:s, − is faster than forecast), %d of %d within the interval that was to hold 80 %%."
            .formatted(Say.count(scores.size(), "race"), Say.difference(meanError), within, scores.size());
    String goals =
        brier.length == 0
            ? " None of them was the goal race."
            : " Brier score of the goal probabilities: %s over %s (0 is perfect, 0.25 is what even odds always earn)."
                .formatted(
                    Figures.decimal(Arrays.stream(brier).average().orElseThrow(), 2), Say.count(brier.length, "race"));
    return List.of(
        Passage.table(
            List.of("race", "distance", "said in", "forecast", "result", "difference", "80 % interval"),
            scores.stream().map(Score::cells).toList()),
        Passage.prose(sentence + goals + (scores.size() < 10 ? " Fewer than ten races say little about how good forecasts are." : "")));
  }
}
