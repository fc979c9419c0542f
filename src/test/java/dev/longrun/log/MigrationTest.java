package dev.longrun.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
  @TempDir Path folder;

  @Test
  void aFilledDatabaseOfAnOlderSchemaKeepsItsLogAndGetsItsNumbersAnew() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    try (Database old = Database.open(home.resolve("longrun.db"), schemaUpTo(4))) {
      fill(old.writing());
    }

    Map<String, String> settings = Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "60");
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, settings)) {
      longrun.call("derive-metrics");

      assertThat(longrun.rows("select name, shoe_id from main_log")).containsExactly(Map.of("name", "Old run", "shoe_id", 1));
      assertThat(longrun.value("select count(*) from split_log")).isEqualTo(10);
      assertThat(longrun.value("select temperature_c from weather_log")).isEqualTo(8.0);
      assertThat(longrun.value("select text from question")).isEqualTo("How was it?");
      assertThat((Double) longrun.value("select load from v_run")).isPositive();
      assertThat(longrun.value("select temperature_c from v_run")).isEqualTo(8.0);
      assertThat(longrun.rows("select * from v_fitness")).as("up to yesterday").hasSize(2);
    }
  }

  @Test
  void whatWasSaidInAnOlderVersionIsFoundAgainByTheSameWords() throws Exception {
    Path file = folder.resolve("longrun.db");
    List<String> before =
        List.of(
            "OfRun[run=2026-11-20, words={effort=7, comment=a, words={b}}]",
            "Delete[run=2026-11-20#2]",
            "Keep[run=2026-11-20 18:05]",
            "Merge[one=2026-11-20#1, other=2026-11-20#2]",
            "Apart[one=2026-11-20, other=null]",
            "Apart[one=2026-11-20, other=latest]");
    try (Database old = Database.open(file, schemaUpTo(7))) {
      old.writing()
          .useTransaction(
              handle -> {
                handle.execute("insert into note_file (taken_as, file_name, sha256, taken_at, month, updated_at) values ('1', 'n.yaml', '', '', '2026-11', '')");
                before.forEach(
                    said ->
                        handle.execute(
                            "insert into note_entry (note_file_id, line, said, state, message, created_at, updated_at) values (1, 1, ?, 'applied', '', '', '')",
                            said));
              });
    }
    try (Database database = Database.open(file, ProgramFolder.find().schema())) {
      List<String> after =
          database.reading()
              .withHandle(handle -> handle.createQuery("select said from note_entry order by note_entry_id").mapTo(String.class).list());
      assertThat(after)
          .containsExactly(
              "run: 2026-11-20 {effort=7, comment=a, words={b}}",
              "delete: 2026-11-20#2",
              "keep: 2026-11-20 18:05",
              "merge: 2026-11-20#1, 2026-11-20#2",
              "apart: 2026-11-20",
              "apart: 2026-11-20, latest");
    }
  }

  private static void fill(Jdbi jdbi) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              """
              insert into sync_state (source, first_attempt_at, last_success_at, updated_at)
              values ('garmin', '2026-11-20T10:00:00Z', '2026-11-22T10:00:00Z', '')""");
          handle.execute("insert into shoe (name, created_at, updated_at) values ('Old shoe', '', '')");
          handle.execute(
              """
              insert into main_log (run_date, run_no, started_at, utc_offset_s, sport, name, distance_m, moving_s, elapsed_s, avg_hr_bpm,
                                    shoe_id, created_at, updated_at)
              values ('2026-11-20', 1, '2026-11-20T06:00:00Z', 3600, 'road', 'Old run', 10000, 3000, 3000, 150, 1, '', '')""");
          for (int km = 1; km <= 10; km++) {
            handle.execute(
                """
                insert into split_log (run_date, run_no, km, distance_m, moving_s, avg_hr_bpm, created_at, updated_at)
                values ('2026-11-20', 1, ?, 1000, 300, 150, '', '')""",
                km);
          }
          handle.execute(
              """
              insert into weather_log (run_date, run_no, hour_utc, temperature_c, provisional, created_at, updated_at)
              values ('2026-11-20', 1, '2026-11-20T06:00:00Z', 8, 0, '', '')""");
          handle.execute(
              "insert into run_metric (run_date, run_no, load, formula_version) values ('2026-11-20', 1, 12345, 1)");
          handle.execute(
              """
              insert into day_metric (day, load, fitness, fatigue, form, incomplete, warming_up, formula_version)
              values ('2026-11-22', 0, 1, 1, 0, 0, 1, 1)""");
          handle.execute(
              """
              insert into question (taken_as, file_name, sha256, text, asked_at, state, answer_path, updated_at)
              values ('1', 'q.md', '', 'How was it?', '2026-11-20T07:00:00Z', 'queued', 'answers/q.md', '')""");
        });
  }

  /** The migrations that an older program had; views came with each of them. */
  private Path schemaUpTo(int version) throws IOException {
    Path schema = Files.createDirectory(folder.resolve("schema"));
    try (Stream<Path> files = Files.list(ProgramFolder.find().schema())) {
      List<Path> older = files.filter(file -> file.getFileName().toString().matches("V[1-" + version + "]__.*")).toList();
      for (Path file : older) {
        Files.copy(file, schema.resolve(file.getFileName()));
      }
    }
    return schema;
  }
}
