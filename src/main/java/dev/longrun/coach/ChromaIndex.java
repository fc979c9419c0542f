package dev.longrun.coach;

import dev.longrun.log.Sha256;
import java.nio.charset.StandardCharsets;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.chroma.ChromaApiVersion;
import dev.langchain4j.store.embedding.chroma.ChromaEmbeddingStore;
import dev.longrun.log.PlainText;
import dev.longrun.log.Reason;
import dev.longrun.web.BoundedHttp;
import dev.longrun.web.BoundedModelHttp;
import dev.longrun.web.Bounds;
import dev.longrun.web.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The index in a Chroma server, in a collection of our own in cosine space. Opened when first needed and again after every
 * failure; a server that is away is asked again at the next occasion.
 */
final class ChromaIndex extends StoreIndex {
  private static final String COLLECTIONS = "/api/v2/tenants/default_tenant/databases/default_database/collections";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** What is asked for here is a line of JSON. */
  private static final int LARGEST_BYTES = 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final String collection;
  private final Duration timeout;
  private final BoundedHttp http = new BoundedHttp();
  private EmbeddingStore<TextSegment> store;
  private String collectionId;

  ChromaIndex(URI url, String collection) {
    this(url, collection, TIMEOUT);
  }

  /** @param timeout of every call as a whole */
  ChromaIndex(URI url, String collection, Duration timeout) {
    this.url = url;
    this.collection = collection;
    this.timeout = timeout;
  }

  /** Named with model and dimension, which fix what may be in it, and with the home, whose conversations nobody else may mix in. */
  static String collectionOf(Path home) {
    String owner = Sha256.of(home.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    return "longrun-" + Embedder.MODEL + "-" + Embedder.DIMENSION + "-" + owner;
  }

  @Override
  EmbeddingStore<TextSegment> store() throws MemoryAway {
    if (store == null) {
      openCollection();
      BoundedModelHttp.install();
      try {
        store =
            ChromaEmbeddingStore.builder()
                .apiVersion(ChromaApiVersion.V2)
                .baseUrl(url.toString())
                .tenantName("default_tenant")
                .databaseName("default_database")
                .collectionName(collection)
                .timeout(timeout)
                .build();
      } catch (RuntimeException e) {
        throw failed(e);
      }
    }
    return store;
  }

  @Override
  public int size() throws MemoryAway {
    store();
    return send(HttpRequest.newBuilder(URI.create(url + COLLECTIONS + "/" + collectionId + "/count")).GET()).asInt();
  }

  @Override
  MemoryAway failed(RuntimeException e) {
    store = null;
    return new MemoryAway("Chroma at " + url + " cannot be used: " + why(e), e);
  }

  private String notUnderstood() {
    return "Chroma at " + url + " answered something that was not understood; is it Chroma, version 1.0 or newer?";
  }

  private static String why(RuntimeException e) {
    return Reason.causes(e)
        .filter(HttpException.class::isInstance)
        .map(HttpException.class::cast)
        .findFirst()
        .map(refused -> "it answered with status " + refused.statusCode() + ".")
        .orElseGet(
            () -> Reason.has(e, IOException.class) && !Reason.has(e, JacksonException.class)
                ? Reason.ofSilence(e) + "."
                : "it answered something that was not understood; is it Chroma, version 1.0 or newer?");
  }

  // LangChain4j takes an existing collection in whatever space it is; distances in another one would mean something else.
  private void openCollection() throws MemoryAway {
    Map<String, Object> body =
        Map.of("name", collection, "get_or_create", true, "configuration", Map.of("hnsw", Map.of("space", "cosine")));
    JsonNode answer;
    try {
      answer =
          send(
              HttpRequest.newBuilder(URI.create(url + COLLECTIONS))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is JSON", e);
    }
    String space = answer.path("configuration_json").path("hnsw").path("space").asText("unknown");
    if (!space.equals("cosine")) {
      throw new MemoryAway(
          "The collection " + collection + " in Chroma at " + url + " is in " + PlainText.line(space)
              + " space instead of cosine; delete it, it is made again from the database.", null);
    }
    collectionId = answer.path("id").asText();
  }

  private JsonNode send(HttpRequest.Builder request) throws MemoryAway {
    try {
      WebAnswer answer = http.send(request.build(), Bounds.of(timeout, LARGEST_BYTES));
      if (answer.status() / 100 != 2) {
        throw new MemoryAway("Chroma at " + url + " answered with status " + answer.status() + ".", null);
      }
      JsonNode tree = JSON.readTree(answer.body());
      if (tree.isEmpty() && !tree.isNumber()) {
        throw new MemoryAway(notUnderstood(), null);
      }
      return tree;
    } catch (JsonProcessingException e) {
      store = null;
      throw new MemoryAway(notUnderstood(), e);
    } catch (IOException e) {
      store = null;
      throw new MemoryAway("Chroma at " + url + " is not reachable: " + Reason.ofSilence(e) + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MemoryAway("Stopped while asking Chroma.", e);
    }
  }
}
