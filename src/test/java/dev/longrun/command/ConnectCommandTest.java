package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.demo.site.SimulatedGarmin;
import dev.longrun.demo.site.SimulatedStrava;
import dev.longrun.settings.SettingSources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connecting both accounts to simulated sites, as a new user would in a terminal and a browser. */
class ConnectCommandTest {
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  @TempDir Path folder;
  private final SimulatedGarmin garmin = new SimulatedGarmin(List.of(), Clock.systemUTC());
  private final SimulatedStrava strava = SimulatedStrava.generous(List.of(), Clock.systemUTC());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Deque<String> typed = new ArrayDeque<>();

  @AfterEach
  void stop() {
    garmin.close();
    strava.close();
  }

  @Test
  void whoSignsInOnGarminsPageAndPastesTheAddressIsConnected() throws IOException {
    String[] page = new String[1];
    int exitCode =
        run(
            prompt -> {
              page[0] = address(garmin.address("/sso/signin"));
              return press(page[0]);
            },
            "connect", "garmin");

    assertThat(exitCode).as(err.toString()).isZero();
    Path tokens = home().resolve("tokens/garmin_tokens.json");
    assertThat(Files.readString(tokens)).contains("di_token", "di_refresh_token", SimulatedGarmin.CLIENT_ID);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens))).isEqualTo("rw-------");
    assertThat(out.toString()).contains("redirectAfterAccountLoginUrl", "Garmin is connected (Demo Runner)", "copy((").doesNotContain("simulated-GARMIN");
    assertThat(garmin.calls()).containsEntry("token", 1).containsEntry("profile", 1);
  }

  @Test
  void aTicketOnTheCommandLineNeedsNoTerminalAndIsGoodForOneTry() {
    String ticket = press(garmin.address("/sso/signin?service=" + garmin.address("/sso/embed")).toString()).replaceFirst(".*ticket=", "");

    assertThat(run(null, "connect", "garmin", ticket)).as(err.toString()).isZero();
    assertThat(run(null, "connect", "garmin", ticket)).isEqualTo(1);
    assertThat(err.toString()).contains("good for one try");
  }

  @Test
  void withoutATerminalBothEndWithASentence() {
    assertThat(run(null, "connect", "garmin")).isEqualTo(1);
    assertThat(run(null, "connect", "strava")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("There is no terminal"));
  }

  @Test
  void theLoginOfAnotherProgramIsTakenOver() throws IOException {
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.writeString(theirs.resolve("garmin_tokens.json"), garmin.tokenFile());

    assertThat(run(null, "connect", "garmin", "--tokens", theirs.toString())).isZero();

    assertThat(Files.readString(home().resolve("tokens/garmin_tokens.json"))).contains("simulated-GARMIN_CONNECT");
  }

  @Test
  void whoAuthorisesOnStravasPageComesBackToTheTerminalWithEverythingKept() throws IOException {
    typed.addAll(List.of(SimulatedStrava.CLIENT_ID, SimulatedStrava.CLIENT_SECRET, "whatever", "coach"));
    int exitCode = run(prompt -> authorise(prompt, "read,activity:read_all,profile:read_all"), "connect", "strava");

    assertThat(exitCode).as(err.toString()).isZero();
    Path env = home().resolve(".env");
    assertThat(Files.readAllLines(env)).contains("STRAVA_CLIENT_ID=10001", "STRAVA_CLIENT_SECRET=simulated-secret", "STRAVA_DATA_USE=coach");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env))).isEqualTo("rw-------");
    assertThat(home().resolve("tokens/strava_tokens.json")).exists();
    assertThat(out.toString()).contains("forbids feeding", "Strava is connected").doesNotContain("simulated-secret");
  }

  @Test
  void aBoxThatWasUntickedIsSaidAtOnceAndNothingIsStored() {
    typed.addAll(List.of(SimulatedStrava.CLIENT_ID, SimulatedStrava.CLIENT_SECRET, "seven-days"));

    assertThat(run(prompt -> authorise(prompt, "read,activity:read"), "connect", "strava")).isEqualTo(1);

    assertThat(err.toString()).contains("lacks the scope activity:read_all");
    assertThat(home().resolve(".env")).doesNotExist();
    assertThat(strava.calls()).doesNotContainKey("token");
  }

  /** What the person does when they are asked: types, or goes to the browser. */
  private interface Person {
    String answer(String prompt);
  }

  private int run(Person person, String... arguments) {
    Terminal terminal =
        new Terminal() {
          @Override
          public boolean isThere() {
            return person != null;
          }

          @Override
          public String ask(String prompt) {
            return typed.isEmpty() ? person.answer(prompt) : typed.poll();
          }

          @Override
          public String askSecret(String prompt) {
            return ask(prompt);
          }
        };
    CommandContext context = new CommandContext(new SettingSources(environment(), folder), new PrintWriter(out), new PrintWriter(err), terminal);
    return LongrunCommand.execute(context, arguments);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("LONGRUN_HOME", home().toString());
    environment.put("GARMIN_API_URL", garmin.address("").toString());
    environment.put("GARMIN_AUTH_URL", garmin.address("").toString());
    environment.put("GARMIN_SSO_URL", garmin.address("").toString());
    environment.put("STRAVA_API_URL", strava.address("/api/v3").toString());
    environment.put("STRAVA_AUTH_URL", strava.address("/oauth").toString());
    return environment;
  }

  private Path home() {
    return folder.resolve("home");
  }

  /** The browser follows the way back by itself; nothing needs to be typed. */
  private String authorise(String prompt, String scopes) {
    String page = address(strava.address("/oauth/authorize")).replaceFirst("scope=[^&]*", "scope=" + scopes.replace(",", "%2C"));
    get(press(page));
    return "";
  }

  private String address(URI beginning) {
    Matcher matcher = Pattern.compile(Pattern.quote(beginning.toString()) + "\\S*").matcher(out.toString());
    assertThat(matcher.find()).as(out.toString()).isTrue();
    return matcher.group();
  }

  /** Presses the only button of a page and returns the address that it leads to. */
  private static String press(String page) {
    Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(get(page).body());
    assertThat(action.find()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page).resolve(action.group(1))).POST(HttpRequest.BodyPublishers.noBody()).build();
    return send(request).headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
