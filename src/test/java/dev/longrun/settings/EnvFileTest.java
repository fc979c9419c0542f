package dev.longrun.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFileTest {
  private static final Path FILE = Path.of("/home/me/.env");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "OLLAMA_MODEL=tiny | tiny",
        "  OLLAMA_MODEL = tiny   | tiny",
        "export OLLAMA_MODEL=tiny | tiny",
        "OLLAMA_MODEL=\"two words\" | two words",
        "OLLAMA_MODEL='two words' # why | two words",
        "OLLAMA_MODEL=\"a \\\"b\\\" c:\\\\d\\n\" | a \"b\" c:\\d\\n",
        "OLLAMA_MODEL='a\\b' | a\\b",
        "OLLAMA_MODEL=a#b # comment | a#b",
        "OLLAMA_MODEL=a=b | a=b",
        "OLLAMA_MODEL='' | ~~",
        "OLLAMA_MODEL= # nothing | ~~",
      })
  void valuesAreWrittenAsShellsAndPeopleDo(String line, String expected) {
    EnvFile file = EnvFile.parse(FILE, line);
    assertThat(file.findings()).isEmpty();
    assertThat(file.values()).containsEntry("OLLAMA_MODEL", expected);
  }

  @Test
  void commentsBlankLinesWindowsLineEndsAndAByteOrderMarkDoNoHarm() {
    EnvFile file = EnvFile.parse(FILE, "\uFEFF# mine\r\n\r\nOLLAMA_MODEL=tiny\r\n   # more\r\nMEMORY_TOP_K=5\r\n");
    assertThat(file.findings()).isEmpty();
    assertThat(file.values()).containsEntry("OLLAMA_MODEL", "tiny").containsEntry("MEMORY_TOP_K", "5");
  }

  @Test
  void anUnknownNameGetsTheNearestRealOne() {
    assertThat(EnvFile.parse(FILE, "OLLAMA_MODEL=a\nOLAMA_URL=b").findings())
        .containsExactly("/home/me/.env, line 2: there is no setting OLAMA_URL; did you mean OLLAMA_URL?");
    assertThat(EnvFile.parse(FILE, "SOMETHING_QUITE_DIFFERENT=b").findings())
        .containsExactly(
            "/home/me/.env, line 1: there is no setting SOMETHING_QUITE_DIFFERENT; .env.example lists them all.");
  }

  @Test
  void anUnclosedQuoteIsFoundByItsLineAndItsSecretIsNotRepeated() {
    EnvFile file = EnvFile.parse(FILE, "\nSTRAVA_CLIENT_SECRET=\"hunter2");
    assertThat(file.findings())
        .containsExactly("/home/me/.env, line 2: the value of STRAVA_CLIENT_SECRET opens a quote \" that is never closed.");
  }

  @Test
  void aLineThatIsNoSettingIsFoundAndNotRepeated() {
    EnvFile file = EnvFile.parse(FILE, "hunter2\nSTRAVA_REFRESH_TOKEN='a'b");
    assertThat(file.findings()).hasSize(2).noneMatch(finding -> finding.contains("hunter2"));
  }

  @Test
  void aFileThatIsNoTextIsOneFinding(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(".env");
    Files.write(file, new byte[] {'A', '=', (byte) 0xff});
    assertThat(EnvFile.read(file).findings()).containsExactly(file + " is not UTF-8 text; save it as UTF-8.");
    Files.write(file, new byte[300 * 1024]);
    assertThat(EnvFile.read(file).findings()).hasSize(1).allMatch(finding -> finding.contains("larger than"));
  }

  @Test
  void noFileIsNoFinding(@TempDir Path folder) {
    assertThat(EnvFile.read(folder.resolve(".env")).findings()).isEmpty();
  }
}
