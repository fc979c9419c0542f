package dev.longrun.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The labelled questions, dropped into the inbox of the demo's home and answered as a runner's are. */
class AnswersToLabelledQuestionsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T19:00:00Z");
  private static final Settings.Ollama NO_MODEL = new Settings.Ollama(URI.create("http://127.0.0.1:9"), "none", 8192, Duration.ofMinutes(30));

  @TempDir private Path folder;

  @Test
  void nineAnswersOfTenHoldWhatTheirLabelNames() throws Exception {
    DemoHome home = DemoHome.take(folder.resolve("demo"), folder.resolve("real-home"));
    home.clear();
    List<String[]> rows = rows();
    List<String> missed = new ArrayList<>();
    try (Demo demo = new Demo(home, NO_MODEL, Optional.of(NOW), new PrintWriter(new StringWriter()), false)) {
      HomeFolders.create(demo.settings());
      demo.run();
      for (int i = 0; i < rows.size(); i++) {
        Files.writeString(demo.settings().inbox().resolve("labelled-%03d.md".formatted(i)), rows.get(i)[0]);
      }
      try (LongrunService service = new LongrunService(demo.settings(), ProgramFolder.find(), false)) {
        service.start();
        service.context().createProducerTemplate().requestBody("direct:watch-inbox", (Object) null);
        service.context().createProducerTemplate().requestBody("direct:draft-answers", (Object) null);
      }
      for (int i = 0; i < rows.size(); i++) {
        String name = "labelled-%03d".formatted(i);
        List<String> found = findings(demo.settings().outbox().resolve("evidence"), name);
        if (Arrays.stream(rows.get(i)[6].split("\\|")).noneMatch(label -> found.stream().anyMatch(id -> id.startsWith(label)))) {
          missed.add(rows.get(i)[0] + " wants " + rows.get(i)[6] + ", has " + found);
        }
      }
    }
    assertThat(missed).as("of " + rows.size()).hasSizeLessThanOrEqualTo(rows.size() / 10);
  }

  private static List<String[]> rows() throws Exception {
    List<String> lines = new String(AnswersToLabelledQuestionsTest.class.getResourceAsStream("/questions/labelled.tsv").readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    return lines.stream().filter(line -> !line.startsWith("#") && !line.startsWith("question\t") && !line.isBlank()).map(line -> line.split("\t", -1)).filter(row -> row.length > 6 && !row[6].isEmpty()).toList();
  }

  private static List<String> findings(Path evidence, String name) throws Exception {
    try (var files = Files.list(evidence)) {
      Path file = files.filter(each -> each.getFileName().toString().contains(name)).findFirst().orElseThrow();
      List<String> ids = new ArrayList<>();
      for (JsonNode finding : new ObjectMapper().readTree(file.toFile()).path("findings")) {
        ids.add(finding.path("id").asText());
      }
      return ids;
    }
  }
}
