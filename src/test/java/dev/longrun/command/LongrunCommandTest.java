package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.command.CommandLineUnderTest.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongrunCommandTest {
  @TempDir Path folder;
  private Path home;
  private CommandLineUnderTest longrun;

  @BeforeEach
  void noHomeYet() {
    home = folder.resolve("home");
    longrun = new CommandLineUnderTest(folder, home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "once", "demo", "status", "doctor", "analyse", "summarise", "import", "rebuild", "version"})
  void everyCommandHasHelp(String command) {
    Result result = longrun.run(command, "--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).first().asString().startsWith("Usage: longrun " + command);
    assertThat(home).doesNotExist();
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(String.join("\n", longrun.run("help").out()))
        .contains("run", "once", "demo", "status", "doctor", "analyse", "summarise", "import", "rebuild", "version", "help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onec", "once --fully", "status now", "analyse everything", "summarise", "summarise --week 2026-46", "summarise --month 2026-13"})
  void aCommandThatIsNotUnderstoodIsOneLineAndExitCodeTwo(String commandLine) {
    Result result = longrun.run(commandLine.split(" "));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).hasSize(1).first().asString().contains("--help");
    assertThat(result.out()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "once", "status", "analyse", "summarise --week 2026-W46", "rebuild"})
  void badSettingsStopTheStartWithALineEachAndExitCodeTwo(String commandLine) throws IOException {
    Files.writeString(folder.resolve(".env"), "OLLAMA_MODELL=x\n");
    Result result = longrun.with("RUNNER_MAX_HR", "400").run(commandLine.split(" "));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).hasSize(2).anyMatch(line -> line.contains("OLLAMA_MODELL")).anyMatch(line -> line.contains("RUNNER_MAX_HR"));
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "help", "doctor"})
  void someCommandsStartInSpiteOfBadSettings(String command) {
    Result result = longrun.with("RUNNER_MAX_HR", "400").run(command);
    assertThat(result.exitCode()).isNotEqualTo(2);
    assertThat(result.out()).isNotEmpty();
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "analyse", "summarise --week 2026-W46", "rebuild"})
  void commandsThatNeedALogSayThatThereIsNone(String commandLine) {
    Result result = longrun.run(commandLine.split(" "));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasSize(1).first().asString().startsWith("There is no training log in " + home);
    assertThat(home).doesNotExist();
  }

  @Test
  void aHomeThatCannotBeMadeIsOneSentence() throws IOException {
    Files.writeString(home, "a file");
    Result result = longrun.run("once");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasSize(1).first().asString().contains(home.toString()).contains("there is a file of that name");
  }

  @Test
  void versionSaysWhichLongrunThisIs() {
    assertThat(longrun.run("version").out()).first().asString().matches("Longrun [0-9]+\\.[0-9]+\\.[0-9]+.* \\(Java .*\\)");
  }
}
