package dev.longrun.demo.site;

import dev.longrun.demo.runner.Shoe;
import dev.longrun.demo.runner.SyntheticMorning;
import dev.longrun.demo.runner.SyntheticRun;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Garmin Connect as far as Longrun asks it: tokens that rotate, the list of activities newest first, detail, laps, stream, gear,
 * days and profile, in the real shapes. Now and then there is a ride among the runs.
 */
public final class SimulatedGarmin extends SimulatedSite {
  /** The client id that a token file names. */
  public static final String CLIENT_ID = "GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2";

  private static final Duration TOKEN_LIFE = Duration.ofHours(25);
  private static final int RIDE_EVERY_DAYS = 28;
  private static final int LARGEST_PAGE = 1000;
  private static final Pattern ACTIVITY = Pattern.compile("/activity-service/activity/(\\d+)(/splits|/details)?");

  private final GarminDayAnswers days;
  private final Tokens tokens;
  private final GarminSignInPage signIn = new GarminSignInPage();
  private final List<GarminEntry> newestFirst = new ArrayList<>();
  private final Map<Long, SyntheticRun> runs = new HashMap<>();

  /** Of a runner without mornings. */
  public SimulatedGarmin(List<SyntheticRun> runs, Clock clock) {
    this(runs, day -> Optional.empty(), clock);
  }

  /** @param mornings by the day of waking, empty where the watch was not worn */
  public SimulatedGarmin(List<SyntheticRun> runs, Function<LocalDate, Optional<SyntheticMorning>> mornings, Clock clock) {
    super("garmin");
    this.days = new GarminDayAnswers(mornings, clock);
    this.tokens = new Tokens(CLIENT_ID, clock, TOKEN_LIFE);
    Stream<GarminEntry> rides = runs.isEmpty() ? Stream.empty() : rides(runs.get(0).date(), runs.get(runs.size() - 1).date());
    Stream.concat(runs.stream().filter(run -> run.garminId() != null).map(GarminEntry::of), rides)
        .sorted(Comparator.comparing(GarminEntry::startedAt).reversed())
        .forEach(newestFirst::add);
    runs.stream().filter(run -> run.garminId() != null).forEach(run -> this.runs.put(run.garminId(), run));
  }

  /** The runner comes home with one more run. */
  public synchronized void add(SyntheticRun run) {
    newestFirst.add(GarminEntry.of(run));
    newestFirst.sort(Comparator.comparing(GarminEntry::startedAt).reversed());
    runs.put(run.garminId(), run);
  }

  /** The token file of an account that was connected some time ago: its access token has ended. */
  public String tokenFile() {
    return "{\"di_token\":\"e30.eyJleHAiOjF9.c2ltdWxhdGVk\",\"di_refresh_token\":\"%s\",\"di_client_id\":\"%s\"}"
        .formatted(tokens.refreshToken(), CLIENT_ID);
  }

  @Override
  Answer answer(Request request) {
    if (request.path().equals("/di-oauth2-service/oauth/token")) {
      return token(request);
    }
    if (request.path().startsWith("/sso/")) {
      count("sign-in");
      return signIn.answer(request);
    }
    if (!tokens.accepts(request.authorization())) {
      count("refused");
      return Answer.json(401, "{\"message\":\"HTTP 401 Unauthorized\",\"error\":\"NotAuthorizedException\"}");
    }
    if (!request.method().equals("GET")) {
      return Answer.json(405, "{\"message\":\"HTTP 405 Method Not Allowed\",\"error\":\"NotAllowedException\"}");
    }
    return switch (request.path()) {
      case "/activitylist-service/activities/search/activities" -> list(request);
      case "/gear-service/gear/filterGear" -> gear(request);
      case "/userprofile-service/socialProfile" -> profile();
      default -> activity(request).or(() -> day(request)).orElseGet(SimulatedGarmin::notFound);
    };
  }

