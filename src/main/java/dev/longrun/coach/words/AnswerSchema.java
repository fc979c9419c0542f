package dev.longrun.coach.words;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The JSON schema of an answer about one draft. It says no more than the grammar of llama.cpp honours: enum, pattern, numbers of
 * items and lengths; that no id comes twice is for the reader to see.
 */
final class AnswerSchema {
  static final int MOST_PARAGRAPHS = 5;
  static final int MOST_SEGMENTS = 6;
  static final int LONGEST_SAY = 160;

  /** Letters, blanks and plain punctuation: one sentence from a capital to its full stop. Flat, because nested repetitions make the grammar slow. */
  static final String SAY_PATTERN = "^[A-Z][A-Za-z ,'-]{6," + (LONGEST_SAY - 2) + "}[.!?]$";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AnswerSchema() {}

  /** @param says whether the model may use sentences of its own */
  static String of(Draft draft, boolean says) {
    ArrayNode kinds = JSON.arrayNode();
    for (Segment.Kind kind : List.of(Segment.Kind.FINDING, Segment.Kind.ADVICE, Segment.Kind.EXPLAIN)) {
      List<String> ids = draft.segments().stream().filter(segment -> segment.kind() == kind).map(Segment::id).toList();
      if (!ids.isEmpty()) {
        ArrayNode names = JSON.arrayNode();
        ids.forEach(names::add);
        kinds.add(object(key(kind), JSON.objectNode().put("type", "string").set("enum", names)));
      }
    }
    if (says) {
      kinds.add(object(key(Segment.Kind.SAY), JSON.objectNode().put("type", "string").put("pattern", SAY_PATTERN)));
    }
    ObjectNode segments = array(JSON.objectNode().set("anyOf", kinds), 1, MOST_SEGMENTS);
    ObjectNode paragraphs = array(object("segments", segments), draft.findings().size() < 3 ? 1 : 2, MOST_PARAGRAPHS);
    return write(object("paragraphs", paragraphs));
  }

  static String key(Segment.Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static ObjectNode array(ObjectNode items, int least, int most) {
    ObjectNode array = JSON.objectNode().put("type", "array").put("minItems", least).put("maxItems", most);
    array.set("items", items);
    return array;
  }

  private static ObjectNode object(String property, com.fasterxml.jackson.databind.JsonNode value) {
    ObjectNode object = JSON.objectNode().put("type", "object");
    object.set("properties", JSON.objectNode().set(property, value));
    object.set("required", JSON.arrayNode().add(property));
    return object.put("additionalProperties", false);
  }

  private static String write(ObjectNode schema) {
    try {
      return new ObjectMapper().writeValueAsString(schema);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("A schema of ours cannot be written", e);
    }
  }
}
