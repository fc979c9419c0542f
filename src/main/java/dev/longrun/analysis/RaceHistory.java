package dev.longrun.analysis;

import dev.longrun.metrics.race.MarathonForecast;
import dev.longrun.metrics.race.Race;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The races of the log, oldest first. */
public record RaceHistory(List<RunRace> races) {

  /**
   * @param paceIndex null outside its validity
   * @param heatPct how much the heat slowed it, null when the weather is not known
   */
  public record RunRace(LocalDate day, String name, double distanceM, double timeS, Double paceIndex, Double heatPct) {}

  public RaceHistory {
    races = List.copyOf(races);
  }

  public static RaceHistory read(Handle handle) {
    return new RaceHistory(
        handle
            .createQuery("select run_date, name, distance_m, time_s, pace_index, heat_pct from v_race order by run_date, run_no")
            .map(
                (row, context) ->
                    new RunRace(
                        LocalDate.parse(row.getString("run_date")),
                        Objects.requireNonNullElse(Rows.name(row, "name"), "unnamed"),
                        row.getDouble("distance_m"),
                        row.getDouble("time_s"),
                        Rows.number(row, "pace_index"),
                        Rows.number(row, "heat_pct")))
            .list());
  }

  /** For how many days a race says how fit the runner is. */
  static final int RECENT_DAYS = MarathonForecast.RACE_WINDOW_DAYS;

  /** The last race up to a day, of whatever distance. */
  Optional<RunRace> latest(LocalDate day) {
    return races.stream().filter(race -> !race.day().isAfter(day)).reduce((earlier, later) -> later);
  }

  /** The race of the last twelve weeks up to a day with the best pace index. */
  Optional<RunRace> best(LocalDate day) {
    return races.stream()
        .filter(race -> race.paceIndex() != null && !race.day().isAfter(day) && !race.day().isBefore(day.minusDays(RECENT_DAYS)))
        .max(Comparator.comparingDouble(RunRace::paceIndex));
  }

  /** As a forecast on the evening of the day sees them. */
  public List<Race> knownOn(LocalDate day) {
    return races.stream()
        .filter(race -> !race.day().isAfter(day))
        .map(race -> new Race(race.distanceM(), race.timeS(), (int) ChronoUnit.DAYS.between(race.day(), day)))
        .toList();
  }
}
