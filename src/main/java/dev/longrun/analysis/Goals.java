package dev.longrun.analysis;

import dev.longrun.log.said.PlannedRace;
import dev.longrun.settings.Settings;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Finds the race the runner trains for: the next one that was noted with a goal, else that of the settings. */
final class Goals {
  private final Settings.Goal settings;

  Goals(Settings settings) {
    this.settings = settings.goal();
  }

  Goal next(Handle handle, LocalDate today) {
    return PlannedRace.next(handle, today)
        .map(race -> new Goal(race.day(), race.goalTimeS(), race.distanceM()))
        .orElseGet(() -> new Goal(settings.raceDate().orElse(null), settings.time().toSeconds(), settings.distanceM()));
  }
}
