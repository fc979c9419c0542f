package dev.longrun.source.strava;

import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
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
import java.time.Instant;
import java.util.Map;

/** Puts the login on a request to Strava when its quota allows one more, and judges what comes back. */
public final class StravaAccess {
  private static final String SITE = "Strava";

  private final RotatingLogin login;
  private final SyncStates syncStates;
  private final Clock clock;

  public StravaAccess(RotatingLogin login, SyncStates syncStates, Clock clock) {
    this.login = login;
    this.syncStates = syncStates;
    this.clock = clock;
  }

  /**
   * Adds what every request carries.
   *
   * @throws AskLater when the request would exceed the quota
   */
  public void authorize(Map<String, Object> headers) {
    quota()
        .fullUntil(clock.instant())
        .ifPresent(
            until -> {
              throw new AskLater(until, "Strava's quota of requests is used up.");
            });
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "Longrun");
    headers.put("Authorization", "Bearer " + login.accessToken());
  }

  private StravaQuota quota() {
    return StravaQuota.of(syncStates.of(Source.STRAVA).quota(), clock.instant());
  }

  /**
   * The JSON that was answered.
   *
   * @return null when the site has no such thing (404, with no body at all)
   */
  public byte[] answer(int status, Map<String, Object> headers, byte[] body) {
    Answer answer = Answer.of(status, headers, body);
    Instant now = clock.instant();
    StravaQuota quota = quota().after(answer, now);
    syncStates.quota(Source.STRAVA, quota.json());
    if (status == 401) {
      throw unauthorized(answer);
    }
    if (status == 429) {
      Instant until = RetryAfter.of(answer, now).or(() -> quota.fullUntil(now)).orElse(StravaQuota.nextQuarter(now));
      throw new AskLater(until, "Strava says that its quota of requests is exceeded (status 429).");
    }
    if (status == 403) {
      throw forbidden(answer);
    }
    if (status == 404) {
      return null;
    }
    if (status >= 500) {
      throw new SiteDown("Strava has trouble of its own (status " + status + ").");
    }
    if (answer.isHtml()) {
      throw new UnusableAnswer("Strava sent a web page instead of data (status " + status + "): a proxy or a login wall stands between.");
    }
    if (!answer.ok()) {
      throw new UnusableAnswer("Strava did not understand the request (status " + status + ").");
    }
    Json.tree(SITE, answer.body());
    return answer.body();
  }

  private RuntimeException unauthorized(Answer answer) {
    if (StravaError.names(answer, "AccessToken", "activity:read_permission")) {
      return new ActionNeeded(
          "The Strava login does not allow reading activities: it lacks the scope activity:read_all. Connect again with"
              + " \"longrun connect strava\" and leave every box ticked.");
    }
    login.refused();
    return new AccessRefused(
        "Strava refuses the stored login even after a refresh: connect again with \"longrun connect strava\", or put a new refresh token"
            + " into STRAVA_REFRESH_TOKEN.");
  }

  static ActionNeeded switchedOff() {
    return new ActionNeeded(
        "Strava has switched this application off: since June 2026 an API application needs a paid Strava subscription."
            + " Subscribe, or drop Strava's export into the inbox instead.");
  }

  private static SourceTrouble forbidden(Answer answer) {
    if (StravaError.names(answer, "Application", "Status")) {
      return switchedOff();
    }
    return answer.isHtml()
        ? new ActionNeeded("Strava refuses this network (status 403 with a web page): let Longrun run on a home line.")
        : new Withheld("Strava refuses to show this (status 403), although it accepts the login.");
  }
}
