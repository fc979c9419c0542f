package dev.longrun.demo.site;

import dev.longrun.demo.runner.Shoe;
import dev.longrun.demo.runner.SyntheticRun;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strava's API v3 as far as Longrun asks it: tokens, the athlete's activities, one activity, one shoe; quotas in earnest. */
public final class SimulatedStrava extends SimulatedSite {
  public static final String CLIENT_ID = "10001";
  public static final String CLIENT_SECRET = "simulated-secret";

  /** What Strava grants a new application. */
  private static final int READS_PER_QUARTER = 100;

  private static final int READS_PER_DAY = 1000;
  private static final int GENEROUS = 1_000_000;
  private static final Duration TOKEN_LIFE = Duration.ofHours(6);
  private static final int DEFAULT_PAGE = 30;
  private static final int LARGEST_PAGE = 200;
  private static final Pattern ACTIVITY = Pattern.compile("/api/v3/activities/(\\d+)");
  private static final Pattern GEAR = Pattern.compile("/api/v3/gear/(g\\d+)");

  private final Tokens tokens;
  private final StravaConsentPage consent = new StravaConsentPage(CLIENT_ID);
  private final StravaQuota quota;
  private final Clock clock;
  private final List<SyntheticRun> newestFirst = new ArrayList<>();

  private SimulatedStrava(List<SyntheticRun> runs, Clock clock, StravaQuota quota) {
    super("strava");
    this.clock = clock;
    this.tokens = new Tokens("strava", clock, TOKEN_LIFE);
    this.quota = quota;
    runs.stream().filter(run -> run.stravaId() != null).forEach(newestFirst::add);
    newestFirst.sort(Comparator.comparing(SyntheticRun::startedAt).reversed());
  }

  /** With the quota of a new application: 100 reads a quarter of an hour, 1,000 a day. */
  public static SimulatedStrava strict(List<SyntheticRun> runs, Clock clock) {
    return new SimulatedStrava(runs, clock, new StravaQuota(clock, READS_PER_QUARTER, READS_PER_DAY));
  }

  /** With a quota that nobody meets, so that a demo need not wait for the next quarter of an hour. */
  public static SimulatedStrava generous(List<SyntheticRun> runs, Clock clock) {
    return new SimulatedStrava(runs, clock, new StravaQuota(clock, GENEROUS, GENEROUS));
  }

  /** The runner comes home with one more run. */
  public synchronized void add(SyntheticRun run) {
    newestFirst.add(run);
    newestFirst.sort(Comparator.comparing(SyntheticRun::startedAt).reversed());
  }

  public String refreshToken() {
    return tokens.refreshToken();
  }

  @Override
  Answer answer(Request request) {
    if (request.path().equals("/oauth/token")) {
      return token(request);
    }
    if (request.path().startsWith("/oauth/")) {
      count("authorize");
      return consent.answer(request);
    }
    if (!tokens.accepts(request.authorization())) {
      count("refused");
      return Answer.json(401, error("Authorization Error", "Application", "", "invalid"));
    }
    if (!quota.take()) {
      count("over quota");
      return Answer.json(429, "{\"errors\":\"Rate Limit Exceeded\",\"status\":429,\"message\":\"Too Many Requests\"}")
          .with(quota.headers());
    }
    return read(request).with(quota.headers());
  }

  private Answer read(Request request) {
    if (request.path().equals("/api/v3/athlete/activities")) {
      return list(request);
    }
    if (request.path().equals("/api/v3/athlete")) {
      count("athlete");
      return Answer.json(200, "{\"id\":1,\"resource_state\":3,\"measurement_preference\":\"meters\",\"weight\":65.0}");
    }
    Matcher activity = ACTIVITY.matcher(request.path());
    if (activity.matches()) {
      return activity(Long.parseLong(activity.group(1)));
    }
    Matcher gear = GEAR.matcher(request.path());
    return gear.matches() ? gear(gear.group(1)) : notFound();
  }

