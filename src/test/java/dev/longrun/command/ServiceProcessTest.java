package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longrun.Longrun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program as a process of its own. */
class ServiceProcessTest {
  @TempDir Path folder;
  private Path home;
  private CommandLineUnderTest longrun;
  private Process service;

  @BeforeEach
  void start() throws IOException {
    home = folder.resolve("home");
    longrun = new CommandLineUnderTest(folder, home);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            withoutTests(System.getProperty("java.class.path")),
            Longrun.class.getName());
    builder.environment().putAll(longrun.environment());
    builder.directory(folder.toFile());
    builder.redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile());
    service = builder.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> lines("out.txt").stream().anyMatch(line -> line.contains("is running")));
  }

  @AfterEach
  void stop() {
    service.destroyForcibly();
  }

  @Test
  void ownsItsHomeAndStopsInGoodOrderWhenToldTo() throws Exception {
    // Given: it greets and says once what is off and why
    assertThat(lines("out.txt"))
        .anyMatch(line -> line.contains(home.resolve("inbox").toString()))
        .anyMatch(line -> line.startsWith("Garmin is off: "))
        .anyMatch(line -> line.startsWith("Strava is off: "));

    // Then: whoever else wants to write is told who has the home
    for (String command : List.of("once", "run", "rebuild", "summarise --week 2026-W46")) {
      CommandLineUnderTest.Result refused = longrun.run(command.split(" "));
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).hasSize(1).first().asString().contains("(process " + service.pid() + ")");
    }

    // And whoever reads may
    CommandLineUnderTest.Result status = longrun.run("status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.out()).contains("- Service: running (process " + service.pid() + ")");

    // And it keeps a log in its home
    try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
      assertThat(logs).hasSize(1).first().asString().endsWith(".log");
    }

    // When
    service.destroy();

    // Then
    assertThat(service.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(longrun.run("status").out()).contains("- Service: not running");
    assertThat(home.resolve("outbox/status.md")).content().contains("- Service: not running");
    assertThat(lines("err.txt")).isEmpty();
  }

  @Test
  void aKilledOneLeavesTheHomeFree() throws Exception {
    service.destroyForcibly().waitFor();
    assertThat(longrun.run("status").out()).contains("- Service: not running");
    assertThat(longrun.run("rebuild").exitCode()).isZero();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  /** The program as it is shipped, with its own logback.xml. */
  private static String withoutTests(String classPath) {
    return String.join(
        System.getProperty("path.separator"),
        Stream.of(classPath.split(System.getProperty("path.separator"))).filter(entry -> !entry.endsWith("test-classes")).toList());
  }
}
