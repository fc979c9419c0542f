package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTest {
  @TempDir Path home;

  @Test
  void aSummaryThatIsWrittenWithoutItsWordsAndThenWithThemIsOneSummary() {
    try (Database database = Database.open(home.resolve("longrun.db"), Path.of("schema"))) {
      store(database, "2026-W45", 1);
      Tally before = Tally.of(database.reader());
      store(database, "2026-W46", 1);
      store(database, "2026-W46", 2);

      assertThat(Tally.of(database.reader()).since(before)).containsExactly("1 summary written");

      store(database, "2026-W45", 2);
      assertThat(Tally.of(database.reader()).since(before)).containsExactly("2 summaries written");
    }
  }

  private static void store(Database database, String week, int version) {
    database.writing()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert or replace into summary (kind, period, version, input_hash, text, words_pending, path, created_at, updated_at)
                    values ('week', ?, ?, '', '', 0, '', '', '')""",
                    week, version));
  }
}
