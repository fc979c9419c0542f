package dev.longrun.coach;

import dev.longrun.log.Patience;
import dev.longrun.log.Database;
import dev.longrun.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the earlier conversations that a question reminds of. SQLite holds them; vectors are made here when first needed, and the
 * vector store is an index that is made again whenever it has lost something. Thread-safe.
 */
public final class Memory {
  private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
  private static final Duration FOLLOW_UP = Duration.ofHours(24);
  private static final int AT_ONCE = 100;

  private final Conversations conversations;
  private final Embedder embedder;
  private final MemoryIndex index;
  private final MemoryRules rules;
  private final Patience patience;
  private boolean compared;

  /** @param distance squared Euclidean distance to the question; NaN when it is here only as the last question */
  record Candidate(String kind, String reference, Instant heldAt, String question, String shortAnswer, double distance) {
    boolean isSummary() {
      return !kind.equals("question");
    }

    boolean isSame(Candidate other) {
      return kind.equals(other.kind) && reference.equals(other.reference);
    }

    /** The same question asked another time; of no summary. */
    boolean repeats(Candidate other) {
      return question != null && other.question != null && !isSame(other) && SameQuestion.is(question, other.question);
    }
  }

  public Memory(Settings settings, Database database) {
    this(
        settings,
        new Conversations(database, settings.clock()),
        new Embedder(settings.home().resolve("models")),
        indexFor(settings));
  }

  Memory(Settings settings, Conversations conversations, Embedder embedder, MemoryIndex index) {
    Settings.Memory memory = settings.memory();
    this.conversations = conversations;
    this.embedder = embedder;
    this.index = index;
    this.patience = new Patience(settings.clock());
    this.rules = new MemoryRules(Duration.ofDays(memory.windowDays()), memory.topK(), memory.maxDistance());
  }

  /** Forgets every conversation, because some of them hold what may no longer be remembered. The index follows. */
  public static void forgetEverything(Database database) {
    database.writing().useTransaction(handle -> handle.execute("delete from conversation"));
  }

  private static MemoryIndex indexFor(Settings settings) {
    return settings
        .memory()
        .chromaUrl()
        .<MemoryIndex>map(url -> new ChromaIndex(url, ChromaIndex.collectionOf(settings.home())))
        .orElseGet(EmbeddedIndex::new);
  }

  /** What to remember for a question; a memory that cannot be asked says so and hurts nobody. */
  synchronized Recollection recall(String question, Instant askedAt) {
    Instant from = askedAt.minus(rules.window());
    Map<String, Conversation> held =
        conversations.between(from, askedAt).stream().collect(Collectors.toMap(Conversation::id, Function.identity()));
    Optional<Conversation> last = conversations.lastQuestion(askedAt.minus(FOLLOW_UP), askedAt);
    if (held.isEmpty() && last.isEmpty()) {
      return Recollection.NOTHING;
    }
    try {
      index();
      List<MemoryIndex.Hit> hits = index.nearest(embedder.embed(question), from, askedAt);
      List<Candidate> candidates =
          hits.stream()
              .filter(hit -> held.containsKey(hit.id()))
              .map(hit -> candidate(held.get(hit.id()), hit.distance()))
              .toList();
      Optional<Candidate> lastCandidate =
          last.map(
              conversation ->
                  candidates.stream()
                      .filter(candidate -> candidate.isSame(candidate(conversation, Double.NaN)))
                      .findFirst()
                      .orElseGet(() -> candidate(conversation, Double.NaN)));
      return rules.choose(candidates, lastCandidate, askedAt);
    } catch (MemoryAway e) {
      compared = false;
      LOG.warn("Answering without memory: {}", e.getMessage());
      return Recollection.impossible(e.getMessage());
    }
  }

  /** Makes the vectors that are missing and puts what the index lacks into it; what cannot be done now is done later. */
  public synchronized void catchUp() {
    boolean behind = !conversations.withoutVector(Embedder.MODEL).isEmpty() || !conversations.notIndexed(1).isEmpty();
    if ((compared && !behind) || !patience.mayTry()) {
      return;
    }
    try {
      index();
      patience.wasThere();
    } catch (MemoryAway e) {
      compared = false;
      patience.wasAway();
      LOG.warn("The memory's index is behind: {}", e.getMessage());
    }
  }

  private void index() throws MemoryAway {
    for (Conversation conversation : conversations.withoutVector(Embedder.MODEL)) {
      conversations.keepVector(conversation, embedder.embed(conversation.text()), Embedder.MODEL);
    }
    if (!compared) {
      // A store of more than there is remembers what was to be forgotten.
      if (index.size() > conversations.count()) {
        index.clear();
      }
      // A store that was emptied, or is new in this process, has fewer than we put in.
      if (index.size() < conversations.countIndexed()) {
        conversations.forgetIndex();
      }
      compared = true;
    }
    for (List<Conversation> some = conversations.notIndexed(AT_ONCE); !some.isEmpty(); some = conversations.notIndexed(AT_ONCE)) {
      index.put(some);
      conversations.indexed(some);
    }
  }

  private static Candidate candidate(Conversation conversation, double distance) {
    return new Candidate(
        conversation.kind(),
        conversation.reference(),
        conversation.heldAt(),
        conversation.question(),
        conversation.shortAnswer(),
        distance);
  }
}
