package dev.longrun.log.run;

import dev.longrun.log.Gear;
import dev.longrun.log.Source;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds or makes the shoe that a source's gear means. The same name at two sources is the same shoe. */
public final class ShoeShelf {
  /** Garmin's export calls its gear by the ids that the site calls it by. */
  private static final String GARMIN_ID = "[0-9a-f]{32}";

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
    if (source == Source.FILE && !gear.gearId().matches(GARMIN_ID)) {
      return ofFile(gear);
    }
    String idColumn = idColumn(source);
    long shoeId = byId(gear, idColumn).or(() -> byName(gear, idColumn)).orElseGet(() -> make(gear, idColumn));
    if (!isCalled(shoeId, gear)) {
      rename(shoeId);
    }
    return shoeId;
  }

  /**
   * The shoe the runner wears when nobody says which: from the day after they said so, so that it does not matter whether a run of
   * that very day had come before.
   *
   * @return null when there is none
   */
  Long defaultFor(String sport, String day) {
    return handle
        .createQuery(
            """
            select worn.shoe_id
            from default_shoe as worn
            join shoe using (shoe_id)
            where worn.sport = :sport
              and worn.from_day <= :day
              and (shoe.retired_on is null or shoe.retired_on > :day)
            order by worn.from_day desc
            limit 1""")
        .bind("sport", sport)
        .bind("day", day)
        .mapTo(Long.class)
        .findOne()
        .orElse(null);
  }

  /** Where a list has no ids, a shoe is known by its name. */
  private long ofFile(Gear gear) {
    return named(gear.name(), "true")
        .orElseGet(
            () ->
                handle
                    .createQuery(
                        "insert into shoe (name, brand, model, created_at, updated_at) values (:name, :brand, :model, :now, :now)"
                            + " returning shoe_id")
                    .bindMethods(gear)
                    .bind("now", now)
                    .mapTo(Long.class)
                    .one());
  }

  private static String idColumn(Source source) {
    return switch (source) {
      case GARMIN, FILE -> "garmin_gear_id";
      case STRAVA -> "strava_gear_id";
      case RUNNER, OPEN_METEO -> throw new IllegalArgumentException("No gear comes from " + source.id());
    };
  }

  private boolean isCalled(long shoeId, Gear gear) {
    return handle
        .createQuery(
            """
            select 1 from shoe
            where shoe_id = :shoeId
              and (name is :name or exists (select 1 from shoe_note as said where said.shoe_id = shoe.shoe_id and field = 'name'))
              and (brand is :brand or exists (select 1 from shoe_note as said where said.shoe_id = shoe.shoe_id and field = 'brand'))
              and (model is :model or exists (select 1 from shoe_note as said where said.shoe_id = shoe.shoe_id and field = 'model'))""")
        .bindMethods(gear)
        .bind("shoeId", shoeId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** A shoe is called what the latest activity with it calls it, Garmin's before Strava's: whatever came in last; but as the runner says. */
  private void rename(long shoeId) {
    handle
        .createUpdate(
            """
            with said as (select field from shoe_note where shoe_id = :shoeId)
            update shoe
            set (name, brand, model, updated_at) = (latest.name, latest.brand, latest.model, :now)
            from (
                select
                    iif('name' in (select field from said), shoe.name, json_extract(document, '$.gear.name')) as name,
                    iif('brand' in (select field from said), shoe.brand, json_extract(document, '$.gear.brand')) as brand,
                    iif('model' in (select field from said), shoe.model, json_extract(document, '$.gear.model')) as model
                from source_activity
                join shoe on shoe.shoe_id = :shoeId
                where withdrawn_at is null
                  and source = (select iif(garmin_gear_id is null, 'strava', 'garmin') from shoe where shoe_id = :shoeId)
                  and json_extract(document, '$.gear.gearId') =
                      (select coalesce(garmin_gear_id, strava_gear_id) from shoe where shoe_id = :shoeId)
                order by source_activity.started_at desc, external_id
                limit 1
            ) as latest
            where shoe_id = :shoeId and (shoe.name, shoe.brand, shoe.model) is not (latest.name, latest.brand, latest.model)""")
        .bind("shoeId", shoeId)
        .bind("now", now)
        .execute();
  }

  private Optional<Long> byId(Gear gear, String idColumn) {
    return handle
        .createQuery("select shoe_id from shoe where " + idColumn + " = :id")
        .bind("id", gear.gearId())
        .mapTo(Long.class)
        .findOne();
  }

  private Optional<Long> byName(Gear gear, String idColumn) {
    Optional<Long> namesake = named(gear.name(), idColumn + " is null");
    namesake.ifPresent(
        shoeId ->
            handle.execute("update shoe set " + idColumn + " = ?, updated_at = ? where shoe_id = ?", gear.gearId(), now, shoeId));
    return namesake;
  }

  private Optional<Long> named(String name, String condition) {
    return handle
        .createQuery("select shoe_id from shoe where lower(trim(name)) = lower(trim(:name)) and " + condition + " order by shoe_id limit 1")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
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
