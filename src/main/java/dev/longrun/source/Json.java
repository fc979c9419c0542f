package dev.longrun.source;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.regex.Pattern;

/** JSON from outside, read leniently: keys may be absent, null or of another type, numbers may be floats. Thread-safe. */
public final class Json {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxNumberLength(100).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What sites send when they send a number as text. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");

  private Json() {}

  /** @throws UnusableAnswer when the bytes are not one whole JSON document */
  public static JsonNode tree(String site, byte[] bytes) {
    if (bytes.length == 0) {
      throw new UnusableAnswer(site + " sent an empty answer.");
    }
    try {
      JsonNode tree = MAPPER.readTree(bytes);
      if (tree == null || tree.isMissingNode()) {
        throw new UnusableAnswer(site + " sent an empty answer.");
      }
      return tree;
    } catch (IOException e) {
      throw new UnusableAnswer(site + " sent an answer that is cut off or not JSON (" + bytes.length + " bytes).", e);
    }
  }

  /** @throws UnusableAnswer when it is not a list: an error in another shape must not look like an empty one */
  public static JsonNode list(String site, JsonNode tree) {
    if (!tree.isArray()) {
      throw new UnusableAnswer(site + " sent something else than the list that it was asked for.");
    }
    return tree;
  }

  /** The finite number at the key, or null. */
  public static Double number(JsonNode object, String key) {
    return number(object.path(key));
  }

  /** The finite number that the value is or, sent as text, spells; else null. */
  public static Double number(JsonNode value) {
    double number;
    if (value.isNumber()) {
      number = value.doubleValue();
    } else if (value.isTextual() && NUMBER.matcher(value.textValue().strip()).matches()) {
      number = Double.parseDouble(value.textValue().strip());
    } else {
      return null;
    }
    return Double.isFinite(number) ? number : null;
  }

  /** The number at the first of the keys that has one, or null. */
  public static Double number(JsonNode object, String... keys) {
    for (String key : keys) {
      Double number = number(object, key);
      if (number != null) {
        return number;
      }
    }
    return null;
  }

  /** The text at the key, or null when there is none or it is blank. */
  public static String text(JsonNode object, String key) {
    JsonNode value = object.path(key);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue().strip() : null;
  }

  /** A whole number of any size as text (ids exceed 32 bits), or null. */
  public static String id(JsonNode object, String key) {
    JsonNode value = object.path(key);
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    if (value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue()) && Math.abs(value.doubleValue()) < 1L << 53) {
      return Long.toString(value.longValue());
    }
    return text(object, key);
  }
}
