package dev.longrun.analysis;

import dev.longrun.log.KnownUntil;
import dev.longrun.metrics.race.MarathonGoal;
import dev.longrun.metrics.race.Race;
import dev.longrun.metrics.race.ReadinessInputs;
import dev.longrun.metrics.race.StandardDistance;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads what a readiness panel is made from, as it was known on the evening of a day. */
final class ReadinessReader {
  /** Two weeks, the usual length of a taper (Bosquet 2007): its lower volume is no lack of volume. */
  private static final int TAPER_DAYS = 14;

  private static final int RACE_DAYS = 84;

  private static final String TRAINING =
      """
      select
          (select max(distance_m) / 1000.0 from counted_run where run_date > date(:day, '-70 days') and run_date <= :day) as longest_km,
          (select count(*) from counted_run
           where run_date > date(:day, '-70 days') and run_date <= :day and distance_m >= 28000) as runs_of_28_km,
          (select count(*)
           from (
               select cast((julianday(:day) - julianday(run_date)) / 7 as integer) as weeks_ago
               from counted_run
               where run_date > date(:day, '-84 days') and run_date <= :day
               group by 1
               having count(*) >= 4
           )) as weeks_with_four_runs,
          (select min(run_date) from counted_run) <= date(:day, '-83 days') as known""";

  private static final String HEALTH =
      """
      select
          count(*) filter (where kind = 'injury') > 0 as injuries_noted,
          count(*) filter (where kind = 'illness') > 0 as illnesses_noted,
          max(kind = 'injury' and from_date <= :day and coalesce(to_date, from_date) >= :day) as injured_now,
          max(kind = 'injury' and from_date <= :day and coalesce(to_date, from_date) > date(:day, '-365 days')) as injured_in_year,
          max(kind = 'illness' and from_date <= :day and coalesce(to_date, from_date) > date(:day, '-14 days')) as ill_in_two_weeks,
          (select count(*) from counted_run
           where run_date > date(:day, '-28 days') and run_date <= :day and spike_ratio > 1.1) as spikes,
          (select votes from day_readiness where day <= :day and day > date(:day, '-2 days') order by day desc limit 1) as votes
      from annotation
      where kind in ('injury', 'illness')""";

  /** Days of noted injuries and illnesses within the twelve weeks, each day once. */
  private static final String DAYS_LOST =
      """
      with recursive day (day) as (
          select date(:day, '-83 days')
          union all
          select date(day, '+1 day') from day where day < :day
      )
      select count(*) from day
      where exists (
          select 1 from annotation
          where kind in ('injury', 'illness') and from_date <= day.day and coalesce(to_date, from_date) >= day.day
      )""";

  private final Handle handle;
  private final LocalDate day;

  ReadinessReader(Handle handle, LocalDate day) {
    this.handle = handle;
    this.day = day;
  }

  /** @param raceDate null when it is not set */
  ReadinessInputs inputs(MarathonGoal goal, LocalDate raceDate, RaceHistory races) {
    return new ReadinessInputs(goal, races(races), training(goal, beforeTaper(raceDate)), health(), null);
  }

  private LocalDate beforeTaper(LocalDate raceDate) {
    if (raceDate == null || raceDate.isBefore(day)) {
      return day;
    }
    LocalDate taper = raceDate.minusDays(TAPER_DAYS + 1);
    return taper.isBefore(day) ? taper : day;
  }

  private ReadinessInputs.Races races(RaceHistory history) {
    List<Race> recent = history.knownOn(day).stream().filter(race -> race.daysAgo() <= RACE_DAYS).toList();
    return new ReadinessInputs.Races(
        best(recent, StandardDistance.HALF_MARATHON), best(recent, StandardDistance.TEN_KM), best(recent, StandardDistance.FIVE_KM));
  }

  private static Double best(List<Race> races, StandardDistance distance) {
    return races.stream().filter(race -> race.distanceM() == distance.distanceM()).map(Race::timeS).min(Double::compare).orElse(null);
  }

  private ReadinessInputs.Training training(MarathonGoal goal, LocalDate wanted) {
    LocalDate end = KnownUntil.read(handle).atMost(wanted);
    if (end == null) {
      return new ReadinessInputs.Training(null, null, null, null, null, null, null, null, null, null, null);
    }
    TrainingLogWindow window = TrainingLogWindow.upTo(handle, end);
    LongRuns longRuns = LongRuns.upTo(handle, end, goal);
    return handle
        .createQuery(TRAINING)
        .bind("day", end.toString())
        .map(
            (row, context) -> {
              boolean known = row.getInt("known") == 1;
              return new ReadinessInputs.Training(
                  window.kmPerWeek(),
                  window.paceSPerKm(),
                  window.weeksWithThreeRuns(),
                  Rows.number(row, "longest_km"),
                  known ? (Integer) row.getInt("runs_of_28_km") : null,
                  known ? longRuns.goalPaceKm() : null,
                  known ? longRuns.longestGoalPaceKm() : null,
                  longRuns.decouplingPct(),
                  longRuns.lastThirdSlowerPct(),
                  known ? (Integer) row.getInt("weeks_with_four_runs") : null,
                  daysLost(end));
            })
        .one();
  }

  /** Null when no injury or illness was ever noted: that need not mean that there was none. */
  private Integer daysLost(LocalDate end) {
    boolean noted =
        handle.createQuery("select count(*) from annotation where kind in ('injury', 'illness')").mapTo(Integer.class).one() > 0;
    return noted ? handle.createQuery(DAYS_LOST).bind("day", end.toString()).mapTo(Integer.class).one() : null;
  }

  /** Of a kind of which nothing was ever noted, nothing is known: somebody who notes illnesses need not note injuries. */
  private ReadinessInputs.Health health() {
    return handle
        .createQuery(HEALTH)
        .bind("day", day.toString())
        .map(
            (row, context) -> {
              boolean injuriesNoted = row.getInt("injuries_noted") == 1;
              boolean illnessesNoted = row.getInt("illnesses_noted") == 1;
              Double votes = Rows.number(row, "votes");
              return new ReadinessInputs.Health(
                  injuriesNoted ? (Boolean) (row.getInt("injured_now") == 1) : null,
                  injuriesNoted ? (Boolean) (row.getInt("injured_in_year") == 1) : null,
                  illnessesNoted ? (Boolean) (row.getInt("ill_in_two_weeks") == 1) : null,
                  row.getInt("spikes"),
                  votes == null ? null : votes.intValue());
            })
        .one();
  }
}
