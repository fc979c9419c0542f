package dev.longrun.coach.topics;

import dev.longrun.log.PlainText;
import dev.longrun.log.Timestamps;
import dev.longrun.log.said.PlannedRace;
import dev.longrun.settings.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The days, runs and names of the log that a question can speak of. */
public final class LogCalendar {
  private final List<LoggedRun> runs;
  private final List<NamedShoe> shoes;
  private final List<Event> events;
  private final LocalDate goalDay;

  /** @param carbon it has a carbon plate */
  record NamedShoe(long id, String name, boolean carbon) {}

  /**
   * @param runs oldest first
   * @param goalDay the day of the race trained for; null when none is set
   */
  LogCalendar(List<LoggedRun> runs, List<NamedShoe> shoes, List<Event> events, LocalDate goalDay) {
    this.runs = List.copyOf(runs);
    this.shoes = List.copyOf(shoes);
    this.events = List.copyOf(events);
    this.goalDay = goalDay;
  }

  /** A log in which nothing has happened yet. */
  public static LogCalendar empty() {
    return new LogCalendar(List.of(), List.of(), List.of(), null);
  }

  /** @param today decides which race is the next one */
  public static LogCalendar read(Handle handle, LocalDate today, Settings settings) {
    return readWithGoal(handle, today, settings.goal().raceDate().orElse(null));
  }

  /** @param setDay the day of the race trained for, unless a log note tells a next one; null when none is set */
  static LogCalendar readWithGoal(Handle handle, LocalDate today, LocalDate setDay) {
    List<LoggedRun> runs =
        handle
            .createQuery("select * from counted_run order by run_date, run_no")
            .map(LogCalendar::run)
            .list();
    List<NamedShoe> shoes =
        handle
            .createQuery("select shoe_id, name, carbon_plate from shoe order by shoe_id")
            .map((row, context) -> new NamedShoe(row.getLong("shoe_id"), PlainText.line(row.getString("name")), row.getInt("carbon_plate") == 1))
            .list();
    List<Event> events =
        new ArrayList<>(
            handle
                .createQuery(
                    """
                    select lower(kind) as kind, from_date, coalesce(to_date, from_date) as to_date, name, distance_m
                    from annotation
                    where kind in ('race', 'block', 'illness', 'injury') and coalesce(to_date, from_date) >= from_date
                    order by from_date""")
                .map(LogCalendar::event)
                .list());
    runs.stream()
        .filter(LoggedRun::isRace)
        .filter(run -> events.stream().noneMatch(event -> event.kind() == Event.Kind.RACE && event.from().equals(run.day())))
        .map(run -> new Event(Event.Kind.RACE, run.day(), run.day(), run.name(), run.km() == null ? null : run.km() * 1000))
        .toList()
        .forEach(events::add);
    LocalDate goalDay = PlannedRace.next(handle, today).map(PlannedRace::day).orElse(setDay);
    return new LogCalendar(runs, shoes, events, goalDay);
  }

  private static LoggedRun run(ResultSet row, StatementContext context) throws SQLException {
    String startedAt = row.getString("started_at");
    Integer hour =
        startedAt == null ? null : Timestamps.parse(startedAt).plusSeconds(row.getLong("utc_offset_s")).atZone(java.time.ZoneOffset.UTC).getHour();
    Double distanceM = number(row, "distance_m");
    return new LoggedRun(
        LocalDate.parse(row.getString("run_date")),
        row.getInt("run_no"),
        hour,
        row.getString("run_type"),
        row.getString("sport"),
        PlainText.line(row.getString("name")),
        row.getInt("is_race") == 1,
        distanceM == null ? null : distanceM / 1000,
        number(row, "pace_s_per_km"),
        number(row, "avg_hr_bpm"),
        number(row, "effort"),
        number(row, "feel"),
        number(row, "load"),
        number(row, "elevation_gain_m"),
        number(row, "temperature_c"),
        number(row, "avg_cadence_spm"));
  }

  private static Event event(ResultSet row, StatementContext context) throws SQLException {
    return new Event(
        Event.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
        LocalDate.parse(row.getString("from_date")),
        LocalDate.parse(row.getString("to_date")),
        PlainText.line(row.getString("name")),
        number(row, "distance_m"));
  }

  private static Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : (Double) value;
  }

  List<LoggedRun> runs() {
    return runs;
  }

  List<LoggedRun> runs(Period period) {
    return runs.stream().filter(run -> period.contains(run.day())).toList();
  }

  boolean hasRun(LocalDate day) {
    return runs.stream().anyMatch(run -> run.day().equals(day));
  }

  List<NamedShoe> shoes() {
    return shoes;
  }

  List<Event> events() {
    return events;
  }

  /** The latest event of a kind that began before a day or on it; null when there is none. */
  Event latest(Event.Kind kind, LocalDate day) {
    Event latest = null;
    for (Event event : events) {
      if (event.kind() == kind && !event.from().isAfter(day) && (latest == null || !event.from().isBefore(latest.from()))) {
        latest = event;
      }
    }
    return latest;
  }

  /** The day of the race trained for; null when none is set. */
  LocalDate goalDay() {
    return goalDay;
  }
}
