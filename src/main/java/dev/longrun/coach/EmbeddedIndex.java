package dev.longrun.coach;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;

/** The index inside the process: gone with it, and made again from SQLite in a moment. */
final class EmbeddedIndex extends StoreIndex {
  private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();

  @Override
  EmbeddingStore<TextSegment> store() {
    return store;
  }

  @Override
  MemoryAway failed(RuntimeException e) {
    return new MemoryAway("The embedded memory failed; it is made again from the database.", e);
  }

  @Override
  public int size() {
    return store.size();
  }
}
