package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.longrun.LongrunUnderTest;
import dev.longrun.web.RawServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The model and the vector store, when what answers in their place does it wrong: they are away, in time, with a sentence. */
@Timeout(60)
class HouseholdFaultsTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Type: application/json\n";
  private static final String HTML = "<html><body>Sign in</body></html>";

  @TempDir Path home;

  static Stream<Arguments> servers() {
    return Stream.of(
        Arguments.of("slow headers", new RawServer(RawServer::silence)),
        Arguments.of("a stalled body", RawServer.of(OK + "Content-Length: 500\n\n{\"mess", RawServer::silence)),
        Arguments.of("an endless body", RawServer.of(OK + "\n", RawServer::endless)),
        Arguments.of("2 GiB", RawServer.of(OK + "Content-Length: 2147483648\n\n", RawServer::endless)),
        Arguments.of("a cut-off body", RawServer.of(OK + "Content-Length: 500\n\n{\"mess", body -> {})),
        Arguments.of("an empty body", RawServer.of(OK + "Content-Length: 0\n\n", body -> {})),
        Arguments.of("a web page", RawServer.of("HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + HTML, body -> {})),
        Arguments.of("a web page in its place", RawServer.of("HTTP/1.1 502 Bad Gateway\nContent-Type: text/html\n\n" + HTML, body -> {})),
        Arguments.of("401", RawServer.of("HTTP/1.1 401 No\nContent-Length: 0\n\n", body -> {})),
        Arguments.of("403", RawServer.of("HTTP/1.1 403 No\nContent-Length: 0\n\n", body -> {})),
        Arguments.of("429", RawServer.of("HTTP/1.1 429 Later\nContent-Length: 0\n\n", body -> {})),
        Arguments.of("503 without a word", RawServer.of("HTTP/1.1 503 Busy\nContent-Length: 0\n\n", body -> {})),
        Arguments.of("nobody", closed()));
  }

  private static RawServer closed() {
    RawServer server = new RawServer(RawServer::silence);
    server.close();
    return server;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void aModelThatIsAnsweredForWronglyIsAway(String fault, RawServer server) {
    Map<String, String> settings = Map.of("OLLAMA_URL", server.uri().toString(), "OLLAMA_TIMEOUT", "1s");
    try (server;
        OllamaModel model = new OllamaModel(LongrunUnderTest.settings(home, settings).ollama())) {
      assertThatThrownBy(() -> model.answer(List.of(UserMessage.from("How was it?"))))
          .isInstanceOf(ModelAway.class)
          .message()
          .startsWith("Ollama at " + server.uri())
          .doesNotContain("Exception", "null", "<html>", "java.");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void aVectorStoreThatIsAnsweredForWronglyIsAway(String fault, RawServer server) {
    try (server) {
      ChromaIndex index = new ChromaIndex(server.uri(), "longrun-test", Duration.ofMillis(500));
      assertThatThrownBy(index::size)
          .isInstanceOf(MemoryAway.class)
          .message()
          .startsWith("Chroma at " + server.uri())
          .doesNotContain("Exception", "null", "<html>", "java.");
    }
  }

  @Test
  void aVectorStoreThatStallsOnceItsCollectionIsThereIsAway() throws Exception {
    String collection = "{\"id\": \"1\", \"name\": \"longrun-test\", \"configuration_json\": {\"hnsw\": {\"space\": \"cosine\"}}}";
    try (RawServer server = RawServer.of(OK + "Content-Length: " + collection.length() + "\n\n" + collection, RawServer::silence)) {
      ChromaIndex index = new ChromaIndex(server.uri(), "longrun-test", Duration.ofMillis(500));
      assertThatThrownBy(index::size).isInstanceOf(MemoryAway.class).hasMessageStartingWith("Chroma at " + server.uri());
    }
  }
}
