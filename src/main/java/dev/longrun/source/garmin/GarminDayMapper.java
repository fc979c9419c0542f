package dev.longrun.source.garmin;

import static dev.longrun.log.day.DayField.BODY_BATTERY;
import static dev.longrun.log.day.DayField.BODY_BATTERY_HIGH;
import static dev.longrun.log.day.DayField.BODY_BATTERY_LOW;
import static dev.longrun.log.day.DayField.HRV_BASELINE_HIGH_MS;
import static dev.longrun.log.day.DayField.HRV_BASELINE_LOW_MS;
import static dev.longrun.log.day.DayField.HRV_RMSSD_MS;
import static dev.longrun.log.day.DayField.RECOVERY_TIME_S;
import static dev.longrun.log.day.DayField.RESTING_HR_BPM;
import static dev.longrun.log.day.DayField.STRESS;
import static dev.longrun.log.day.DayField.TRAINING_READINESS;
import static dev.longrun.log.day.DayField.VO2MAX;
import static dev.longrun.log.day.DayField.WEIGHT_KG;
import static dev.longrun.source.garmin.GarminNights.positive;
import static dev.longrun.source.garmin.GarminNights.put;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Source;
import dev.longrun.log.day.DayField;
import dev.longrun.log.day.DayMapper;
import dev.longrun.log.day.SaidOfDays;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Garmin says about days, as the log understands it. An answer over many days speaks of those before it was given: today is not
 * over, and whoever is still asleep has no morning. Pure and thread-safe.
 */
public final class GarminDayMapper implements DayMapper {
  /** As many days as Garmin answers about at once, counted from 1970. */
  static final int WINDOW_DAYS = 28;

  private static final String SITE = "Garmin";
  private static final String AT_WAKING = "AFTER_WAKEUP_RESET";
  private static final double GRAMS_PER_KG = 1_000;
  private static final double SECONDS_PER_MINUTE = 60;

  private final ZoneId timezone;

  /** @param timezone in which days begin */
  public GarminDayMapper(ZoneId timezone) {
    this.timezone = timezone;
  }

  @Override
  public Source source() {
    return Source.GARMIN;
  }

