package dev.longrun.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final Path SCHEMA = ProgramFolder.find().schema();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aDatabase() {
    file = folder.resolve("longrun.db");
    Database.open(file, SCHEMA).close();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void isRefusedUnchanged(String... words) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Database.open(file, SCHEMA, 20)).isInstanceOf(DatabaseTrouble.class).message().contains(words).doesNotContain("SQLITE");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aNewerOneIsRefusedAndLeftAsItIs() throws Exception {
    execute(
        "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)"
            + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', '', 0, 1)",
        "pragma wal_checkpoint(truncate)");
    isRefusedUnchanged("newer Longrun (schema 9999", "update Longrun");
    assertThatThrownBy(() -> Database.readOnly(file, SCHEMA)).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("newer Longrun");
  }

  @Test
  void anotherProgramsIsRefusedAndLeftAsItIs() throws Exception {
    file = folder.resolve("other.db");
    execute("create table bookmark (url text)");
    isRefusedUnchanged("another program's", "LONGRUN_HOME");
  }

  @Test
  void oneThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws Exception {
    Files.writeString(file, "This was a database once.".repeat(500));
    isRefusedUnchanged("is damaged", "backups/");
  }

  @Test
  void oneWithADamagedPageIsRefusedAndLeftAsItIs() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 40_000, (byte) 0x5A);
    Files.write(file, bytes);
    isRefusedUnchanged("is damaged", "backups/");
  }

  @Test
  void oneThatIsCutOffIsRefusedAndLeftAsItIs() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
    isRefusedUnchanged("is damaged", "backups/");
  }

  @Test
  void oneThatAnotherProgramLocksIsRefusedAndLeftAsItIs() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      isRefusedUnchanged("locked by another program", "close whatever is writing to it");
      statement.execute("rollback");
    }
  }

  @Test
  void aLockInTheMiddleOfTheWorkIsToldInTheSameSentence() throws Exception {
    try (Database database = Database.open(file, SCHEMA, 20);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      Throwable failure = catchThrowable(() -> database.writing().useTransaction(handle -> handle.execute("delete from due_day")));
      assertThat(DatabaseTrouble.in(failure)).get().extracting(Throwable::getMessage).asString().contains("locked by another program");
      statement.execute("rollback");
    }
  }

  @Test
  void momentsAndDaysStandInTheColumnsAsTextAndAreReadBack() {
    Instant moment = Instant.parse("2026-11-22T07:30:00.123Z");
    LocalDate day = LocalDate.of(2026, 11, 22);
    try (Database database = Database.open(file, SCHEMA)) {
      database.writing().useHandle(handle -> handle.createUpdate("insert into due_day (day) values (:day)").bind("day", day).execute());
      database.reading().useHandle(
          handle -> {
            assertThat(handle.createQuery("select day from due_day").mapTo(String.class).one()).isEqualTo("2026-11-22");
            assertThat(handle.createQuery("select day from due_day").mapTo(LocalDate.class).one()).isEqualTo(day);
            assertThat(handle.createQuery("select :at").bind("at", moment).mapTo(String.class).one()).isEqualTo("2026-11-22T07:30:00Z");
            assertThat(handle.createQuery("select :at").bind("at", moment).mapTo(Instant.class).one()).isEqualTo("2026-11-22T07:30:00Z");
            assertThat(handle.createQuery("select :at").bindByType("at", null, Instant.class).mapTo(Instant.class).findOne()).isEmpty();
          });
    }
  }

  @Test
  void aFullDiskIsToldWithAWayOut() {
    try (Database database = Database.open(file, SCHEMA)) {
      Jdbi writer = database.writing();
      writer.useHandle(handle -> handle.execute("pragma max_page_count = 1"));
      Throwable failure =
          catchThrowable(
              () -> writer.useTransaction(handle -> handle.execute("create table large as select randomblob(1000000) as bytes")));
      assertThat(DatabaseTrouble.in(failure)).get().extracting(Throwable::getMessage).asString().contains("the disk is full", "Make room");
    }
  }

  @Test
  void anOlderOneIsBroughtUpToDateByWhoWritesAndNamedByWhoOnlyReads() throws Exception {
    Path older = Files.createDirectory(folder.resolve("schema"));
    Files.copy(SCHEMA.resolve("V1__training_log.sql"), older.resolve("V1__training_log.sql"));
    file = folder.resolve("older.db");
    Database.open(file, older).close();
    assertThatThrownBy(() -> Database.readOnly(file, SCHEMA)).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("older Longrun (schema 1");
    Database.open(file, SCHEMA).close();
    assertThat(Database.readOnly(file, SCHEMA)).isNotNull();
  }
}
