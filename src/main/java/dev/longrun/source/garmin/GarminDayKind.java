package dev.longrun.source.garmin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/** What Garmin can be asked about days: one day at a time, or up to 28 in one answer. */
enum GarminDayKind {
  /** Not about a day: the name that some addresses need. */
  PROFILE("/userprofile-service/socialProfile", ""),
  SLEEP("/wellness-service/wellness/dailySleepData/{name}", "date={from}&nonSleepBufferMinutes=60"),
  SUMMARY("/usersummary-service/usersummary/daily/{name}", "calendarDate={from}"),
  HRV("/hrv-service/hrv/{from}", ""),
  READINESS("/metrics-service/metrics/trainingreadiness/{from}", ""),
  SLEEP_RANGE("/sleep-service/stats/sleep/daily/{from}/{to}", ""),
  RESTING_HR_RANGE("/userstats-service/wellness/daily/{name}", "fromDate={from}&untilDate={to}&metricId=60"),
  HRV_RANGE("/hrv-service/hrv/daily/{from}/{to}", ""),
  STRESS_RANGE("/usersummary-service/stats/stress/daily/{from}/{to}", ""),
  BODY_BATTERY_RANGE("/wellness-service/wellness/bodyBattery/reports/daily", "startDate={from}&endDate={to}"),
  WEIGHT_RANGE("/weight-service/weight/range/{from}/{to}", "includeAll=true"),
  VO2MAX_RANGE("/metrics-service/metrics/maxmet/daily/{from}/{to}", "");

  private final String path;
  private final String query;

  GarminDayKind(String path, String query) {
    this.path = path;
    this.query = query;
  }

  /** As the source record is called. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static GarminDayKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  boolean isRange() {
    return name().endsWith("_RANGE");
  }

  boolean needsName() {
    return path.contains("{name}");
  }

  /** @param name null when it is not needed */
  String path(LocalDate from, LocalDate to, String name) {
    String encoded = name == null ? "" : URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return days(path, from, to).replace("{name}", encoded);
  }

  String query(LocalDate from, LocalDate to) {
    return days(query, from, to);
  }

  private static String days(String template, LocalDate from, LocalDate to) {
    return template.replace("{from}", String.valueOf(from)).replace("{to}", String.valueOf(to));
  }
}
