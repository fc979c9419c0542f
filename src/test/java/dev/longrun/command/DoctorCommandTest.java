package dev.longrun.command;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.longrun.command.CommandLineUnderTest.Result;
import dev.longrun.log.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

  @TempDir Path folder;
  private Path home;
  private CommandLineUnderTest longrun;

  @BeforeAll
  static void startServer() {
    SERVER.start();
  }

  @AfterAll
  static void stopServer() {
    SERVER.stop();
  }

  @BeforeEach
  void ollamaWithAModel() {
    home = folder.resolve("home");
    SERVER.resetAll();
    SERVER.stubFor(get("/api/tags").willReturn(okJson("{\"models\": [{\"name\": \"gemma3:12b\"}, {\"name\": \"tiny:latest\"}]}")));
    SERVER.stubFor(
        post("/api/chat")
            .willReturn(
                okJson(
                    """
                    {"message": {"role": "assistant", "content": "Sleep well."},
                     "prompt_eval_count": 200, "prompt_eval_duration": 4000000000, "eval_count": 20, "eval_duration": 4000000000}""")));
    longrun = new CommandLineUnderTest(folder, home).with("OLLAMA_URL", SERVER.baseUrl());
  }

  private void makeHome() throws IOException {
    for (String name : new String[] {"inbox", "outbox", "tokens", "logs", "backups"}) {
      Files.createDirectories(home.resolve(name));
    }
    Database.open(home.resolve("longrun.db"), Path.of("schema")).close();
  }

  @Test
  void aHealthyHomeNeedsNothing() throws IOException {
    makeHome();
    Result result = longrun.run("doctor");
    assertThat(result.out())
        .anyMatch(line -> line.contains("longrun.db is whole, 0 runs"))
        .anyMatch(line -> line.contains("Ollama answers at " + SERVER.baseUrl()))
        .noneMatch(line -> line.contains("MEND"))
        .endsWith("All is well.");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theTimeOfAnAnswerIsPredictedFromTheTwoSpeedsOfTheModel() {
    // 2,500 tokens read at 50 a second, 400 written at 5 a second: 50 s and 80 s.
    assertThat(longrun.run("doctor").out()).anyMatch(line -> line.contains("expect about 3 minutes per answer"));
  }

  @Test
  void beforeTheFirstStartThereIsNothingToMendAndNoHomeIsMade() {
    Result result = longrun.run("doctor");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).anyMatch(line -> line.contains("there is no home " + home + " yet"));
    assertThat(home).doesNotExist();
  }

  @Test
  void aModelThatIsNotThereSaysHowToGetIt() {
    Result result = longrun.with("OLLAMA_MODEL", "big:70b").run("doctor");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).anyMatch(line -> line.contains("MEND  Ollama has no model big:70b: ollama pull big:70b"));
  }

  @Test
  void aNameWithoutATagMeansTheLatest() {
    assertThat(longrun.with("OLLAMA_MODEL", "tiny").run("doctor").exitCode()).isZero();
  }

  @Test
  void aModelThatFailsIsFound() {
    SERVER.stubFor(post("/api/chat").willReturn(serverError()));
    Result result = longrun.run("doctor");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).anyMatch(line -> line.contains("MEND  gemma3:12b answers with status 500"));
  }

  @Test
  void anOllamaAndAChromaThatAreAwayAreFound() {
    Result result = longrun.with("OLLAMA_URL", "http://127.0.0.1:9").with("CHROMA_URL", "http://127.0.0.1:9").run("doctor");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .anyMatch(line -> line.contains("MEND  Ollama at http://127.0.0.1:9 cannot be reached"))
        .anyMatch(line -> line.contains("MEND  Chroma at http://127.0.0.1:9 cannot be reached"));
  }

  @Test
  void aChromaThatAnswersIsWell() {
    SERVER.stubFor(get("/api/v2/heartbeat").willReturn(okJson("{\"nanosecond heartbeat\": 1}")));
    assertThat(longrun.with("CHROMA_URL", SERVER.baseUrl()).run("doctor").exitCode()).isZero();
  }

  @Test
  void badSettingsAreFindings() {
    Result result = longrun.with("RUNNER_MAX_HR", "400").run("doctor");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).anyMatch(line -> line.startsWith("  MEND  RUNNER_MAX_HR is \"400\""));
  }

  @Test
  void aTokenFileThatOthersMayReadOrThatIsOfAnotherToolIsFound() throws IOException {
    makeHome();
    Path tokens = home.resolve("tokens/garmin_tokens.json");
    Files.writeString(tokens, "{\"access_token\": \"hunter2\"}");
    Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-r--r--"));
    Result result = longrun.run("doctor");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .anyMatch(line -> line.contains("MEND") && line.contains("chmod 600 " + tokens))
        .anyMatch(line -> line.contains("MEND") && line.contains("python-garminconnect"))
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void aDamagedDatabaseIsFound() throws IOException {
    makeHome();
    Files.writeString(home.resolve("longrun.db"), "this is no database".repeat(1000));
    Result result = longrun.run("doctor");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).anyMatch(line -> line.contains("MEND") && line.contains("longrun.db is damaged"));
  }
}
