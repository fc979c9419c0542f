package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The logback.xml that is shipped, in a logging of its own. */
class LogFilesTest {
  @TempDir Path logs;
  private LoggerContext context;
  private Logger log;

  @BeforeEach
  void configure() throws JoranException {
    context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    configure(context);
    log = context.getLogger("dev.longrun.Test");
  }

  private void configure(LoggerContext context) throws JoranException {
    context.putProperty("longrun.logs", logs.toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(getClass().getResource("/logback.xml"));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      List<Path> found = files.toList();
      assertThat(found).hasSize(1).first().asString().matches(".*/longrun\\.[0-9]{4}-[0-9]{2}-[0-9]{2}\\.0\\.log");
      return Files.readAllLines(found.get(0));
    }
  }

  @Test
  void theConsoleOfTheServiceGetsAWarningALineWithoutATrace() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
    try {
      context.reset();
      context.putProperty("longrun.console", "WARN");
      configure(context);
      log.info("Nobody needs to know");
      log.warn("It\nfailed", new IllegalStateException("first"));
      log.warn("again");
    } finally {
      System.setErr(before);
    }
    assertThat(console.toString(StandardCharsets.UTF_8).lines()).containsExactly("WARN: It failed", "WARN: again");
  }

  @Test
  void textFromOutsideCannotForgeALine() throws IOException {
    log.warn("The activity {} is odd", "x\n2026-11-22 06:00:00.000 ERROR forged\r\u001b[31m red");
    assertThat(lines()).hasSize(1).first().asString().contains("The activity x 2026-11-22").doesNotContain("\u001b");
  }

  @Test
  void anExceptionKeepsItsTraceAndItsMessageIsIndented() throws IOException {
    log.error("It failed", new IllegalStateException("first\n2026-11-22 06:00:00.000 ERROR forged\u001b[31m"));
    List<String> lines = lines();
    assertThat(lines.get(0)).endsWith("It failed");
    assertThat(lines).anyMatch(line -> line.contains("at dev.longrun.command.LogFilesTest"));
    assertThat(lines.subList(2, lines.size())).allMatch(line -> line.startsWith("  ") && !line.contains("\u001b"));
  }

  @Test
  void secretsAreStruckOut() throws IOException {
    log.warn("Authorization: Bearer hunter2hunter2, refresh_token=hunter2 and {}", "{\"access_token\": \"hunter2\", \"client_secret\":\"hunter2\"}");
    log.warn("It failed", new IllegalStateException("POST https://a.example/token?refresh_token=hunter2"));
    assertThat(lines()).isNotEmpty().noneMatch(line -> line.contains("hunter2"));
  }
}
