package dev.longrun.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.longrun.command.CommandLineUnderTest.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceCommandTest {
  @TempDir Path folder;
  private Path home;
  private CommandLineUnderTest longrun;

  @BeforeEach
  void noHomeYet() {
    home = folder.resolve("home");
    longrun = new CommandLineUnderTest(folder, home).with("INBOX_SETTLE_TIME", "0s").with("OLLAMA_TIMEOUT", "1s");
  }

  @Test
  void makesAHomeAndAllIsWellEvenWithoutSourcesAndModel() {
    Result result = longrun.run("once");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).anyMatch(line -> line.startsWith("Garmin is off: ")).anyMatch(line -> line.startsWith("Strava is off: "));
    assertThat(home.resolve("longrun.db")).exists();
    assertThat(home.resolve("outbox/status.md")).exists();
    assertThat(home.resolve("outbox/ATTENTION.md")).doesNotExist();
  }

  @Test
  void aHomeIsForItsOwnersEyesOnlyWhoeverMadeTheFolder() throws IOException {
    Files.createDirectories(home.resolve("tokens"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    longrun.run("once");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).isEqualTo("rwx------");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));
    longrun.run("once");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).as("from then on the owner's choice").isEqualTo("rwxr-x---");
  }

  @Test
  void aQuestionWithoutAModelIsNoFailureAndItsFileIsNamed() throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("inbox/how-far.md"), "How far did I run in October?");
    Result result = longrun.run("once");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("  1 new question")
        .anyMatch(line -> line.startsWith("Written: " + home.resolve("outbox/answers")) && line.endsWith("-how-far.md"));
    assertThat(longrun.run("status").out()).as("the log is empty: there is nothing a model could put into other words").noneMatch(line -> line.contains("for the model"));
  }

  @Test
  void aRefusedFileIsALineAndExitCodeOne() throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("inbox/photo.jpg"), "x");
    Result result = longrun.with("LONGRUN_CLOCK", "2026-11-22T06:00:00Z").run("once");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasSize(1).first().asString().startsWith("Refused file ").contains("photo.jpg");
    assertThat(home.resolve("outbox/ATTENTION.md")).content().contains("photo.jpg");
    Result aMinuteLater = longrun.with("LONGRUN_CLOCK", "2026-11-22T06:01:00Z").run("once");
    assertThat(aMinuteLater.exitCode()).as("it was told once").isZero();
  }

  @Test
  void aSourceThatFailsIsALineAndExitCodeOne() throws IOException {
    Result result = onceWhileGarminSays(serverError());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasSize(1).first().asString().startsWith("Garmin: ");
  }

  @Test
  void aSourceThatWantsToBeAskedLaterIsALine() throws IOException {
    Result result = onceWhileGarminSays(aResponse().withStatus(429).withHeader("Retry-After", "7200"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).anyMatch(line -> line.startsWith("Garmin waits until ") && line.contains("429"));
  }

  private Result onceWhileGarminSays(ResponseDefinitionBuilder answer) throws IOException {
    WireMockServer garmin = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
    garmin.start();
    try {
      garmin.stubFor(any(anyUrl()).willReturn(answer));
      Files.createDirectories(home.resolve("tokens"));
      Files.writeString(
          home.resolve("tokens/garmin_tokens.json"),
          "{\"di_token\": \"x\", \"di_refresh_token\": \"y\", \"di_client_id\": \"z\"}");
      return longrun.with("GARMIN_API_URL", garmin.baseUrl()).with("GARMIN_AUTH_URL", garmin.baseUrl()).run("once");
    } finally {
      garmin.stop();
    }
  }
}
