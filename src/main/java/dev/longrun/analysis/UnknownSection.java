package dev.longrun.analysis;

import dev.longrun.settings.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the log cannot say, and what would make it say more. */
final class UnknownSection {
  private static final String COVERAGE =
      """
      select
          count(*) as runs,
          sum(avg_hr_bpm is null) as without_hr,
          sum(effort is null) as without_effort,
          sum(feel is null) as without_feel,
          sum(shoe_id is null) as without_shoe,
          sum(temperature_c is null and sport not in ('treadmill', 'virtual')) as without_weather,
          sum(load is null) as without_load,
          sum(quality is not null) as odd,
          sum(distance_m is null or moving_s is null or distance_m <= 0 or moving_s <= 0) as without_distance,
          sum(race_distance_m is not null and run_date >= date(:day, '-84 days')) as recent_races,
          (select count(*) from annotation where kind in ('injury', 'illness')) as health_notes,
          (select count(*) from annotation where kind = 'block') as blocks,
          (select count(*) from day_log where day > date(:day, '-60 days')) as mornings,
          (select count(*) from goal_ledger) as forecasts
      from counted_run
      where run_date > date(:day, '-1 year') and run_date <= :day""";

  private UnknownSection() {}

  static Section of(AnalysedLog log) {
    List<String> points = new ArrayList<>();
    settings(log.settings(), points);
    log.handle()
        .createQuery(COVERAGE)
        .bind("day", log.today().toString())
        .map(
            (row, context) -> {
              coverage(row, points);
              return points;
            })
        .one();
    if (points.isEmpty()) {
      return Section.missing("What the log cannot say", "Nothing that these pages ask for is missing.");
    }
    return Section.of(
        "What the log cannot say, and what would change that",
        Passage.points(points),
        Passage.prose("Counted over the runs of the last year."));
  }

  private static void settings(Settings settings, List<String> points) {
    Settings.Runner runner = settings.runner();
    if (runner.restingHrBpm().isEmpty()) {
      points.add("RUNNER_RESTING_HR is not set: unless mornings tell it, runs have no load by heart rate.");
    }
    if (runner.maxHrBpm().isEmpty()) {
      points.add("RUNNER_MAX_HR is not set: the second highest heart rate of hard efforts (race, effort of 8 or more, repeats) stands for it; without two of them zones and load by heart rate are not known.");
    }
    if (runner.lthrBpm().isEmpty()) {
      points.add("RUNNER_LTHR is not set: zones and decoupling rest on an estimate from races, or on the maximum, which may be 9 beats off.");
    }
    if (settings.goal().time().isEmpty()) {
      points.add("GOAL_TIME is not set: unless a log note sets a goal, forecasts have no probability and readiness nothing to be judged by.");
    }
    if (settings.goal().raceDate().isEmpty()) {
      points.add("GOAL_RACE_DATE is not set: taper and race week cannot be told from ordinary weeks.");
    }
  }

  private static void coverage(ResultSet row, List<String> points) throws SQLException {
    int runs = row.getInt("runs");
    addShare(points, row.getInt("without_hr"), runs, "heart rate: a chest strap or a watch that is worn tightly brings it");
    addShare(points, row.getInt("without_effort"), runs, "effort: answer the watch's question after the run");
    addShare(points, row.getInt("without_feel"), runs, "feel: answer the watch's question after the run");
    addShare(points, row.getInt("without_shoe"), runs, "a noted shoe: set a default shoe in Garmin Connect, and change it when you change shoes");
    addShare(points, row.getInt("without_weather"), runs, "weather although it was outdoors: it takes a place, or the weather service is behind");
    addShare(points, row.getInt("without_load"), runs, "a load: it takes heart rate, or a threshold pace, or effort");
    addShare(points, row.getInt("without_distance"), runs, "distance or duration, so no page counts more of them than that they were run");
    if (row.getInt("odd") > 0) {
      points.add(
          "%d of %s have something odd about their recording (column quality of v_run): their numbers count as they are."
              .formatted(row.getInt("odd"), Say.count(runs, "run")));
    }
    if (row.getInt("recent_races") == 0) {
      points.add("No race over a standard distance in the last 12 weeks: forecasts and training paces rest on little or nothing. A time trial over 10 km, marked as a race, would do.");
    }
    if (row.getInt("health_notes") == 0) {
      points.add("No injury or illness is noted, which need not mean that there was none; an earlier injury is the steadiest predictor of one.");
    }
    if (row.getInt("blocks") == 0) {
      points.add("No block of training is noted: blocks cannot be compared as you planned them.");
    }
    if (row.getInt("mornings") == 0) {
      points.add("No morning of the last 60 days is known (resting heart rate, variability, sleep): the body's own signs cannot vote.");
    }
    if (row.getInt("forecasts") == 0) {
      points.add("No forecast is kept yet: how good they are can be known only after races that come later.");
    }
  }

  private static void addShare(List<String> points, int without, int runs, String what) {
    if (without > 0) {
      points.add("%d of %s without %s.".formatted(without, Say.count(runs, "run"), what));
    }
  }
}
