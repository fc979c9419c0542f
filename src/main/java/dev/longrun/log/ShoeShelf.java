package dev.longrun.log;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds or makes the shoe that a source's gear means. The same name at two sources is the same shoe. */
final class ShoeShelf {
  private final Handle handle;
  private final String now;

  ShoeShelf(Handle handle, String now) {
    this.handle = handle;
    this.now = now;
  }

  /** @return null without gear */
  Long shoeId(Gear gear, Source source) {
    if (gear == null) {
      return null;
    }
    String idColumn =
        switch (source) {
          case GARMIN -> "garmin_gear_id";
          case STRAVA -> "strava_gear_id";
          case FILE, RUNNER, OPEN_METEO -> throw new IllegalArgumentException("No gear comes from " + source.id());
        };
    Optional<Long> known = byId(gear, idColumn);
    if (known.isPresent()) {
      rename(known.get(), gear);
      return known.get();
    }
    return byName(gear, idColumn).orElseGet(() -> make(gear, idColumn));
  }

  private Optional<Long> byId(Gear gear, String idColumn) {
    return handle
        .createQuery("select shoe_id from shoe where " + idColumn + " = :id")
        .bind("id", gear.gearId())
        .mapTo(Long.class)
        .findOne();
  }

  private void rename(long shoeId, Gear gear) {
    handle
        .createUpdate(
            """
            update shoe
            set name = :name, brand = coalesce(:brand, brand), model = coalesce(:model, model), updated_at = :now
            where shoe_id = :shoeId and (name, brand, model) is not (:name, coalesce(:brand, brand), coalesce(:model, model))""")
        .bindMethods(gear)
        .bind("shoeId", shoeId)
        .bind("now", now)
        .execute();
  }

  private Optional<Long> byName(Gear gear, String idColumn) {
    Optional<Long> namesake =
        handle
            .createQuery(
                "select shoe_id from shoe where lower(trim(name)) = lower(trim(:name)) and " + idColumn + " is null order by shoe_id limit 1")
            .bind("name", gear.name())
            .mapTo(Long.class)
            .findOne();
    namesake.ifPresent(
        shoeId ->
            handle.execute("update shoe set " + idColumn + " = ?, updated_at = ? where shoe_id = ?", gear.gearId(), now, shoeId));
    return namesake;
  }

  private long make(Gear gear, String idColumn) {
    return handle
        .createQuery(
            "insert into shoe (name, brand, model, " + idColumn + ", created_at, updated_at)"
                + " values (:name, :brand, :model, :gearId, :now, :now) returning shoe_id")
        .bindMethods(gear)
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }
}
