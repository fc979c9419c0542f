package dev.longrun.log.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Which shoe the runner wears when nobody names one, inside a transaction. What is said holds from the day after, so that it does not
 * matter whether a run of that very day had come before, and until something else is said.
 */
final class DefaultShoes {
  private final Handle handle;
  private final String now;
  private final LocalDate from;

  /** @param saidOn the runner's day on which they said so */
  DefaultShoes(Handle handle, String now, LocalDate saidOn) {
    this.handle = handle;
    this.now = now;
    this.from = saidOn.plusDays(1);
  }

  /**
   * @param sports such as {@code road, track}; null when the shoe is the default for none, and never was
   * @return whether that is something new
   */
  boolean set(long shoeId, String sports) {
    List<String> wanted = sports == null ? List.of() : Arrays.asList(sports.split(", "));
    boolean changed = false;
    for (String sport : sportsOf(shoeId)) {
      changed |= !wanted.contains(sport) && forget(shoeId, sport);
    }
    for (String sport : wanted) {
      changed |= isWorn(shoeId, sport) ? false : wear(shoeId, sport);
    }
    return changed;
  }

  private List<String> sportsOf(long shoeId) {
    return handle.createQuery("select distinct sport from default_shoe where shoe_id = ?").bind(0, shoeId).mapTo(String.class).list();
  }

  private boolean forget(long shoeId, String sport) {
    return handle.execute("delete from default_shoe where shoe_id = ? and sport = ?", shoeId, sport) > 0;
  }

  private boolean isWorn(long shoeId, String sport) {
    return handle
        .createQuery("select shoe_id from default_shoe where sport = ? and from_day <= ? order by from_day desc limit 1")
        .bind(0, sport)
        .bind(1, from.toString())
        .mapTo(Long.class)
        .findOne()
        .filter(worn -> worn == shoeId)
        .isPresent();
  }

  private boolean wear(long shoeId, String sport) {
    handle.execute(
        """
        insert into default_shoe (sport, from_day, shoe_id, created_at, updated_at) values (?, ?, ?, ?, ?)
        on conflict (sport, from_day) do update set shoe_id = excluded.shoe_id, updated_at = excluded.updated_at""",
        sport, from.toString(), shoeId, now, now);
    takeFromOthers(shoeId, sport);
    return true;
  }

  /** So that the column says what holds now. */
  private void takeFromOthers(long shoeId, String sport) {
    handle
        .createQuery("select shoe_id, default_for from shoe where shoe_id <> ? and ', ' || default_for || ',' like '%, ' || ? || ',%'")
        .bind(0, shoeId)
        .bind(1, sport)
        .map((row, context) -> new Object[] {row.getLong("shoe_id"), row.getString("default_for")})
        .list()
        .forEach(
            other -> {
              String left =
                  Arrays.stream(other[1].toString().split(", ")).filter(each -> !each.equals(sport)).collect(Collectors.joining(", "));
              handle.execute("update shoe set default_for = ?, updated_at = ? where shoe_id = ?", left.isEmpty() ? null : left, now, other[0]);
            });
  }
}
