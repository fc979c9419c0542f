package dev.longrun.demo.site;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The tokens of one simulated account: the refresh token is used up by each refresh, an access token ends with its time. */
final class Tokens {
  private final String name;
  private final Clock clock;
  private final Duration life;
  private int refreshes;
  private String access = "";
  private Instant expiresAt = Instant.EPOCH;

  Tokens(String name, Clock clock, Duration life) {
    this.name = name;
    this.clock = clock;
    this.life = life;
  }

  String refreshToken() {
    return "simulated-" + name + "-refresh-" + refreshes;
  }

  String accessToken() {
    return access;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  long secondsLeft() {
    return Duration.between(clock.instant(), expiresAt).toSeconds();
  }

  /** Issues the next pair. */
  void rotate() {
    refreshes++;
    expiresAt = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
    access = base64("{\"alg\":\"none\"}") + "." + base64(claims()) + "." + base64("simulated");
  }

  boolean accepts(String authorization) {
    return !access.isEmpty() && authorization.equals("Bearer " + access) && clock.instant().isBefore(expiresAt);
  }

  private String claims() {
    return "{\"client_id\":\"" + name + "\",\"exp\":" + expiresAt.getEpochSecond() + ",\"jti\":\"" + refreshes + "\"}";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
