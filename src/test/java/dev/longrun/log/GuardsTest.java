package dev.longrun.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.service.ProgramFolder;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {
  private static final String FORECAST =
      """
      %s into goal_ledger (week, distance_m, recorded_at, known_until, models, formula_version)
      values ('2026-W47', 42195, '2026-11-16T06:00:00Z', '2026-11-15', '{}', 1)""";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into day_log (day, created_at, updated_at) values ('2026-13-45', '', '')",
        "insert into day_log (day, created_at, updated_at) values ('2026-02-30', '', '')",
        "insert into annotation (kind, from_date, created_at, updated_at) values ('illness', 'next week', '', '')",
        "insert into annotation (kind, from_date, to_date, created_at, updated_at) values ('illness', '2026-11-01', '3.11.', '', '')"
      })
  void aDayThatIsNoneIsRefused(String statement) {
    try (Database database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema())) {
      Jdbi writer = database.writing();
      assertThatThrownBy(() -> writer.useHandle(handle -> handle.execute(statement))).hasStackTraceContaining("such as 2026-11-24");
    }
  }

  @Test
  void anIllnessMayLastADayOrHaveNoEndYet() {
    try (Database database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema())) {
      Jdbi writer = database.writing();
      writer.useHandle(
          handle ->
              handle.execute(
                  """
                  insert into annotation (kind, from_date, to_date, created_at, updated_at)
                  values ('illness', '2026-11-01', null, '', ''), ('injury', '2026-11-01', '9999-12-31', '', '')"""));
      Integer kept = writer.withHandle(handle -> handle.createQuery("select count(*) from annotation").mapTo(Integer.class).one());
      assertThat(kept).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete from goal_ledger", "update goal_ledger set forecast_s = 1", "replace"})
  void aStoredForecastStaysAsItWasSaid(String statement) {
    try (Database database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema())) {
      Jdbi writer = database.writing();
      writer.useHandle(handle -> handle.execute(FORECAST.formatted("insert")));
      String rewrite = statement.equals("replace") ? FORECAST.formatted("replace") : statement;
      assertThatThrownBy(() -> writer.useHandle(handle -> handle.execute(rewrite)))
          .hasStackTraceContaining("The goal ledger is never rewritten");
    }
  }
}
