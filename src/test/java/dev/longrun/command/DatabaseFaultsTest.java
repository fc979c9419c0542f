package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.command.CommandLineUnderTest.Result;
import dev.longrun.log.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot be used: every command says so in one sentence, with a way out, and changes nothing. */
class DatabaseFaultsTest {
  private static final String COMMANDS = "once, run, status, analyse, rebuild, summarise --week 2026-W40, note --effort 5";

  @TempDir Path folder;
  private Path home;
  private Path file;
  private CommandLineUnderTest longrun;

  @BeforeEach
  void aHome() throws IOException {
    home = folder.resolve("home");
    file = home.resolve("longrun.db");
    for (String name : new String[] {"inbox", "outbox", "tokens", "logs", "backups"}) {
      Files.createDirectories(home.resolve(name));
    }
    Database.open(file, Path.of("schema")).close();
    Files.writeString(home.resolve("inbox/how-far.md"), "How far?");
    longrun = new CommandLineUnderTest(folder, home).with("INBOX_SETTLE_TIME", "0s").with("LONGRUN_CLOCK", "2026-11-22T06:00:00Z");
  }

  private void everyCommandSays(String... words) throws IOException {
    byte[] before = Files.readAllBytes(file);
    for (String command : COMMANDS.split(", ")) {
      Result result = longrun.run(command.split(" "));
      assertThat(result.err()).as(command).hasSize(1).first().asString().contains(words).doesNotContain("SQLITE", "Exception", "unexpected");
      assertThat(result.exitCode()).as(command).isEqualTo(1);
    }
    Result doctor = longrun.run("doctor");
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).anyMatch(line -> line.contains("MEND") && line.contains("longrun.db") && !line.contains("SQLITE"));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(home.resolve("inbox/how-far.md")).exists();
  }

  @Test
  void aNewerDatabase() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)"
              + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', '', 0, 1)");
    }
    everyCommandSays("newer Longrun", "update Longrun");
  }

  @Test
  void aDamagedDatabase() throws Exception {
    Files.writeString(file, "This was a database once.".repeat(500));
    everyCommandSays("is damaged", "backups/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "doctor", "analyse"})
  void whoOnlyReadsIsNotKeptWaitingByALock(String command) throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      Result result = longrun.run(command);
      assertThat(result.err()).isEmpty();
      statement.execute("rollback");
    }
  }
}