  private Answer token(Request request) {
    count("token");
    String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT_ID + ":").getBytes(StandardCharsets.UTF_8));
    boolean right =
        request.method().equals("POST")
            && request.authorization().equals(basic)
            && request.parameter("client_id").equals(Optional.of(CLIENT_ID))
            && (isRefresh(request) || signIn.redeems(request));
    if (!right) {
      return Answer.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token\"}");
    }
    tokens.rotate();
    return Answer.json(
        200,
        Payload.of(
            json ->
                json.object(
                    token ->
                        token
                            .put("access_token", tokens.accessToken())
                            .put("refresh_token", tokens.refreshToken())
                            .put("token_type", "bearer")
                            .put("expires_in", tokens.secondsLeft())
                            .put("refresh_token_expires_in", 2_591_999L)
                            .put("scope", "CONNECT_READ CONNECT_WRITE"))));
  }

  private boolean isRefresh(Request request) {
    return request.parameter("grant_type").equals(Optional.of("refresh_token"))
        && request.parameter("refresh_token").equals(Optional.of(tokens.refreshToken()));
  }

  private Answer list(Request request) {
    count("list");
    int start = request.number("start", 0);
    int limit = Math.min(LARGEST_PAGE, request.number("limit", 20));
    if (start < 0 || limit < 1) {
      return Answer.json(400, "{\"message\":\"start should > 0.\",\"error\":\"BadRequestException\"}");
    }
    LocalDate from = request.parameter("startDate").map(LocalDate::parse).orElse(LocalDate.MIN);
    LocalDate to = request.parameter("endDate").map(LocalDate::parse).orElse(LocalDate.MAX);
    boolean onlyRuns = request.parameter("activityType").equals(Optional.of("running"));
    List<GarminEntry> page =
        newestFirst.stream()
            .filter(entry -> !entry.date().isBefore(from) && !entry.date().isAfter(to))
            .filter(entry -> !onlyRuns || entry.run() != null)
            .skip(start)
            .limit(limit)
            .toList();
    return Answer.json(
        200,
        Payload.of(
            json ->
                json.array(
                    entries -> {
                      for (GarminEntry entry : page) {
                        entry.write(entries);
                      }
                    })));
  }

  private Optional<Answer> activity(Request request) {
    Matcher matcher = ACTIVITY.matcher(request.path());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String part = matcher.group(2) == null ? "" : matcher.group(2);
    count(part.isEmpty() ? "detail" : part.substring(1));
    SyntheticRun run = runs.get(Long.parseLong(matcher.group(1)));
    if (run == null) {
      return Optional.of(notFound());
    }
    return Optional.of(
        Answer.json(
            200,
            switch (part) {
              case "/splits" -> GarminActivity.splits(run);
              case "/details" -> GarminStream.details(run, request.number("maxChartSize", 2000));
              default -> GarminActivity.detail(run);
            }));
  }

  private Optional<Answer> day(Request request) {
    Optional<Answer> answer = days.answer(request);
    answer.ifPresent(known -> count("days"));
    return answer;
  }

  private Answer gear(Request request) {
    count("gear");
    List<Shoe> shoes =
        request
            .parameter("activityId")
            .map(Long::parseLong)
            .map(id -> Optional.ofNullable(runs.get(id)).map(SyntheticRun::shoe).map(List::of).orElse(List.of()))
            .orElse(List.of(Shoe.values()));
    return Answer.json(
        200,
        Payload.of(
            json ->
                json.array(
                    items -> {
                      for (Shoe shoe : shoes) {
                        items.object(item -> GarminActivity.gear(item, shoe));
                      }
                    })));
  }

  private Answer profile() {
    count("profile");
    return Answer.json(
        200, "{\"id\":7,\"profileId\":42,\"displayName\":\"demo-runner\",\"fullName\":\"Demo Runner\",\"userName\":\"demo-runner\"}");
  }

  private static Answer notFound() {
    return Answer.json(404, "{\"message\":\"HTTP 404 Not Found\",\"error\":\"NotFoundException\"}");
  }

  private static Stream<GarminEntry> rides(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last)
        .filter(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY && day.toEpochDay() % RIDE_EVERY_DAYS < 7)
        .map(GarminEntry::ride);
  }
}
