package dev.longrun.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {
  @TempDir Path folder;
  private Path working;
  private Path home;

  @BeforeEach
  void folders() throws IOException {
    working = Files.createDirectory(folder.resolve("working"));
    home = Files.createDirectory(folder.resolve("home"));
  }

  private Settings read(Map<String, String> environment) {
    return new SettingSources(environment, working).read();
  }

  @Test
  void theEnvironmentWinsThenTheWorkingFolderThenTheHomeThenTheDefault() throws IOException {
    Files.writeString(home.resolve(".env"), "MEMORY_TOP_K=4\nMEMORY_WINDOW_DAYS=40\nOLLAMA_NUM_CTX=4096\n");
    Files.writeString(working.resolve(".env"), "LONGRUN_HOME=" + home + "\nMEMORY_TOP_K=5\nMEMORY_WINDOW_DAYS=50\n");
    Settings settings = read(Map.of("MEMORY_TOP_K", "6"));
    assertThat(settings.home()).isEqualTo(home);
    assertThat(settings.memory().topK()).isEqualTo(6);
    assertThat(settings.memory().windowDays()).isEqualTo(50);
    assertThat(settings.ollama().numCtx()).isEqualTo(4096);
    assertThat(settings.memory().maxDistance()).isEqualTo(1.0);
  }

  @Test
  void anEmptyValueInTheEnvironmentStandsForTheDefault() throws IOException {
    Files.writeString(working.resolve(".env"), "LONGRUN_HOME=" + home + "\nCHROMA_URL=http://127.0.0.1:8000\n");
    assertThat(read(Map.of("CHROMA_URL", "")).memory().chromaUrl()).isEmpty();
  }

  @Test
  void unknownNamesStopTheStartInAFileButNotInTheEnvironment() throws IOException {
    Map<String, String> environment = Map.of("LONGRUN_HOME", home.toString(), "STRAVA_TYPO", "x", "PATH", "/bin");
    assertThat(read(environment).home()).isEqualTo(home);
    Files.writeString(home.resolve(".env"), "OLLAMA_MODELL=x\n");
    assertThatThrownBy(() -> read(environment)).isInstanceOf(BadSetting.class).hasMessageContaining("did you mean OLLAMA_MODEL?");
  }

  @Test
  void aHomeThatNamesAnotherHomeIsRefused() throws IOException {
    Files.writeString(home.resolve(".env"), "LONGRUN_HOME=/elsewhere\n");
    assertThatThrownBy(() -> read(Map.of("LONGRUN_HOME", home.toString()))).hasMessageContaining("set it in the environment instead");
  }

  @Test
  void theWorkingFolderMayBeTheHome() throws IOException {
    Files.writeString(working.resolve(".env"), "LONGRUN_HOME=" + working + "\nMEMORY_TOP_K=5\n");
    assertThat(read(Map.of()).memory().topK()).isEqualTo(5);
  }

  @Test
  void theExampleListsEverySettingWithItsDefaultAndAComment() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(".env.example"));
    Pattern setting = Pattern.compile("#[A-Z_]+=.*");
    String settings = lines.stream().filter(line -> setting.matcher(line).matches()).map(line -> line.substring(1)).collect(Collectors.joining("\n"));
    EnvFile file = EnvFile.parse(Path.of(".env.example"), settings);
    assertThat(file.findings()).isEmpty();
    assertThat(file.values())
        .containsExactlyInAnyOrderEntriesOf(
            Arrays.stream(SettingName.values()).collect(Collectors.toMap(Enum::name, name -> name.defaultText().orElse(""))));
    assertThat(new SettingsReader(file.values()).check().findings()).isEmpty();
    assertThat(lines).filteredOn(line -> setting.matcher(line).matches()).first().satisfies(
        first -> assertThat(lines.get(lines.indexOf(first) - 1)).startsWith("# "));
  }

  @Test
  void theExampleChangesNothingWhenItIsCopiedAsItIs() throws IOException {
    Files.copy(Path.of(".env.example"), working.resolve(".env"));
    assertThat(new SettingSources(Map.of("LONGRUN_HOME", home.toString()), working).check().findings()).isEmpty();
  }

  @Test
  void secretsAreNotShownByTheSettingsThemselves() {
    Settings settings = read(Map.of("LONGRUN_HOME", home.toString(), "STRAVA_CLIENT_SECRET", "hunter2", "STRAVA_REFRESH_TOKEN", "hunter3"));
    assertThat(settings.toString()).doesNotContain("hunter2").doesNotContain("hunter3");
  }
}
