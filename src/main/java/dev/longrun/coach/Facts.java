package dev.longrun.coach;

import dev.longrun.log.Database;
import dev.longrun.log.KnownUntil;
import dev.longrun.log.PlainText;
import dev.longrun.log.said.PlannedRace;
import dev.longrun.report.Freshness;
import dev.longrun.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Asks the training log for the facts of a period, through the statements of {@code facts/}. Thread-safe. */
public final class Facts {
  /** Enough to see the last fortnight of somebody who runs twice on many days. */
  private static final int LATEST_RUNS = 14;

  private static final int WEEKS_SHOWN = 12;
  private static final RowMapper<RunLine> RUN =
      (row, context) ->
          new RunLine(
              LocalDate.parse(row.getString("run_date")),
              row.getInt("run_no"),
              row.getString("name"),
              row.getString("sport"),
              number(row, "km"),
              number(row, "moving_s"),
              number(row, "pace_s_per_km"),
              number(row, "avg_hr_bpm"),
              number(row, "effort"),
              number(row, "feel"),
              number(row, "load"),
              number(row, "temperature_c"),
              row.getString("shoe"),
              row.getInt("is_race") == 1);
  private static final RowMapper<RunLine> NOT_COUNTED =
      (row, context) ->
          new RunLine(
              LocalDate.parse(row.getString("run_date")),
              row.getInt("run_no"),
              row.getString("name"),
              "",
              number(row, "km"),
              number(row, "moving_s"),
              number(row, "pace_s_per_km"),
              null, null, null, null, null, null, false);

  private final Jdbi reader;
  private final Freshness freshness;
  private final Settings.Goal goal;
  private final ZoneId timezone;
  private final Clock clock;

  public Facts(Settings settings, Database database, Freshness freshness) {
    this.reader = Jdbi.create(database.reader());
    this.freshness = freshness;
    this.goal = settings.goal();
    this.timezone = settings.timezone();
    this.clock = settings.clock();
  }

  /** What the log says about a week and what to compare it with. */
  public FactSheet ofWeek(Week week) {
    LocalDate from = week.monday();
    LocalDate to = week.sunday();
    return reader.inTransaction(
        handle -> {
          List<Fact> facts = new ArrayList<>();
          facts.addAll(ask(handle, "totals", "week", "this week", from, to));
          facts.addAll(ask(handle, "fitness", "week", "end of the week", from, to));
          facts.addAll(ask(handle, "totals", "previous", "the week before", from.minusDays(7), to.minusDays(7)));
          facts.addAll(ask(handle, "mean-of-four-weeks", "before", "a mean week of the four before", from.minusDays(28), from.minusDays(1)));
          facts.addAll(ask(handle, "intensity", "week", "this week", from, to));
          facts.addAll(ask(handle, "pattern", "week", "this week", from, to));
          facts.addAll(ask(handle, "races", "week", "this week", from, to));
          facts.addAll(ask(handle, "weather", "week", "this week", from, to));
          facts.addAll(ask(handle, "shoes", "log", "end of the week", from, to));
          facts.addAll(goal(handle, to));
          facts.addAll(ask(handle, "forecast", "goal", "goal", from, to));
          List<RunLine> notCounted = runs(handle, Texts.of("display/not-counted-runs.sql"), from, to, NOT_COUNTED);
          return new FactSheet(
              from.minusDays(28), to, facts, runs(handle, Texts.of("facts/runs.sql"), from, to, RUN), notCounted, freshness.now());
        });
  }

