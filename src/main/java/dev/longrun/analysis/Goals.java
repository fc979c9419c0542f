package dev.longrun.analysis;

import dev.longrun.log.said.PlannedRace;
import dev.longrun.settings.Settings;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the race the runner trains for: the next one that was noted with a goal, else that of the settings until its day is over. */
final class Goals {
  /** What to say where a goal is needed and there is none. */
  static final String HOW_TO_SET =
      "No goal is set, or its day is over: GOAL_TIME with GOAL_RACE_DATE and GOAL_DISTANCE_M, or a race with a goal in a log note, sets one.";

  private final Settings.Goal settings;

  Goals(Settings settings) {
    this.settings = settings.goal();
  }

  /** Empty when the runner has set none for a day to come. */
  Optional<Goal> next(Handle handle, LocalDate today) {
    return PlannedRace.next(handle, today)
        .map(race -> new Goal(race.day(), race.goalTimeS(), race.distanceM()))
        .or(() -> ofTheSettings(today));
  }

  private Optional<Goal> ofTheSettings(LocalDate today) {
    LocalDate day = settings.raceDate().orElse(null);
    return day != null && day.isBefore(today)
        ? Optional.empty()
        : settings.time().map(time -> new Goal(day, time.toSeconds(), settings.distanceM()));
  }
}
