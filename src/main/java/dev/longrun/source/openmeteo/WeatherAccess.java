package dev.longrun.source.openmeteo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.PlainText;
import dev.longrun.source.Answer;
import dev.longrun.source.AskLater;
import dev.longrun.source.Json;
import dev.longrun.source.RetryAfter;
import dev.longrun.source.SiteDown;
import dev.longrun.source.UnusableAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Judges what Open-Meteo answers. Thread-safe. */
public final class WeatherAccess {
  private static final String SITE = "Open-Meteo";

  private final Clock clock;

  public WeatherAccess(Clock clock) {
    this.clock = clock;
  }

  /** @return the JSON that was answered */
  public byte[] answer(int status, Map<String, Object> headers, byte[] body) {
    Answer answer = Answer.of(status, headers, body);
    if (status == 429) {
      String reason = reason(answer);
      Instant until = RetryAfter.of(answer, clock.instant()).orElse(nextWindow(reason));
      throw new AskLater(until, "Open-Meteo's limit is reached: " + reason);
    }
    if (status >= 500) {
      throw new SiteDown("Open-Meteo has trouble of its own (status " + status + ").");
    }
    if (answer.isHtml()) {
      throw new UnusableAnswer("Open-Meteo sent a web page instead of data (status " + status + "): a proxy or a login wall stands between.");
    }
    if (!answer.ok()) {
      throw new UnusableAnswer("Open-Meteo refused the request (status " + status + "): " + reason(answer));
    }
    Json.tree(SITE, answer.body());
    return answer.body();
  }

  /** Its windows are fixed: the hour, the day in UTC. A minute is simply waited for. */
  private Instant nextWindow(String reason) {
    String limit = reason.toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    if (limit.contains("daily")) {
      return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }
    if (limit.contains("hourly")) {
      return now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }
    return now.plus(Duration.ofMinutes(1));
  }

  private static String reason(Answer answer) {
    try {
      JsonNode reason = Json.tree(SITE, answer.body()).path("reason");
      return reason.isTextual() ? PlainText.line(reason.textValue()) : "no reason given.";
    } catch (UnusableAnswer e) {
      return "no reason given.";
    }
  }
}
