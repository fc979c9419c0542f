package dev.longrun.source.garmin;

import static dev.longrun.log.day.DayField.HRV_RMSSD_MS;
import static dev.longrun.log.day.DayField.RESTING_HR_BPM;
import static dev.longrun.log.day.DayField.SLEEP_AWAKE_S;
import static dev.longrun.log.day.DayField.SLEEP_DEEP_S;
import static dev.longrun.log.day.DayField.SLEEP_ENDED_AT;
import static dev.longrun.log.day.DayField.SLEEP_LIGHT_S;
import static dev.longrun.log.day.DayField.SLEEP_REM_S;
import static dev.longrun.log.day.DayField.SLEEP_S;
import static dev.longrun.log.day.DayField.SLEEP_SCORE;
import static dev.longrun.log.day.DayField.SLEEP_STARTED_AT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Timestamps;
import dev.longrun.log.day.DayField;
import dev.longrun.source.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/**
 * Nights, as Garmin tells them: belonging to the day of waking. What only looks like a night is none: the placeholder that stands there
 * after midnight, an empty sheet, the night of another day, a night that has not ended.
 */
final class GarminNights {
  private final Instant now;
  private final LocalDate today;

  /** @param now when Garmin said it */
  GarminNights(Instant now, ZoneId timezone) {
    this.now = now;
    this.today = LocalDate.ofInstant(now, timezone);
  }

  /** Of {@code dailySleepData}. Empty when it is no night of that day. */
  Map<DayField, Object> ofDay(JsonNode answer, LocalDate day) {
    JsonNode night = answer.path("dailySleepDTO");
    boolean confirmed = !night.path("sleepWindowConfirmed").isBoolean() || night.path("sleepWindowConfirmed").asBoolean();
    if (!day.toString().equals(Json.text(night, "calendarDate")) || (!confirmed && !day.isBefore(today))) {
      return Map.of();
    }
    Map<DayField, Object> values =
        night(
            day,
            Json.number(night, "sleepTimeSeconds"),
            Json.number(night, "sleepStartTimestampGMT"),
            Json.number(night, "sleepEndTimestampGMT"),
            Json.number(night, "sleepEndTimestampLocal"));
    if (!values.isEmpty()) {
      put(values, SLEEP_DEEP_S, Json.number(night, "deepSleepSeconds"));
      put(values, SLEEP_LIGHT_S, Json.number(night, "lightSleepSeconds"));
      put(values, SLEEP_REM_S, Json.number(night, "remSleepSeconds"));
      put(values, SLEEP_AWAKE_S, Json.number(night, "awakeSleepSeconds"));
      put(values, SLEEP_SCORE, Json.number(night.path("sleepScores").path("overall"), "value"));
      put(values, HRV_RMSSD_MS, positive(Json.number(answer, "avgOvernightHrv")));
      put(values, RESTING_HR_BPM, positive(Json.number(answer, "restingHeartRate")));
    }
    return values;
  }

  /** Of one of {@code individualStats}. */
  Map<DayField, Object> ofStatistics(JsonNode numbers, LocalDate day) {
    Map<DayField, Object> values =
        night(
            day,
            Json.number(numbers, "totalSleepTimeInSeconds"),
            Json.number(numbers, "gmtSleepStartTimeInMillis"),
            Json.number(numbers, "gmtSleepEndTimeInMillis"),
            Json.number(numbers, "localSleepEndTimeInMillis"));
    if (!values.isEmpty()) {
      put(values, SLEEP_DEEP_S, Json.number(numbers, "deepTime"));
      put(values, SLEEP_LIGHT_S, Json.number(numbers, "lightTime"));
      put(values, SLEEP_REM_S, Json.number(numbers, "remTime"));
      put(values, SLEEP_AWAKE_S, Json.number(numbers, "awakeTime"));
      put(values, SLEEP_SCORE, Json.number(numbers, "sleepScore"));
      put(values, RESTING_HR_BPM, positive(Json.number(numbers, "restingHeartRate")));
    }
    return values;
  }

  /** @param localEndMs the runner's wall clock as if it were UTC; null when it is not told */
  private Map<DayField, Object> night(LocalDate day, Double sleepS, Double startMs, Double endMs, Double localEndMs) {
    Map<DayField, Object> values = new EnumMap<>(DayField.class);
    if (sleepS == null || sleepS <= 0 || startMs == null || endMs == null || endMs <= startMs || endMs > now.toEpochMilli()) {
      return values;
    }
    LocalDate woke = LocalDate.ofInstant(Instant.ofEpochMilli((localEndMs == null ? endMs : localEndMs).longValue()), ZoneOffset.UTC);
    if (localEndMs != null && !woke.equals(day)) {
      return values;
    }
    values.put(SLEEP_S, sleepS);
    values.put(SLEEP_STARTED_AT, Timestamps.of(Instant.ofEpochMilli(startMs.longValue())));
    values.put(SLEEP_ENDED_AT, Timestamps.of(Instant.ofEpochMilli(endMs.longValue())));
    return values;
  }

  static Double positive(Double value) {
    return value == null || value <= 0 ? null : value;
  }

  static void put(Map<DayField, Object> values, DayField field, Double value) {
    if (value != null && value >= 0) {
      values.put(field, value);
    }
  }
}
