package dev.longrun.log.run;

import dev.longrun.log.Activity;
import dev.longrun.log.DataUse;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.FileIdentity;
import dev.longrun.log.record.Precedence;
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
public final class RunMerging {
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
    FIELDS.put("is_run", activity -> Boolean.TRUE.equals(activity.isRun()) ? 1 : null);
    FIELDS.put("effort", Activity::effort);
    FIELDS.put("feel", Activity::feel);
  }

  private RunMerging() {}

  /**
   * @param parts the recordings of one run, each in order of precedence: mostly one
   * @param words what the runner says, by column: above every source
   */
  static Run merge(List<List<Activity>> parts, Map<String, Object> words, DataUse dataUse) {
    List<Activity> activities = parts.stream().flatMap(List::stream).sorted(Precedence.ORDER).toList();
    Run run = JoinedRun.follow(parts) ? JoinedRun.of(parts.stream().map(part -> merge(part, dataUse)).toList()) : merge(activities, dataUse);
    return RunDoubt.judged(words.isEmpty() ? run : over(run, words, activities, dataUse));
  }

  private static Run over(Run run, Map<String, Object> words, List<Activity> activities, DataUse dataUse) {
    List<Activity> speaking = speaking(activities, dataUse);
    Map<String, Object> values = new LinkedHashMap<>(run.values());
    values.putAll(words);
    List<Run.Origin> origins = new ArrayList<>(run.origins());
    origins.removeIf(origin -> words.containsKey(origin.field()));
    words.keySet().forEach(field -> origins.add(new Run.Origin(field, Source.RUNNER, others(speaking, null, said(field)))));
    return run.with(values, origins);
  }

  private static Function<Activity, Object> said(String field) {
    return field.equals("shoe_id") ? activity -> activity.gear() == null ? null : activity.gear().name() : FIELDS.get(field);
  }

  private static List<Activity> speaking(List<Activity> activities, DataUse dataUse) {
    List<Activity> free = activities.stream().filter(activity -> dataUse.counts(activity.source())).toList();
    return free.isEmpty() ? activities : free;
  }

  /** @param activities of one run, in order of precedence */
  private static Run merge(List<Activity> activities, DataUse dataUse) {
    List<Activity> speaking = speaking(activities, dataUse);
    boolean counts = dataUse.counts(speaking.get(0).source());
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
    values.put("counted", counts ? 1 : 0);
    values.put("flaw", flaw(speaking));
    Activity shod = speaking.stream().filter(activity -> activity.gear() != null).findFirst().orElse(first);
    return new Run(
        first.startedAt().atOffset(ZoneOffset.ofTotalSeconds(clock.utcOffsetS())).toLocalDate(),
        first.startedAt(),
        values,
        // A shoe is seen by every run with it, so what may only be shown says nothing about shoes.
        counts ? shod.gear() : null,
        shod.source(),
        firstOf(speaking, Activity::splits),
        firstOf(speaking, Activity::laps),
        origins,
        activities);
  }

  /** That of the recording whose distance the run has: what was left out of another one makes no difference. */
  private static String flaw(List<Activity> speaking) {
    Activity measured = speaking.stream().filter(activity -> activity.distanceM() != null).findFirst().orElse(speaking.get(0));
    return measured.flaws().isEmpty() ? null : PlainText.line(String.join(" ", measured.flaws()));
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
