package dev.longrun.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ProgramFolder;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that is kept by triggers says what a search through all runs would say, whatever happens to runs and weather. */
class RunWithoutWeatherTest {
  @TempDir private Path folder;
  private Database database;
  private Jdbi writer;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("longrun.db"), ProgramFolder.find().schema());
    writer = database.writing();
    run("2026-11-01", 1);
    run("2026-11-01", 2);
    run("2026-11-02", 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void holdsNewRunsUntilTheirFirstHourOfWeather() {
    assertThat(kept()).containsExactly("2026-11-01 1", "2026-11-01 2", "2026-11-02 1").isEqualTo(searched());
    weather("2026-11-01", 2, "2026-11-01T08:00:00Z");
    weather("2026-11-01", 2, "2026-11-01T09:00:00Z");
    assertThat(kept()).containsExactly("2026-11-01 1", "2026-11-02 1").isEqualTo(searched());
  }

  @Test
  void holdsARunAgainWhenItsWeatherIsDeleted() {
    weather("2026-11-02", 1, "2026-11-02T08:00:00Z");
    weather("2026-11-02", 1, "2026-11-02T09:00:00Z");
    writer.useHandle(handle -> handle.execute("delete from weather_log where run_date = '2026-11-02'"));
    assertThat(kept()).contains("2026-11-02 1").isEqualTo(searched());
  }

  @Test
  void followsARunThatGetsAnotherNumberOrIsDeleted() {
    weather("2026-11-01", 1, "2026-11-01T06:00:00Z");
    writer.useTransaction(
        handle -> {
          handle.execute("update main_log set run_no = -run_no where run_date = '2026-11-01'");
          handle.execute("update main_log set run_no = 1 - run_no where run_date = '2026-11-01'");
        });
    assertThat(kept()).containsExactly("2026-11-01 3", "2026-11-02 1").isEqualTo(searched());
    writer.useHandle(handle -> handle.execute("delete from main_log where run_date = '2026-11-01'"));
    assertThat(kept()).containsExactly("2026-11-02 1").isEqualTo(searched());
  }

  private List<String> kept() {
    return list("select run_date || ' ' || run_no from run_without_weather order by 1");
  }

  private List<String> searched() {
    return list(
        """
        select run_date || ' ' || run_no from main_log
        where (run_date, run_no) not in (select run_date, run_no from weather_log)
        order by 1""");
  }

  private List<String> list(String sql) {
    return writer.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private void run(String date, int number) {
    writer.useHandle(
        handle ->
            handle.execute(
                "insert into main_log (run_date, run_no, started_at, utc_offset_s, sport, created_at, updated_at)"
                    + " values (?, ?, ?, 0, 'road', '2026-11-03T00:00:00Z', '2026-11-03T00:00:00Z')",
                date,
                number,
                date + "T0" + number + ":00:00Z"));
  }

  private void weather(String date, int number, String hour) {
    writer.useHandle(
        handle ->
            handle.execute(
                "insert into weather_log (run_date, run_no, hour_utc, provisional, created_at, updated_at)"
                    + " values (?, ?, ?, 0, '2026-11-03T00:00:00Z', '2026-11-03T00:00:00Z')",
                date,
                number,
                hour));
  }
}
