package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may only be shown never reaches a finding, a prompt or a memory: they read runs through counted_run and counted_split. */
class WallTest {
  private static final String BEHIND_THE_WALL = "(?i)(from|join)\\s+(main_log|split_log|lap_log|v_run|source_activity|source_record|field_origin|run_metric|weather_log)\\b";

  /** What asks around the wall, and why it may: it prints nothing that it reads there. */
  private static final Map<String, String> MAY =
      Map.of(
          "SummaryStore.java", "whether there is anything to sum up, also runs that may only be shown",
          "Heat.java", "the weather of a run that counts",
          "ThisWeek.java", "whether anything has changed");

  static List<Path> classes() throws IOException {
    Path main = ProgramFolder.find().path().resolve("src/main/java/dev/longrun");
    try (Stream<Path> coach = Files.walk(main.resolve("coach")); Stream<Path> analysis = Files.walk(main.resolve("analysis"))) {
      return Stream.concat(coach, analysis)
          .filter(file -> file.toString().endsWith(".java") && !MAY.containsKey(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void noClassOfCoachOrAnalysisAsksAroundTheWall(Path source) throws IOException {
    assertThat(Files.readString(source)).doesNotContainPattern(BEHIND_THE_WALL);
  }

  @Test
  void thereAreClasses() throws IOException {
    assertThat(classes()).hasSizeGreaterThan(80);
  }
}
