package dev.longrun.analysis;

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
    return handle
        .createQuery(
            """
            select from_date, distance_m, goal_time_s from annotation
            where kind = 'race' and from_date >= :today and distance_m is not null and goal_time_s is not null
            order by from_date limit 1""")
        .bind("today", today.toString())
        .map((row, context) -> new Goal(LocalDate.parse(row.getString("from_date")), row.getDouble("goal_time_s"), row.getDouble("distance_m")))
        .findOne()
        .orElseGet(() -> new Goal(settings.raceDate().orElse(null), settings.time().toSeconds(), settings.distanceM()));
  }
}
