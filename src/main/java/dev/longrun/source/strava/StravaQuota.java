package dev.longrun.source.strava;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longrun.source.Answer;
import dev.longrun.source.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How much of the application's reads is used, as Strava's last answer said. The windows are the quarters of an hour and the
 * days of UTC.
 *
 * @param countedAt when the counters were read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StravaQuota(String countedAt, int quarterLimit, int quarterUsage, int dayLimit, int dayUsage) {
  /** What a new application gets, until an answer says otherwise. */
  private static final int READS_PER_QUARTER = 100;
  private static final int READS_PER_DAY = 1000;
  private static final long QUARTER_S = Duration.ofMinutes(15).toSeconds();

  static StravaQuota unknown(Instant now) {
    return new StravaQuota(now.toString(), READS_PER_QUARTER, 0, READS_PER_DAY, 0);
  }

  /** @param json as {@link #json} wrote it; null or anything else is as good as unknown */
  static StravaQuota of(String json, Instant now) {
    try {
      return json == null ? unknown(now) : Json.MAPPER.readValue(json, StravaQuota.class);
    } catch (JsonProcessingException e) {
      return unknown(now);
    }
  }

  String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The counters after one more answer. Not every answer carries them: then it is counted here. */
  StravaQuota after(Answer answer, Instant now) {
    StravaQuota known = at(now);
    int[] limit = pair(answer, "X-ReadRateLimit-Limit").or(() -> pair(answer, "X-RateLimit-Limit")).orElse(null);
    int[] usage = pair(answer, "X-ReadRateLimit-Usage").or(() -> pair(answer, "X-RateLimit-Usage")).orElse(null);
    if (limit == null || usage == null) {
      return new StravaQuota(now.toString(), known.quarterLimit, known.quarterUsage + 1, known.dayLimit, known.dayUsage + 1);
    }
    // Uploads and reads share the overall quota: the nearer of the two walls counts.
    int[] allLimit = pair(answer, "X-RateLimit-Limit").orElse(limit);
    int[] allUsage = pair(answer, "X-RateLimit-Usage").orElse(usage);
    boolean quarter = allLimit[0] - allUsage[0] < limit[0] - usage[0];
    boolean day = allLimit[1] - allUsage[1] < limit[1] - usage[1];
    return new StravaQuota(
        now.toString(),
        quarter ? allLimit[0] : limit[0],
        quarter ? allUsage[0] : usage[0],
        day ? allLimit[1] : limit[1],
        day ? allUsage[1] : usage[1]);
  }

  private static Optional<int[]> pair(Answer answer, String header) {
    return answer
        .header(header)
        .filter(text -> text.matches("\\s*\\d{1,9}\\s*,\\s*\\d{1,9}\\s*"))
        .map(text -> text.split(","))
        .map(numbers -> new int[] {Integer.parseInt(numbers[0].strip()), Integer.parseInt(numbers[1].strip())});
  }

  /** @return when the next read is allowed; empty when it is allowed now */
  Optional<Instant> fullUntil(Instant now) {
    StravaQuota present = at(now);
    if (present.dayUsage >= present.dayLimit) {
      return Optional.of(nextDay(now));
    }
    return present.quarterUsage >= present.quarterLimit ? Optional.of(nextQuarter(now)) : Optional.empty();
  }

  /** When a number of further reads will be through, at a poll every half hour, if they begin at an instant. */
  Instant through(int reads, Instant begin) {
    long polls = Math.max(0, (reads - 1L) / Math.max(1, quarterLimit));
    long days = Math.max(0, (reads - 1L) / Math.max(1, dayLimit));
    Instant byQuarters = begin.plus(Duration.ofMinutes(30).multipliedBy(polls));
    Instant byDays = begin.plus(Duration.ofDays(days));
    return byQuarters.isAfter(byDays) ? byQuarters : byDays;
  }

  /** The counters of the windows that an instant is in: what was used in earlier ones is forgotten. */
  private StravaQuota at(Instant now) {
    Instant counted = Instant.parse(countedAt);
    boolean sameQuarter = counted.getEpochSecond() / QUARTER_S == now.getEpochSecond() / QUARTER_S;
    boolean sameDay = counted.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return new StravaQuota(countedAt, quarterLimit, sameQuarter ? quarterUsage : 0, dayLimit, sameDay ? dayUsage : 0);
  }

  static Instant nextQuarter(Instant now) {
    return Instant.ofEpochSecond((now.getEpochSecond() / QUARTER_S + 1) * QUARTER_S);
  }

  static Instant nextDay(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }
}