  /** What the log says on the day of a question. */
  public FactSheet ofDay(LocalDate today) {
    LocalDate from = today.minusWeeks(WEEKS_SHOWN + 1);
    return reader.inTransaction(
        handle -> {
          List<Fact> facts = new ArrayList<>();
          facts.addAll(ask(handle, "log-span", "log", "all time", from, today));
          facts.addAll(ask(handle, "totals", "last-7-days", "the last 7 days", today.minusDays(6), today));
          facts.addAll(ask(handle, "totals", "last-28-days", "the last 28 days", today.minusDays(27), today));
          facts.addAll(ask(handle, "fitness", "today", "today", from, today));
          facts.addAll(ask(handle, "intensity", "last-28-days", "the last 28 days", today.minusDays(27), today));
          facts.addAll(ask(handle, "pattern", "last-7-days", "the last 7 days", today.minusDays(6), today));
          facts.addAll(ask(handle, "thresholds", "threshold", "today", from, today));
          facts.addAll(goal(handle, today));
          facts.addAll(ask(handle, "forecast", "goal", "goal", from, today));
          facts.addAll(ask(handle, "shoes", "log", "today", from, today));
          facts.addAll(ask(handle, "races", "log", "the latest", LocalDate.EPOCH, today));
          facts.addAll(ask(handle, "weather", "last-28-days", "the last 28 days", today.minusDays(27), today));
          facts.addAll(ask(handle, "weeks", "weeks", "a whole week", from, today));
          facts.addAll(ask(handle, "months", "months", "a month", from, today));
          List<RunLine> runs = runs(handle, Texts.of("facts/runs.sql"), from, today, RUN);
          return new FactSheet(from, today, facts, runs.subList(0, Math.min(LATEST_RUNS, runs.size())), List.of(), freshness.now());
        });
  }

  private List<Fact> ask(Handle handle, String file, String prefix, String period, LocalDate from, LocalDate to) {
    String query = "facts/" + file + ".sql";
    return handle
        .createQuery(Texts.of(query))
        .bind("from", from.toString())
        .bind("to", to.toString())
        .bind("known", known(handle, to))
        .map(
            (row, context) ->
                new Fact(
                    prefix + "." + row.getString("id"),
                    PlainText.line(row.getString("label")),
                    number(row, "value"),
                    row.getString("unit"),
                    period,
                    row.getObject("sample") == null ? null : row.getInt("sample"),
                    PlainText.line(row.getString("note")),
                    query))
        .list();
  }

  /** The last day up to which no run is none; the day of the last answer counts as what it is so far, on that day. */
  private String known(Handle handle, LocalDate to) {
    KnownUntil known = KnownUntil.read(handle);
    boolean soFar = known.day() != null && to.equals(today()) && to.equals(known.day().plusDays(1));
    return known.day() == null ? null : (soFar ? to : known.day()).toString();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), timezone);
  }

  /** A week has few enough runs; whoever needs fewer takes the newest. */
  private static List<RunLine> runs(Handle handle, String sql, LocalDate from, LocalDate to, RowMapper<RunLine> mapper) {
    var query = handle.createQuery(sql).bind("from", from.toString()).bind("to", to.toString());
    return sql.contains(":most") ? query.bind("most", 100).map(mapper).list() : query.map(mapper).list();
  }

  /** The next race of a log note, else the settings. */
  private List<Fact> goal(Handle handle, LocalDate today) {
    Optional<PlannedRace> race = PlannedRace.next(handle, today);
    double seconds = race.map(PlannedRace::goalTimeS).orElse((double) goal.time().toSeconds());
    double km = race.map(PlannedRace::distanceM).orElse(goal.distanceM()) / 1000;
    Optional<LocalDate> day = race.map(PlannedRace::day).or(goal::raceDate);
    Double days = day.map(date -> (double) ChronoUnit.DAYS.between(today, date)).orElse(null);
    boolean over = days != null && days < 0;
    String note = days == null ? "no race date is set" : over ? "the race is over" : "on " + day.orElseThrow();
    String from = race.isPresent() ? "annotation" : null;
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("goal.race.distance", "goal race, distance", km, "km", "goal", null, null, from == null ? "GOAL_DISTANCE_M" : from));
    facts.add(new Fact("goal.race.time", "goal race, time", seconds, "s", "goal", null, null, from == null ? "GOAL_TIME" : from));
    facts.add(
        new Fact("goal.race.pace", "goal race, pace", seconds / km, "s/km", "goal", null, null, from == null ? "GOAL_TIME, GOAL_DISTANCE_M" : from));
    facts.add(new Fact("goal.race.days", "goal race, days to go", over ? null : days, "", "goal", null, note, from == null ? "GOAL_RACE_DATE" : from));
    return facts;
  }

  private static Double number(java.sql.ResultSet row, String column) throws java.sql.SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
