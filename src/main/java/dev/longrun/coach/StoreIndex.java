package dev.longrun.coach;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What Chroma and the embedded store have in common behind LangChain4j: ids, the time window, and the distance. */
abstract class StoreIndex implements MemoryIndex {
  private static final String HELD_AT = "held_at_epoch";
  private static final String ID = "conversation";

  /** More than anybody asks in a window; the nearest come first. */
  private static final int MOST_HITS = 300;

  abstract EmbeddingStore<TextSegment> store() throws MemoryAway;

  /** @return what to throw for a failed call */
  abstract MemoryAway failed(RuntimeException e);

  @Override
  public void put(List<Conversation> conversations) throws MemoryAway {
    List<String> ids = conversations.stream().map(Conversation::id).toList();
    List<Embedding> vectors = conversations.stream().map(conversation -> Embedding.from(conversation.vector())).toList();
    List<TextSegment> segments = conversations.stream().map(StoreIndex::segment).toList();
    EmbeddingStore<TextSegment> store = store();
    try {
      // Chroma silently keeps the old vector of an id it knows.
      store.removeAll(ids);
      store.addAll(ids, vectors, segments);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void clear() throws MemoryAway {
    EmbeddingStore<TextSegment> store = store();
    try {
      store.removeAll(metadataKey(HELD_AT).isGreaterThanOrEqualTo(0));
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public List<Hit> nearest(float[] vector, Instant from, Instant until) throws MemoryAway {
    EmbeddingSearchRequest request =
        EmbeddingSearchRequest.builder()
            .queryEmbedding(Embedding.from(vector))
            .filter(
                metadataKey(HELD_AT)
                    .isGreaterThanOrEqualTo(from.getEpochSecond())
                    .and(metadataKey(HELD_AT).isLessThan(until.getEpochSecond())))
            .maxResults(MOST_HITS)
            .minScore(0.0)
            .build();
    EmbeddingStore<TextSegment> store = store();
    try {
      // LangChain4j's score is (1 + cos) / 2 in both stores, so 2·(1 − cos) is 4·(1 − score).
      return store.search(request).matches().stream()
          .map(match -> new Hit(match.embedded().metadata().getString(ID), 4 * (1 - match.score())))
          .toList();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static TextSegment segment(Conversation conversation) {
    return TextSegment.from(
        conversation.text(), Metadata.from(Map.of(ID, conversation.id(), HELD_AT, conversation.heldAt().getEpochSecond())));
  }
}
