package dev.longrun.demo.site;

import dev.longrun.demo.runner.SyntheticMorning;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the simulated Garmin says of days, in the shapes of the real one: single days, and many in one answer. */
final class GarminDayAnswers {
  private static final ZoneId HOME = ZoneId.of("Europe/Berlin");
  private static final int MOST_DAYS = 28;
  private static final Pattern DATES = Pattern.compile(".*?/(\\d{4}-\\d{2}-\\d{2})(?:/(\\d{4}-\\d{2}-\\d{2}))?");

  private final Function<LocalDate, Optional<SyntheticMorning>> mornings;
  private final Clock clock;

  GarminDayAnswers(Function<LocalDate, Optional<SyntheticMorning>> mornings, Clock clock) {
    this.mornings = mornings;
    this.clock = clock;
  }

  private record Day(LocalDate date, SyntheticMorning morning) {}

  /** @return empty when it is not about days */
  Optional<Answer> answer(Request request) {
    String path = request.path();
    try {
      if (path.startsWith("/wellness-service/wellness/dailySleepData/") || path.equals("/sleep-service/sleep/dailySleepData")) {
        return Optional.of(sleep(parameter(request, "date")));
      } else if (path.startsWith("/usersummary-service/usersummary/daily/")) {
        return Optional.of(summary(parameter(request, "calendarDate")));
      } else if (path.startsWith("/userstats-service/wellness/daily/")) {
        return Optional.of(restingHr(known(parameter(request, "fromDate"), parameter(request, "untilDate"))));
      } else if (path.equals("/wellness-service/wellness/bodyBattery/reports/daily")) {
        return Optional.of(bodyBattery(known(parameter(request, "startDate"), request.parameter("endDate").map(LocalDate::parse).orElse(parameter(request, "startDate")))));
      }
      Matcher dates = DATES.matcher(path);
      return dates.matches() ? dated(path, LocalDate.parse(dates.group(1)), dates.group(2) == null ? null : LocalDate.parse(dates.group(2))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(Answer.json(400, "{\"message\":\"HTTP 400 Bad Request\",\"error\":\"BadRequestException\"}"));
    }
  }

  private Optional<Answer> dated(String path, LocalDate from, LocalDate to) {
    if (to != null && from.plusDays(MOST_DAYS).isBefore(to) && path.contains("/stats/")) {
      return Optional.of(Answer.json(400, "{\"message\":\"HTTP 400 Bad Request\",\"error\":\"BadRequestException\"}"));
    }
    LocalDate last = to == null ? from : to;
    if (path.startsWith("/hrv-service/hrv/daily/")) {
      return Optional.of(json(json -> json.object(range -> range.array("hrvSummaries", list -> each(list, known(from, last), GarminDayAnswers::variability)))));
    } else if (path.startsWith("/hrv-service/hrv/")) {
      return Optional.of(known(from, from).stream().findFirst().map(day -> json(json -> json.object(body -> body.object("hrvSummary", summary -> variability(summary, day)).array("hrvReadings", list -> {})))).orElse(noContent()));
    } else if (path.startsWith("/metrics-service/metrics/trainingreadiness/")) {
      return Optional.of(json(json -> json.array(list -> each(list, known(from, from).stream().filter(day -> day.morning().readiness() != null).toList(), GarminDayAnswers::readiness))));
    } else if (path.startsWith("/sleep-service/stats/sleep/daily/")) {
      return Optional.of(json(json -> json.object(range -> range.object("overallStats", stats -> {}).array("individualStats", list -> each(list, known(from, last), GarminDayAnswers::nightInRange)))));
    } else if (path.startsWith("/usersummary-service/stats/stress/daily/")) {
      return Optional.of(json(json -> json.array(list -> each(list, known(from, last), (item, day) -> item.put("calendarDate", day.date().toString()).object("values", values -> values.put("overallStressLevel", (long) day.morning().stress()))))));
    } else if (path.startsWith("/wellness-service/wellness/dailyStress/")) {
      return Optional.of(known(from, from).stream().findFirst().map(day -> json(json -> json.object(item -> item.put("calendarDate", from.toString()).put("avgStressLevel", (long) day.morning().stress()).array("stressValuesArray", list -> {})))).orElse(noContent()));
    } else if (path.startsWith("/metrics-service/metrics/maxmet/daily/")) {
      return Optional.of(json(json -> json.array(list -> {})));
    } else if (path.startsWith("/weight-service/weight/range/")) {
      return Optional.of(json(json -> json.object(range -> range.array("dailyWeightSummaries", list -> {}).object("totalAverage", average -> average.putNull("weight")))));
    }
    return Optional.empty();
  }

  private Answer sleep(LocalDate day) {
    Optional<Day> known = known(day, day).stream().findFirst();
    return json(
        json ->
            json.object(
                body -> {
                  body.object("dailySleepDTO", night -> night(night.put("calendarDate", day.toString()), known.map(Day::morning).orElse(null)));
                  if (known.isPresent()) {
                    body.put("avgOvernightHrv", (double) known.get().morning().rmssdMs()).put("restingHeartRate", (long) known.get().morning().restingHrBpm());
                  }
                }));
  }

  /** An empty night is a sheet full of nulls, no 204. */
  private static void night(Payload night, SyntheticMorning morning) throws IOException {
    if (morning == null) {
      night.putNull("id").putNull("sleepTimeSeconds").putNull("sleepStartTimestampGMT").putNull("sleepEndTimestampGMT");
      return;
    }
    long shift = HOME.getRules().getOffset(morning.wokeAt()).getTotalSeconds() * 1_000L;
    night
        .put("id", morning.wokeAt().toEpochMilli())
        .put("sleepTimeSeconds", (long) morning.sleepS())
        .put("napTimeSeconds", 0L)
        .put("sleepWindowConfirmed", true)
        .put("sleepStartTimestampGMT", morning.fellAsleepAt().toEpochMilli())
        .put("sleepEndTimestampGMT", morning.wokeAt().toEpochMilli())
        .put("sleepStartTimestampLocal", morning.fellAsleepAt().toEpochMilli() + shift)
        .put("sleepEndTimestampLocal", morning.wokeAt().toEpochMilli() + shift)
        .put("deepSleepSeconds", deep(morning))
        .put("lightSleepSeconds", morning.sleepS() - deep(morning) - rem(morning))
        .put("remSleepSeconds", rem(morning))
        .put("awakeSleepSeconds", (long) morning.awakeS());
  }

  private static long deep(SyntheticMorning morning) {
    return morning.sleepS() / 5 / 60 * 60;
  }

  private static long rem(SyntheticMorning morning) {
    return morning.sleepS() / 4 / 60 * 60;
  }

  private static void nightInRange(Payload item, Day day) throws IOException {
    SyntheticMorning morning = day.morning();
    long shift = HOME.getRules().getOffset(morning.wokeAt()).getTotalSeconds() * 1_000L;
    item.put("calendarDate", day.date().toString())
        .object(
            "values",
            values ->
                values
                    .put("totalSleepTimeInSeconds", (long) morning.sleepS())
                    .put("deepTime", deep(morning))
                    .put("lightTime", morning.sleepS() - deep(morning) - rem(morning))
                    .put("remTime", rem(morning))
                    .put("awakeTime", (long) morning.awakeS())
                    .put("restingHeartRate", (long) morning.restingHrBpm())
                    .put("gmtSleepStartTimeInMillis", morning.fellAsleepAt().toEpochMilli())
                    .put("gmtSleepEndTimeInMillis", morning.wokeAt().toEpochMilli())
                    .put("localSleepStartTimeInMillis", morning.fellAsleepAt().toEpochMilli() + shift)
                    .put("localSleepEndTimeInMillis", morning.wokeAt().toEpochMilli() + shift));
  }

  private Answer summary(LocalDate day) {
    Optional<Day> known = known(day, day).stream().findFirst();
    return json(
        json ->
            json.object(
                body -> {
                  body.put("calendarDate", day.toString()).put("privacyProtected", false);
                  if (known.isPresent()) {
                    SyntheticMorning morning = known.get().morning();
                    body.put("restingHeartRate", (long) morning.restingHrBpm())
                        .put("averageStressLevel", (long) morning.stress())
                        .put("bodyBatteryAtWakeTime", (long) morning.bodyBattery())
                        .put("bodyBatteryHighestValue", (long) morning.bodyBattery())
                        .put("bodyBatteryLowestValue", (long) morning.bodyBattery() / 3);
                  }
                }));
  }

  private static Answer restingHr(List<Day> days) {
    return json(
        json ->
            json.object(
                body ->
                    body.object(
                        "allMetrics",
                        all ->
                            all.object(
                                "metricsMap",
                                map ->
                                    map.array(
                                        "WELLNESS_RESTING_HEART_RATE",
                                        list -> each(list, days, (item, day) -> item.put("value", (double) day.morning().restingHrBpm()).put("calendarDate", day.date().toString())))))));
  }

  private static Answer bodyBattery(List<Day> days) {
    return json(
        json ->
            json.array(
                list ->
                    each(
                        list,
                        days,
                        (item, day) ->
                            item.put("date", day.date().toString())
                                .array(
                                    "bodyBatteryValuesArray",
                                    levels ->
                                        levels
                                            .array(level -> level.add(day.morning().wokeAt().toEpochMilli()).add((long) day.morning().bodyBattery()))
                                            .array(level -> level.add(day.morning().wokeAt().toEpochMilli() + 50_000_000L).add((long) day.morning().bodyBattery() / 3))))));
  }

  private static void variability(Payload summary, Day day) throws IOException {
    summary.put("calendarDate", day.date().toString())
        .put("weeklyAvg", 62L)
        .put("lastNightAvg", (long) day.morning().rmssdMs())
        .put("lastNight5MinHigh", day.morning().rmssdMs() + 20L)
        .object("baseline", baseline -> baseline.put("lowUpper", 50L).put("balancedLow", 55L).put("balancedUpper", 70L))
        .put("status", "BALANCED");
  }

  private static void readiness(Payload item, Day day) throws IOException {
    item.put("calendarDate", day.date().toString())
        .put("timestamp", day.morning().wokeAt().toString().replace("Z", ".0"))
        .put("score", (long) day.morning().readiness())
        .put("recoveryTime", 600L)
        .put("inputContext", "AFTER_WAKEUP_RESET");
  }

  /** The mornings that the runner has woken up to. */
  private List<Day> known(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return List.of();
    }
    return from.datesUntil(to.plusDays(1))
        .flatMap(date -> mornings.apply(date).map(morning -> Stream.of(new Day(date, morning))).orElse(Stream.empty()))
        .filter(day -> !day.morning().wokeAt().isAfter(clock.instant()))
        .toList();
  }

  @FunctionalInterface
  private interface Item {
    void write(Payload item, Day day) throws IOException;
  }

  private static void each(Payload list, List<Day> days, Item content) throws IOException {
    for (Day day : days) {
      list.object(item -> content.write(item, day));
    }
  }

  private static LocalDate parameter(Request request, String name) {
    return LocalDate.parse(request.parameter(name).orElse(""));
  }

  private static Answer json(Payload.Content content) {
    return Answer.json(200, Payload.of(content));
  }

  private static Answer noContent() {
    return Answer.json(204, "");
  }
}
