package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may only be shown never reaches a fact, a prompt or a memory: they read runs through counted_run and counted_split. */
class WallTest {
  private static final String BEHIND_THE_WALL = "\\b(main_log|split_log|lap_log|v_run|source_activity|source_record|field_origin|run_metric)\\b";

  static List<Path> statements() throws IOException {
    try (Stream<Path> files = Files.list(root().resolve("src/main/resources/facts"))) {
      return files.sorted().toList();
    }
  }

  static List<Path> classes() throws IOException {
    List<Path> classes = new ArrayList<>();
    for (String folder : List.of("analysis", "coach")) {
      try (Stream<Path> files = Files.list(root().resolve("src/main/java/dev/longrun").resolve(folder))) {
        files.sorted().forEach(classes::add);
      }
    }
    return classes;
  }

  private static Path root() {
    return ProgramFolder.find().path();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void aFactReadsOnlyCountedRuns(Path statement) throws IOException {
    String sql = Files.readString(statement);
    assertThat(sql.lines().findFirst().orElseThrow()).startsWith("-- ").endsWith(".");
    assertThat(bare(sql)).doesNotContainPattern(BEHIND_THE_WALL).containsOnlyOnce(";");
  }

  @ParameterizedTest
  @MethodSource("classes")
  void noClassOfCoachOrAnalysisAsksAroundTheWall(Path source) throws IOException {
    assertThat(Files.readString(source)).doesNotContainPattern("(?i)(from|join)\\s+" + BEHIND_THE_WALL);
  }

  @Test
  void thereAreFacts() throws IOException {
    assertThat(statements()).hasSizeGreaterThan(5);
  }

  private static String bare(String sql) {
    return sql.replaceAll("(?m)--.*$", "").replaceAll("'[^']*'", "''");
  }
}
