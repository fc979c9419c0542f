package dev.longrun.source.garmin;

import dev.longrun.settings.Settings;
import dev.longrun.source.AccessRefused;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.Answer;
import dev.longrun.source.AskLater;
import dev.longrun.source.Json;
import dev.longrun.source.RetryAfter;
import dev.longrun.source.RotatingLogin;
import dev.longrun.source.SiteDown;
import dev.longrun.source.SourceTrouble;
import dev.longrun.source.UnusableAnswer;
import dev.longrun.source.Withheld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Puts the login on a request to Garmin, and judges what comes back. Thread-safe. */
public final class GarminAccess {
  private static final String SITE = "Garmin";

  /** Garmin publishes no limits; blocks after a 429 are reported to last hours when they are probed. */
  private static final Duration PAUSE_AFTER_429 = Duration.ofHours(1);

  private final RotatingLogin login;
  private final Settings.GarminApp app;
  private final Clock clock;

  public GarminAccess(RotatingLogin login, Settings.GarminApp app, Clock clock) {
    this.login = login;
    this.app = app;
    this.clock = clock;
  }

  /** Adds what every request carries. */
  public void authorize(Map<String, Object> headers) {
    headers.putAll(GarminHeaders.of(app));
    headers.put("Accept", "application/json");
    headers.put("Authorization", "Bearer " + login.accessToken());
  }

  /**
   * The JSON that was answered.
   *
   * @return null when the site has no such thing (404, 204)
   */
  public byte[] answer(int status, Map<String, Object> headers, byte[] body) {
    Answer answer = Answer.of(status, headers, body);
    if (status == 401) {
      login.refused();
      throw new AccessRefused("Garmin refuses the stored login even after a refresh: connect again with \"longrun connect garmin\".");
    }
    if (status == 429) {
      Instant until = RetryAfter.of(answer, clock.instant()).orElse(clock.instant().plus(PAUSE_AFTER_429));
      throw new AskLater(until, "Garmin asked to be left alone for a while (status 429).");
    }
    if (status == 403) {
      throw forbidden(answer);
    }
    if (status == 404 || status == 204) {
      return null;
    }
    if (!answer.ok()) {
      throw status >= 500
          ? new SiteDown("Garmin has trouble of its own (status " + status + ").")
          : new UnusableAnswer("Garmin did not understand the request (status " + status + ").");
    }
    if (answer.isHtml()) {
      throw new UnusableAnswer("Garmin sent a web page instead of data: a proxy or a login wall stands between.");
    }
    Json.tree(SITE, answer.body());
    return answer.body();
  }

  private static SourceTrouble forbidden(Answer answer) {
    return answer.isHtml()
        ? new ActionNeeded(
            "Garmin refuses this network (status 403 with a web page): it does so for data centres and some VPNs."
                + " Let Longrun run on a home line.")
        : new Withheld("Garmin refuses to show this (status 403), although it accepts the login.");
  }
}
