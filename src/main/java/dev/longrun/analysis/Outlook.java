package dev.longrun.analysis;

import dev.longrun.log.KnownUntil;
import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.ForecastInputs;
import dev.longrun.metrics.race.IndexForecast;
import dev.longrun.metrics.race.MarathonForecast;
import dev.longrun.metrics.race.MarathonGoal;
import dev.longrun.metrics.race.MarathonReadiness;
import dev.longrun.metrics.race.PersonalExponent;
import dev.longrun.metrics.race.Race;
import dev.longrun.metrics.race.StandardDistance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What may be expected of races, from what the log holds up to a day and nothing later: asked for a past day it says what could have
 * been said then.
 */
public final class Outlook {
  /** The distances for which each week's forecast is kept, so that any race says how good they are. */
  static final List<StandardDistance> DISTANCES =
      List.of(StandardDistance.FIVE_KM, StandardDistance.TEN_KM, StandardDistance.HALF_MARATHON, StandardDistance.MARATHON);

  /** What a week adds changes no forecast by much; of a time further back nobody expects anything of today. */
  private static final int MOST_UNKNOWN_DAYS = 7;

  /** How much is known of the runner does not depend on the goal. */
  private static final MarathonGoal ANY_GOAL = new MarathonGoal(4 * 3600);

  private final Handle handle;
  private final KnownUntil known;
  private final LocalDate asked;
  private final LocalDate day;
  private final LocalDate raceDate;
  private final RaceHistory races;

  /**
   * @param day the last day that may be looked at; a log that is not known that far ends earlier
   * @param raceDate of the race the training is for, whose taper and race week are no training; null when it is not set
   */
  public Outlook(Handle handle, LocalDate day, LocalDate raceDate, RaceHistory races) {
    this.handle = handle;
    this.known = KnownUntil.read(handle);
    this.asked = day;
    this.day = known.day() == null || known.covers(day) ? day : known.day().plusDays(1);
    this.raceDate = raceDate;
    this.races = races;
  }

  public Forecast of(StandardDistance distance) {
    if (!known.covers(asked.minusDays(MOST_UNKNOWN_DAYS))) {
      return Forecast.tooLittleKnown(distance, List.of(), List.of(whatIsKnown()));
    }
    return distance == StandardDistance.MARATHON ? marathon() : IndexForecast.of(races.knownOn(day), distance);
  }

  private String whatIsKnown() {
    return known.day() == null
        ? "a source or an import that tells until when the log is known"
        : "a log that is known to the day; this one is known up to " + known.day();
  }

  private Forecast marathon() {
    List<Race> known = races.knownOn(day);
    TrainingLogWindow window = TrainingLogWindow.upTo(handle, endOfTraining());
    return MarathonForecast.of(
        new ForecastInputs(
            known,
            PersonalExponent.of(known.stream().filter(race -> race.daysAgo() > MarathonForecast.RACE_WINDOW_DAYS).toList()),
            window.kmPerWeek(),
            window.paceSPerKm(),
            window.weeksWithThreeRuns(),
            readiness(ANY_GOAL).unknownKeyComponents(),
            null,
            null));
  }

  public MarathonReadiness readiness(MarathonGoal marathonGoal) {
    return MarathonReadiness.of(new ReadinessReader(handle, day).inputs(marathonGoal, raceDate, races));
  }

  /** The models of the training log look at the weeks before race week. */
  private LocalDate endOfTraining() {
    if (raceDate == null || raceDate.isBefore(day)) {
      return day;
    }
    LocalDate beforeRaceWeek = raceDate.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(1);
    return day.isBefore(beforeRaceWeek) ? day : beforeRaceWeek;
  }
}
