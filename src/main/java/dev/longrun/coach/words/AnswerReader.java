package dev.longrun.coach.words;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads an answer strictly: JSON and nothing beside it, of the shape that was asked for. What it holds is not judged here, but an
 * unknown id is marked by a segment without a text.
 */
final class AnswerReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION).build();

  /** Longer than any answer after the schema. */
  private static final int LONGEST = 40_000;

  private final Map<String, Segment> known;

  AnswerReader(Draft draft) {
    this.known = draft.segments().stream().collect(Collectors.toMap(AnswerReader::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  List<Paragraph> read(String answer) throws Misread {
    if (answer == null || answer.isBlank()) {
      throw new Misread(Fault.EMPTY, "The answer was empty.");
    }
    if (answer.length() > LONGEST) {
      throw new Misread(Fault.ENDLESS_REPETITION, "The answer was far too long.");
    }
    JsonNode root = parsed(answer);
    if (root.has("properties") || root.has("$schema") || root.has("type") && root.has("required")) {
      throw new Misread(Fault.SCHEMA_ECHO, "The answer repeated the schema instead of following it.");
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    for (JsonNode paragraph : only(root, "paragraphs")) {
      List<Segment> segments = new ArrayList<>();
      for (JsonNode segment : only(paragraph, "segments")) {
        segments.add(segment(segment));
      }
      paragraphs.add(new Paragraph(segments));
    }
    if (paragraphs.stream().mapToInt(paragraph -> paragraph.segments().size()).sum() == 0) {
      throw new Misread(Fault.EMPTY, "The answer held no segment.");
    }
    if (repeats(paragraphs)) {
      throw new Misread(Fault.ENDLESS_REPETITION, "The answer said the same over and over.");
    }
    return paragraphs;
  }

  private static JsonNode parsed(String answer) throws Misread {
    try {
      return MAPPER.readTree(answer);
    } catch (JsonProcessingException e) {
      boolean cut = e instanceof com.fasterxml.jackson.core.io.JsonEOFException;
      throw new Misread(cut ? Fault.CUT_ANSWER : Fault.NOT_JSON, cut ? "The answer broke off." : "The answer was no JSON.");
    }
  }

  private static JsonNode only(JsonNode parent, String name) throws Misread {
    JsonNode array = parent.get(name);
    if (!parent.isObject() || parent.size() != 1 || array == null || !array.isArray()) {
      throw new Misread(Fault.WRONG_SHAPE, "The answer did not have the shape of the schema: a list \"" + name + "\" and nothing else.");
    }
    return array;
  }

  private Segment segment(JsonNode node) throws Misread {
    if (!node.isObject() || node.size() != 1 || !node.elements().next().isTextual()) {
      throw new Misread(Fault.WRONG_SHAPE, "A segment must be one of finding, advice, explain or say with a text.");
    }
    String key = node.fieldNames().next();
    String text = node.elements().next().textValue();
    if (key.equals(AnswerSchema.key(Segment.Kind.SAY))) {
      return new Segment(Segment.Kind.SAY, null, text);
    }
    for (Segment.Kind kind : Segment.Kind.values()) {
      if (key.equals(AnswerSchema.key(kind))) {
        return known.getOrDefault(name(new Segment(kind, text, null)), new Segment(kind, text, null));
      }
    }
    throw new Misread(Fault.WRONG_SHAPE, "A segment must be one of finding, advice, explain or say.");
  }

  private static String name(Segment segment) {
    return segment.kind() + " " + segment.id();
  }

  /** A sentence three times, or many more segments than different ones. */
  private static boolean repeats(List<Paragraph> paragraphs) {
    List<Segment> all = paragraphs.stream().flatMap(paragraph -> paragraph.segments().stream()).toList();
    Map<String, Long> says =
        all.stream().filter(Segment::isSay).collect(Collectors.groupingBy(say -> say.text().toLowerCase(Locale.ROOT), Collectors.counting()));
    return says.values().stream().anyMatch(count -> count > 2) || all.size() > 12 && all.stream().distinct().count() * 3 < all.size();
  }
}
