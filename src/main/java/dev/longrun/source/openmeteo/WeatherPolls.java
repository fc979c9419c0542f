package dev.longrun.source.openmeteo;

import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Source;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.Timestamps;
import dev.longrun.log.TrainingLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns runs without weather into as few requests as possible, and answers into rows. */
public final class WeatherPolls {
  /** ERA5 comes five days late; from here on the archive has the day. */
  private static final Duration ARCHIVED_AFTER = Duration.ofDays(6);

  private final TrainingLog trainingLog;
  private final SyncStates syncStates;
  private final PutAsides putAsides;
  private final Clock clock;

  public WeatherPolls(TrainingLog trainingLog, SyncStates syncStates, PutAsides putAsides, Clock clock) {
    this.trainingLog = trainingLog;
    this.syncStates = syncStates;
    this.putAsides = putAsides;
    this.clock = clock;
  }

  /** @return null while Open-Meteo wants to be left alone */
  public WeatherPoll begin() {
    if (syncStates.blockedUntil(Source.OPEN_METEO).isPresent()) {
      return null;
    }
    return new WeatherPoll();
  }

  public String now() {
    return Timestamps.of(clock.instant());
  }

  /** Runs that ended before this instant get their final weather. */
  public String archived() {
    return Timestamps.of(archivedBefore());
  }

  private Instant archivedBefore() {
    return clock.instant().minus(ARCHIVED_AFTER);
  }

  /**
   * Groups runs by place, rounded to a tenth of a degree, and quarter.
   *
   * @param rows run_date, run_no, started_at, ended_at, latitude, longitude
   */
  public List<WeatherRequest> requests(WeatherPoll poll, List<Map<String, Object>> rows) {
    Map<String, WeatherRequest> groups = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      WeatherRun run = run(row);
      boolean young = !run.endedAt().isBefore(archivedBefore());
      groups
          .computeIfAbsent(WeatherRequest.groupOf(young, run), group -> new WeatherRequest(young, new ArrayList<>()))
          .runs()
          .add(run);
    }
    if (!groups.isEmpty()) {
      syncStates.attempted(Source.OPEN_METEO);
      poll.asks();
    }
    return List.copyOf(groups.values());
  }

  private static WeatherRun run(Map<String, Object> row) {
    return new WeatherRun(
        (String) row.get("run_date"),
        ((Number) row.get("run_no")).intValue(),
        Timestamps.parse((String) row.get("started_at")),
        Timestamps.parse((String) row.get("ended_at")),
        tenth(row.get("latitude")),
        tenth(row.get("longitude")));
  }

  private static double tenth(Object degrees) {
    return Math.round(((Number) degrees).doubleValue() * 10) / 10.0;
  }

  /** The rows of {@code weather_log} that the answer gives, as a JSON array; the answer itself is kept. */
  public String hours(WeatherPoll poll, WeatherRequest request, byte[] body) {
    String hours = WeatherHours.rows(request, new WeatherAnswer(body), clock.instant()).toString();
    String kind = request.provisional() ? "forecast" : "archive";
    trainingLog.keep(new SourceRecord(Source.OPEN_METEO, request.key(), kind, clock.instant(), body));
    poll.answered();
    return hours;
  }

  /** Every run has been asked for. */
  public void end(WeatherPoll poll) {
    if (poll.isStopped()) {
      return;
    }
    if (!poll.hasStumbled()) {
      putAsides.resolveAll(Source.OPEN_METEO);
    }
    if (poll.hasAnswered()) {
      syncStates.succeeded(Source.OPEN_METEO);
    } else if (!poll.hasAsked()) {
      syncStates.recovered(Source.OPEN_METEO);
    }
  }
}
