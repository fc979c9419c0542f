package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.command.CommandLineUnderTest.Result;
import dev.longrun.log.Database;
import dev.longrun.service.HomeLock;
import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyseCommandTest {
  @TempDir Path folder;
  private Path home;
  private CommandLineUnderTest longrun;

  @BeforeEach
  void anEmptyLog() {
    home = folder.resolve("home");
    longrun = new CommandLineUnderTest(folder, home);
    Database.open(home.resolve("longrun.db"), ProgramFolder.find().path().resolve("schema")).close();
  }

  @Test
  void saysEveryPageAndWritesItToTheOutbox() throws IOException {
    Result result = longrun.run("analyse");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).filteredOn(line -> line.startsWith("How do") || line.startsWith("What signals") || line.startsWith("How can")).hasSize(5);
    for (String page : new String[] {"performance", "body", "fatigue", "conditions", "history"}) {
      Path file = home.resolve("outbox/analysis/" + page + ".md");
      assertThat(Files.readString(file)).startsWith("# ");
      assertThat(result.out()).contains("Written: " + file);
    }
  }

  @Test
  void saysOnlyWhatIsAskedForAndOnce() {
    Result result = longrun.run("analyse", "fatigue", "fatigue");
    assertThat(result.out()).filteredOn(line -> line.startsWith("Written: ")).hasSize(1);
    assertThat(home.resolve("outbox/analysis")).isDirectoryContaining("glob:**/fatigue.md").isDirectoryNotContaining("glob:**/body.md");
  }

  @Test
  void namesThePagesWhenAskedForAnother() {
    Result result = longrun.run("analyse", "weather");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).hasSize(1).first().asString().contains("'weather'", "performance, body, fatigue, conditions, history");
  }

  @Test
  void worksBesideTheService() {
    try (HomeLock lock = HomeLock.take(home)) {
      assertThat(longrun.run("analyse").exitCode()).isZero();
    }
  }

  @Test
  void aLogOfAnOlderLongrunIsNotReadHalfway() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("longrun.db"));
        var statement = connection.createStatement()) {
      statement.execute("drop view v_forecast");
      statement.execute("drop table goal_ledger");
    }
    Result result = longrun.run("analyse");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasSize(1).first().asString().contains("older Longrun");
  }
}
