package dev.longrun.log.said;

import dev.longrun.log.PlainText;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A race of a log note that the runner has a goal for.
 *
 * @param name null when the note does not tell it
 */
public record PlannedRace(LocalDate day, String name, double distanceM, double goalTimeS) {

  /** The next one on a day or after it; a race without a distance and a goal to be measured by is not meant. */
  public static Optional<PlannedRace> next(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            select from_date, name, distance_m, goal_time_s from annotation
            where kind = 'race' and from_date >= :day and distance_m is not null and goal_time_s is not null
            order by from_date, annotation_id limit 1""")
        .bind("day", day.toString())
        .map(
            (row, context) ->
                new PlannedRace(
                    LocalDate.parse(row.getString("from_date")),
                    PlainText.line(row.getString("name")),
                    row.getDouble("distance_m"),
                    row.getDouble("goal_time_s")))
        .findOne();
  }
}