  private Answer token(Request request) {
    count("token");
    boolean knowsApplication =
        request.parameter("client_id").equals(Optional.of(CLIENT_ID))
            && request.parameter("client_secret").equals(Optional.of(CLIENT_SECRET));
    if (!request.method().equals("POST") || !knowsApplication) {
      return Answer.json(400, error("Bad Request", "Application", "client_id", "invalid"));
    }
    boolean code = request.parameter("grant_type").equals(Optional.of("authorization_code"));
    if (code && !consent.redeems(request)) {
      return Answer.json(400, error("Bad Request", "RequestToken", "code", "invalid"));
    }
    boolean refresh =
        request.parameter("grant_type").equals(Optional.of("refresh_token"))
            && request.parameter("refresh_token").equals(Optional.of(tokens.refreshToken()));
    if (!code && !refresh) {
      return Answer.json(400, error("Bad Request", "RefreshToken", "refresh_token", "invalid"));
    }
    tokens.rotate();
    return Answer.json(
        200,
        Payload.of(
            json ->
                json.object(
                    token ->
                        token
                            .put("token_type", "Bearer")
                            .put("access_token", tokens.accessToken())
                            .put("expires_at", tokens.expiresAt().getEpochSecond())
                            .put("expires_in", tokens.secondsLeft())
                            .put("refresh_token", tokens.refreshToken()))));
  }

  private Answer list(Request request) {
    count("list");
    long after = request.parameter("after").map(Long::parseLong).orElse(Long.MIN_VALUE);
    long before = request.parameter("before").map(Long::parseLong).orElse(Long.MAX_VALUE);
    int page = request.number("page", 1);
    int perPage = Math.min(LARGEST_PAGE, request.number("per_page", DEFAULT_PAGE));
    if (page < 1 || perPage < 1 || after > clock.instant().getEpochSecond() + Duration.ofDays(1).toSeconds()) {
      return Answer.json(400, error("Bad Request", "Activity", page < 1 || perPage < 1 ? "page" : "after", "future"));
    }
    boolean oldestFirst = request.parameter("before").isEmpty() && request.parameter("after").isPresent();
    Comparator<SyntheticRun> byStart = Comparator.comparing(SyntheticRun::startedAt);
    List<SyntheticRun> found =
        newestFirst.stream()
            .filter(run -> run.startedAt().getEpochSecond() > after && run.startedAt().getEpochSecond() < before)
            .sorted(oldestFirst ? byStart : byStart.reversed())
            .skip((page - 1L) * perPage)
            .limit(perPage)
            .toList();
    return Answer.json(
        200,
        Payload.of(
            json ->
                json.array(
                    items -> {
                      for (SyntheticRun run : found) {
                        items.object(item -> StravaActivity.summary(item, run));
                      }
                    })));
  }

  private Answer activity(long id) {
    count("detail");
    return newestFirst.stream()
        .filter(run -> run.stravaId() == id)
        .findFirst()
        .map(run -> Answer.json(200, StravaActivity.detail(run)))
        .orElseGet(SimulatedStrava::notFound);
  }

  private Answer gear(String id) {
    count("gear");
    return Arrays.stream(Shoe.values())
        .filter(shoe -> shoe.stravaId().equals(id))
        .findFirst()
        .map(shoe -> Answer.json(200, Payload.of(json -> json.object(gear -> StravaActivity.gear(gear, shoe, 3)))))
        .orElseGet(SimulatedStrava::notFound);
  }

  /** As recorded: no body at all. */
  private static Answer notFound() {
    return Answer.json(404, "");
  }

  private static String error(String message, String resource, String field, String code) {
    return "{\"message\":\"%s\",\"errors\":[{\"resource\":\"%s\",\"field\":\"%s\",\"code\":\"%s\"}]}"
        .formatted(message, resource, field, code);
  }
}
