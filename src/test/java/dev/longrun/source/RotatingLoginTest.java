package dev.longrun.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.longrun.log.Database;
import dev.longrun.log.Source;
import dev.longrun.log.record.LoginStates;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import dev.longrun.settings.SettingsReader;
import dev.longrun.source.garmin.GarminLogin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every login does that changes with each use, told by Garmin's. It is noon of 2026-11-20 unless the clock is set. */
class RotatingLoginTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path home;
  private final SetClock clock = new SetClock();
  private final List<String> asked = new ArrayList<>();
  private final List<Map<String, List<String>>> headers = new ArrayList<>();
  private HttpServer tokenHost;
  private Database database;
  private UnaryOperator<String> host = body -> "200 " + granted("next", "refresh-2", NOON.plus(Duration.ofHours(25)));

  @BeforeEach
  void start() throws IOException {
    database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema());
    tokenHost = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tokenHost.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(body);
          headers.add(Map.copyOf(exchange.getRequestHeaders()));
          String[] answer = host.apply(body).split(" ", 2);
          byte[] bytes = answer[1].getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(Integer.parseInt(answer[0]), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    tokenHost.start();
  }

  @AfterEach
  void stop() {
    tokenHost.stop(0);
    database.close();
  }

  @Test
  void anAccessTokenIsRenewedWellBeforeItsEndAndOnceInItsLife() {
    file(jwt("first", NOON.plus(Duration.ofHours(5))), "refresh-1");
    RotatingLogin login = login();

    assertThat(login.accessToken()).isEqualTo(jwt("next", NOON.plus(Duration.ofHours(25))));
    login.accessToken();
    clock.now = NOON.plus(Duration.ofHours(18));
    login.accessToken();
    assertThat(asked).as("one refresh in the first 18 of 25 hours").hasSize(1);

    clock.now = NOON.plus(Duration.ofHours(20));
    login().keep();
    assertThat(asked).as("six hours before the end, although nothing is polled").hasSize(2);
  }

  @Test
  void aTokenJustGrantedIsUsedUntilItIsRefusedWhateverTheClockSays() {
    clock.now = NOON.plus(Duration.ofDays(365));
    file(jwt("first", NOON), "refresh-1");

    login().accessToken();
    login().accessToken();
    RotatingLogin third = login();
    assertThat(third.accessToken()).isEqualTo(jwt("next", NOON.plus(Duration.ofHours(25))));
    assertThat(asked).as("a year ahead, three programs one after the other").hasSize(1);

    third.refused();
    third.accessToken();
    assertThat(asked).hasSize(2);
  }

  @Test
  void aPairThatAnotherProgramRotatedIsAdopted() {
    file(jwt("first", NOON), "refresh-1");
    host =
        body -> {
          file(jwt("theirs", NOON.plus(Duration.ofHours(25))), "refresh-theirs");
          return "400 {\"error\":\"invalid_grant\"}";
        };

    assertThat(login().accessToken()).isEqualTo(jwt("theirs", NOON.plus(Duration.ofHours(25))));
    assertThat(asked).hasSize(1);
  }

  @Test
  void everyFormOfRefusalSaysConnectAgainWithTheLikelyReasonAndIsNotTriedAgain() {
    for (String refusal : List.of("400 {\"error\":\"invalid_grant\"}", "401 {}", "400 {\"message\":\"Bad Request\"}", "404 <html>", "410 gone")) {
      asked.clear();
      file(jwt("first", NOON), "refresh-" + refusal.hashCode());
      host = body -> refusal;
      RotatingLogin login = login();

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(login::accessToken).as(refusal).isInstanceOf(ActionNeeded.class)
            .hasMessageContaining("connect again with \"longrun connect garmin\"").hasMessageContaining("another program");
      }
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void aTokenHostThatWantsToBeLeftAloneIsAskedOnceThenAfterTwoHoursThenFourUpToADay() {
    file(jwt("first", NOON), "refresh-1");
    host = body -> "429 slow down";
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(login()::accessToken).isInstanceOf(AskLater.class);
      // A program started anew knows of it.
      assertThatThrownBy(login()::accessToken).isInstanceOf(AskLater.class);
      assertThat(asked).hasSize(i + 1);
      Instant until = states().coolDown(Source.GARMIN).orElseThrow();
      waits.add(Duration.between(clock.now, until));
      clock.now = until;
      host = i % 2 == 0 ? body -> "403 <html>blocked" : body -> "429 slow down";
    }
    assertThat(waits).extracting(Duration::toHours).containsExactly(2L, 4L, 8L, 16L, 24L, 24L);

    host = body -> "200 " + granted("next", "refresh-2", clock.now.plus(Duration.ofHours(25)));
    login().accessToken();
    assertThat(states().coolDown(Source.GARMIN)).isEmpty();
  }

  @Test
  void aCoolDownOfAClockThatWasWrongBindsNobody() {
    file(jwt("first", NOON), "refresh-1");
    clock.now = Instant.parse("2036-01-01T00:00:00Z");
    host = body -> "429 slow down";
    assertThatThrownBy(login()::accessToken).isInstanceOf(AskLater.class);

    clock.now = NOON;
    host = body -> "200 " + granted("next", "refresh-2", NOON.plus(Duration.ofHours(25)));

    assertThat(login().accessToken()).isNotEmpty();
  }

  @Test
  void whileATokenStillLastsAHostThatFailsCostsNothingAndIsNotAskedAtEachRequest() {
    file(jwt("first", NOON.plus(Duration.ofHours(1))), "refresh-1");
    host = body -> "503 down";
    RotatingLogin login = login();

    for (int i = 0; i < 5; i++) {
      assertThat(login.accessToken()).isEqualTo(jwt("first", NOON.plus(Duration.ofHours(1))));
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void aTokenFileThatIsALinkStaysOne() throws IOException {
    Path shared = Files.createDirectories(home.resolve("elsewhere")).resolve("tokens.json");
    file(jwt("first", NOON), "refresh-1");
    Files.move(tokens(), shared);
    Files.createSymbolicLink(tokens(), Path.of("../elsewhere/tokens.json"));

    login().accessToken();

    assertThat(tokens()).isSymbolicLink();
    assertThat(Files.readString(shared)).contains("refresh-2");
  }

  @Test
  void aTemporaryFileOfAProgramThatWasKilledIsTakenAway() throws IOException {
    file(jwt("first", NOON), "refresh-1");
    Files.writeString(tokens().resolveSibling(".garmin_tokens.json.tmp"), "half a tok");

    login().accessToken();

    assertThat(tokens().resolveSibling(".garmin_tokens.json.tmp")).doesNotExist();
  }

  @Test
  void twoProgramsThatNeedATokenAtOnceSpendOneRefreshToken() throws Exception {
    file(jwt("first", NOON), "refresh-1");
    host = body -> body.contains("refresh-1") ? "200 " + granted("next", "refresh-2", NOON.plus(Duration.ofHours(25))) : "400 {}";
    ExecutorService programs = Executors.newFixedThreadPool(8);
    List<Future<String>> tokens = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tokens.add(programs.submit(() -> login().accessToken()));
    }
    for (Future<String> token : tokens) {
      assertThat(token.get()).isEqualTo(jwt("next", NOON.plus(Duration.ofHours(25))));
    }
    programs.shutdown();

    assertThat(asked).hasSize(1);
  }

  @Test
  void whatIsSentToTheTokenHostLooksLikeTheApp() {
    file(jwt("first", NOON), "refresh-1");

    login().accessToken();

    Map<String, List<String>> sent = headers.get(0);
    assertThat(sent.get("Cache-control")).containsExactly("no-cache");
    assertThat(sent.get("User-agent")).containsExactly("GCM-Android-5.23");
    assertThat(sent.get("Content-type")).containsExactly("application/x-www-form-urlencoded");
  }

  private RotatingLogin login() {
    String address = "http://127.0.0.1:" + tokenHost.getAddress().getPort();
    Settings settings = new SettingsReader(Map.of("LONGRUN_HOME", home.toString(), "GARMIN_AUTH_URL", address)).read();
    return new RotatingLogin(new GarminLogin(settings.garmin(), Duration.ofSeconds(5)), states(), clock);
  }

  private LoginStates states() {
    return new LoginStates(database, clock);
  }

  private Path tokens() {
    return home.resolve("tokens/garmin_tokens.json");
  }

  private void file(String token, String refreshToken) {
    try {
      Files.createDirectories(tokens().getParent());
      ObjectNode tokens = Json.MAPPER.createObjectNode().put("di_token", token).put("di_refresh_token", refreshToken).put("di_client_id", "APP");
      Files.writeString(tokens(), tokens.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String granted(String name, String refreshToken, Instant end) {
    return "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":%d}".formatted(jwt(name, end), refreshToken, Duration.ofHours(25).toSeconds());
  }

  private static String jwt(String name, Instant end) {
    String claims = "{\"exp\":" + end.getEpochSecond() + ",\"jti\":\"" + name + "\"}";
    return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
  }

  private static final class SetClock extends Clock {
    private Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
