package dev.longrun.log;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes one run of what its sources say: each value from the first source, in order of precedence, that knows it. A source whose
 * data may only be shown says nothing beside one that is free.
 */
final class RunMerging {
  private static final Map<String, Function<Activity, Object>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("started_at", activity -> Timestamps.of(activity.startedAt()));
    FIELDS.put("utc_offset_s", Activity::utcOffsetS);
    FIELDS.put("timezone", Activity::timezone);
    FIELDS.put("sport", activity -> activity.sport().id());
    FIELDS.put("name", Activity::name);
    FIELDS.put("comment", Activity::comment);
    FIELDS.put("place", Activity::place);
    FIELDS.put("distance_m", Activity::distanceM);
    FIELDS.put("moving_s", Activity::movingS);
    FIELDS.put("elapsed_s", Activity::elapsedS);
    FIELDS.put("avg_hr_bpm", Activity::avgHrBpm);
    FIELDS.put("max_hr_bpm", Activity::maxHrBpm);
    FIELDS.put("avg_power_w", Activity::avgPowerW);
    FIELDS.put("avg_cadence_spm", Activity::avgCadenceSpm);
    FIELDS.put("elevation_gain_m", Activity::elevationGainM);
    FIELDS.put("elevation_loss_m", Activity::elevationLossM);
    FIELDS.put("latitude", Activity::latitude);
    FIELDS.put("longitude", Activity::longitude);
    // Nobody marks a race by accident, so one source that says yes is enough; "no" is mostly just the default.
    FIELDS.put("is_race", activity -> Boolean.TRUE.equals(activity.race()) ? 1 : null);
    FIELDS.put("effort", Activity::effort);
    FIELDS.put("feel", Activity::feel);
  }

  private RunMerging() {}

  /** @param activities of one run, in order of precedence */
  static Run merge(List<Activity> activities, DataUse dataUse) {
    List<Activity> free = activities.stream().filter(activity -> dataUse.counts(activity.source())).toList();
    List<Activity> speaking = free.isEmpty() ? activities : free;
    Activity first = speaking.get(0);
    Map<String, Object> values = new LinkedHashMap<>();
    List<Run.Origin> origins = new ArrayList<>();
    FIELDS.forEach(
        (field, reading) -> {
          Activity knowing = speaking.stream().filter(activity -> reading.apply(activity) != null).findFirst().orElse(null);
          values.put(field, knowing == null ? null : reading.apply(knowing));
          if (knowing != null && speaking.size() > 1) {
            origins.add(new Run.Origin(field, knowing.source(), others(speaking, knowing, reading)));
          }
        });
    Activity clock = speaking.stream().filter(FileIdentity::knowsLocalTime).findFirst().orElse(first);
    values.put("utc_offset_s", clock.utcOffsetS());
    values.putIfAbsent("is_race", 0);
    values.put("garmin_activity_id", activityId(activities, Source.GARMIN));
    values.put("strava_activity_id", activityId(activities, Source.STRAVA));
    values.put("counted", free.isEmpty() ? 0 : 1);
    Activity shod = speaking.stream().filter(activity -> activity.gear() != null).findFirst().orElse(first);
    return new Run(
        first.startedAt().atOffset(ZoneOffset.ofTotalSeconds(clock.utcOffsetS())).toLocalDate(),
        first.startedAt(),
        values,
        // A shoe is seen by every run with it, so what may only be shown says nothing about shoes.
        free.isEmpty() ? null : shod.gear(),
        shod.source(),
        firstOf(speaking, Activity::splits),
        firstOf(speaking, Activity::laps),
        origins,
        activities);
  }

  private static Map<String, Object> others(List<Activity> speaking, Activity knowing, Function<Activity, Object> reading) {
    Map<String, Object> others = new TreeMap<>();
    for (Activity activity : speaking) {
      Object said = reading.apply(activity);
      if (activity != knowing && said != null) {
        others.putIfAbsent(activity.source().id(), said);
      }
    }
    return others;
  }

  /** Kilometres of two sources are cut at different metres: they are never mixed. */
  private static <T> List<T> firstOf(List<Activity> activities, Function<Activity, List<T>> reading) {
    return activities.stream().map(reading).filter(list -> !list.isEmpty()).findFirst().orElse(List.of());
  }

  private static Long activityId(List<Activity> activities, Source source) {
    return activities.stream()
        .flatMap(activity -> FileIdentity.siteName(activity).stream())
        .filter(name -> name.source() == source)
        .map(FileIdentity.Name::externalId)
        .map(RunMerging::number)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Long number(String externalId) {
    return externalId.matches("\\d{1,18}") ? Long.valueOf(externalId) : null;
  }
}
