package dev.longrun.analysis;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How far the derived numbers go.
 *
 * @param lastDay whose runs are derived; null when nothing is
 * @param firstDue the first day whose numbers are out of date; null when there is none
 */
record DerivedUpTo(LocalDate lastDay, LocalDate firstDue) {

  static DerivedUpTo read(Handle handle) {
    return handle
        .createQuery(
            """
            select
                (select value from derivation_input where name = 'derived up to') as last_day,
                (select max(min(day), (select min(run_date) from counted_run)) from due_day) as first_due""")
        .map((row, context) -> new DerivedUpTo(Rows.day(row, "last_day"), Rows.day(row, "first_due")))
        .one();
  }

  Optional<String> outOfDate(LocalDate today) {
    String way = "\"longrun once\" (or the service) derives them.";
    if (lastDay == null) {
      return Optional.of("The numbers of the log are not derived yet: " + way);
    }
    if (firstDue != null && !firstDue.isAfter(today)) {
      return Optional.of("The derived numbers from " + firstDue + " on are out of date: " + way);
    }
    return lastDay.isBefore(today)
        ? Optional.of("The derived numbers go up to " + lastDay + ", those of later days are missing: " + way)
        : Optional.empty();
  }
}