  /** @throws UnusableAnswer when it is something else than what was asked for */
  @Override
  public Optional<SaidOfDays> map(SourceRecord record) {
    if (!record.externalId().matches("days?/\\d{4}-\\d{2}-\\d{2}")) {
      return Optional.empty();
    }
    LocalDate first = LocalDate.parse(record.externalId().substring(record.externalId().indexOf('/') + 1));
    GarminDayKind kind = GarminDayKind.of(record.kind());
    LocalDate today = LocalDate.ofInstant(record.fetchedAt(), timezone);
    LocalDate last = kind.isRange() ? earlier(first.plusDays(WINDOW_DAYS - 1), today.minusDays(1)) : first;
    TreeMap<LocalDate, Map<DayField, Object>> values = new TreeMap<>();
    if (!last.isBefore(first) && !first.isAfter(today)) {
      values(kind, Json.tree(SITE, record.payload()), first, new GarminNights(record.fetchedAt(), timezone))
          .forEach(
              (day, said) -> {
                if (!said.isEmpty() && !day.isBefore(first) && !day.isAfter(last)) {
                  values.put(day, said);
                }
              });
    }
    String saidBy = record.externalId() + " " + record.kind();
    return Optional.of(new SaidOfDays(Source.GARMIN, saidBy, first, last.isBefore(first) ? first : last, values, record.fetchedAt()));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Map<LocalDate, Map<DayField, Object>> values(GarminDayKind kind, JsonNode answer, LocalDate first, GarminNights nights) {
    return switch (kind) {
      case PROFILE -> Map.of();
      case SLEEP -> Map.of(first, nights.ofDay(with(answer, "dailySleepDTO"), first));
      case SUMMARY -> Map.of(first, summary(with(answer, "calendarDate"), first));
      case HRV -> variability(List.of(with(answer, "hrvSummary").path("hrvSummary")));
      case READINESS -> Map.of(first, readiness(Json.list(SITE, answer), first));
      case SLEEP_RANGE -> sleep(with(answer, "individualStats").path("individualStats"), nights);
      case RESTING_HR_RANGE -> restingHr(with(answer, "allMetrics"));
      case HRV_RANGE -> variability(with(answer, "hrvSummaries").path("hrvSummaries"));
      case STRESS_RANGE -> stress(Json.list(SITE, answer));
      case BODY_BATTERY_RANGE -> bodyBattery(Json.list(SITE, answer));
      case WEIGHT_RANGE -> weight(answer);
      case VO2MAX_RANGE -> vo2max(Json.list(SITE, answer));
    };
  }

  private static JsonNode with(JsonNode answer, String key) {
    if (!answer.has(key)) {
      throw new UnusableAnswer(SITE + " sent something else than what it was asked for: there is no " + key + ".");
    }
    return answer;
  }

  /** {@code bodyBatteryMostRecentValue} is that of the last synchronisation and says nothing of a morning. */
  private static Map<DayField, Object> summary(JsonNode summary, LocalDate day) {
    Map<DayField, Object> values = new EnumMap<>(DayField.class);
    if (day.toString().equals(Json.text(summary, "calendarDate")) && !summary.path("privacyProtected").asBoolean()) {
      put(values, RESTING_HR_BPM, positive(Json.number(summary, "restingHeartRate")));
      put(values, STRESS, Json.number(summary, "averageStressLevel"));
      put(values, BODY_BATTERY, Json.number(summary, "bodyBatteryAtWakeTime"));
      put(values, BODY_BATTERY_HIGH, Json.number(summary, "bodyBatteryHighestValue"));
      put(values, BODY_BATTERY_LOW, Json.number(summary, "bodyBatteryLowestValue"));
    }
    return values;
  }

  private static Map<LocalDate, Map<DayField, Object>> variability(Iterable<JsonNode> nights) {
    Map<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
    for (JsonNode night : nights) {
      Map<DayField, Object> values = new EnumMap<>(DayField.class);
      put(values, HRV_RMSSD_MS, positive(Json.number(night, "lastNightAvg")));
      put(values, HRV_BASELINE_LOW_MS, positive(Json.number(night.path("baseline"), "balancedLow")));
      put(values, HRV_BASELINE_HIGH_MS, positive(Json.number(night.path("baseline"), "balancedUpper")));
      add(days, night, "calendarDate", values);
    }
    return days;
  }

  /** What counts is the one at waking; watches that do not say which one that was, said it first. */
  private static Map<DayField, Object> readiness(JsonNode list, LocalDate day) {
    List<JsonNode> ofDay = new ArrayList<>();
    boolean isSaid = false;
    for (JsonNode item : list) {
      if (day.toString().equals(Json.text(item, "calendarDate")) && Json.number(item, "score") != null) {
        ofDay.add(item);
        isSaid |= Json.text(item, "inputContext") != null;
      }
    }
    boolean onlyAtWaking = isSaid;
    Map<DayField, Object> values = new EnumMap<>(DayField.class);
    ofDay.stream()
        .filter(item -> !onlyAtWaking || AT_WAKING.equals(Json.text(item, "inputContext")))
        .min(Comparator.comparing(item -> String.valueOf(Json.text(item, "timestamp"))))
        .ifPresent(
            item -> {
              put(values, TRAINING_READINESS, Json.number(item, "score"));
              Double minutes = Json.number(item, "recoveryTime");
              put(values, RECOVERY_TIME_S, minutes == null ? null : (Double) (minutes * SECONDS_PER_MINUTE));
            });
    return values;
  }

  private static Map<LocalDate, Map<DayField, Object>> sleep(JsonNode list, GarminNights nights) {
    Map<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
    for (JsonNode item : list) {
      day(item, "calendarDate").ifPresent(day -> days.put(day, nights.ofStatistics(item.path("values"), day)));
    }
    return days;
  }

  private static Map<LocalDate, Map<DayField, Object>> restingHr(JsonNode answer) {
    Map<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
    for (JsonNode item : answer.path("allMetrics").path("metricsMap").path("WELLNESS_RESTING_HEART_RATE")) {
      add(days, item, "calendarDate", RESTING_HR_BPM, positive(Json.number(item, "value")));
    }
    return days;
  }

  /** Negative levels stand for what could not be measured. */
  private static Map<LocalDate, Map<DayField, Object>> stress(JsonNode list) {
    Map<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
    for (JsonNode item : list) {
      add(days, item, "calendarDate", STRESS, Json.number(item.path("values"), "overallStressLevel"));
    }
    return days;
  }

  private static Map<LocalDate, Map<DayField, Object>> bodyBattery(JsonNode list) {
    Map<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
    for (JsonNode item : list) {
      int column = 1;
      for (JsonNode descriptor : item.path("bodyBatteryValueDescriptorDTOList")) {
        if ("bodyBatteryLevel".equals(Json.text(descriptor, "bodyBatteryValueDescriptorKey"))) {
          column = descriptor.path("bodyBatteryValueDescriptorIndex").asInt(column);
        }
      }
      Map<DayField, Object> values = new EnumMap<>(DayField.class);
      for (JsonNode level : item.path("bodyBatteryValuesArray")) {
        JsonNode number = level.path(column);
        if (number.isNumber() && number.doubleValue() >= 0) {
          values.merge(BODY_BATTERY_LOW, number.doubleValue(), (one, other) -> Math.min((Double) one, (Double) other));
          values.merge(BODY_BATTERY_HIGH, number.doubleValue(), (one, other) -> Math.max((Double) one, (Double) other));
        }
      }
      add(days, item, item.has("date") ? "date" : "calendarDate", values);
    }
    return days;
  }

  /** The first weighing of a day. Days without one are wrappers full of nulls. */
  private static Map<LocalDate, Map<DayField, Object>> weight(JsonNode answer) {
    Map<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
    JsonNode plain = answer.path("dateWeightList");
    if (!plain.isArray() && !with(answer, "dailyWeightSummaries").path("dailyWeightSummaries").isArray()) {
      return days;
    }
    List<JsonNode> weighings = new ArrayList<>();
    plain.forEach(weighings::add);
    for (JsonNode summary : answer.path("dailyWeightSummaries")) {
      JsonNode all = summary.path("allWeightMetrics");
      if (all.isArray() && !all.isEmpty()) {
        all.forEach(weighings::add);
      } else {
        weighings.add(summary.path("latestWeight"));
      }
    }
    weighings.sort(Comparator.comparing(weighing -> -weighing.path("timestampGMT").asDouble(weighing.path("date").asDouble())));
    for (JsonNode weighing : weighings) {
      Double grams = Json.number(weighing, "weight");
      add(days, weighing, "calendarDate", WEIGHT_KG, grams == null || grams <= 0 ? null : (Double) (grams / GRAMS_PER_KG));
    }
    return days;
  }

  /** Of running; on days only on which it was made anew. */
  private static Map<LocalDate, Map<DayField, Object>> vo2max(JsonNode list) {
    Map<LocalDate, Map<DayField, Object>> days = new TreeMap<>();
    for (JsonNode item : list) {
      JsonNode running = item.path("generic");
      add(days, running, "calendarDate", VO2MAX, positive(Json.number(running, "vo2MaxPreciseValue", "vo2MaxValue")));
    }
    return days;
  }

  private static void add(Map<LocalDate, Map<DayField, Object>> days, JsonNode item, String dayKey, DayField field, Double value) {
    Map<DayField, Object> values = new EnumMap<>(DayField.class);
    put(values, field, value);
    add(days, item, dayKey, values);
  }

  private static void add(Map<LocalDate, Map<DayField, Object>> days, JsonNode item, String dayKey, Map<DayField, Object> values) {
    if (!values.isEmpty()) {
      day(item, dayKey).ifPresent(day -> days.put(day, values));
    }
  }

  private static Optional<LocalDate> day(JsonNode item, String key) {
    String text = Json.text(item, key);
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
