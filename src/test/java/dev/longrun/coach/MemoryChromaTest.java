package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same contract against a real Chroma server, whose address CHROMA_TEST_URL gives. */
@Tag("chroma")
@EnabledIfEnvironmentVariable(named = "CHROMA_TEST_URL", matches = "http.+")
class MemoryChromaTest extends MemoryContract {
  private static final String COLLECTIONS = "/api/v2/tenants/default_tenant/databases/default_database/collections";

  private static URI server() {
    return URI.create(System.getenv("CHROMA_TEST_URL"));
  }

  @Override
  MemoryIndex open(Path home) {
    return new ChromaIndex(server(), ChromaIndex.collectionOf(home));
  }

  @Override
  void lose(MemoryIndex index) throws Exception {
    HttpRequest delete =
        HttpRequest.newBuilder(URI.create(server() + COLLECTIONS + "/" + ChromaIndex.collectionOf(home))).DELETE().build();
    HttpClient.newHttpClient().send(delete, HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void aCollectionInAnotherSpaceIsRefused() throws Exception {
    String name = ChromaIndex.collectionOf(home);
    HttpRequest create =
        HttpRequest.newBuilder(URI.create(server() + COLLECTIONS))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\",\"configuration\":{\"hnsw\":{\"space\":\"l2\"}}}"))
            .build();
    assertThat(HttpClient.newHttpClient().send(create, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);

    MemoryIndex index = open(home);
    assertThatThrownBy(index::size).isInstanceOf(MemoryAway.class).hasMessageContaining("l2").hasMessageContaining("instead of cosine");
  }
}
