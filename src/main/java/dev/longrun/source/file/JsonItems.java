package dev.longrun.source.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.longrun.source.Json;
import java.io.IOException;

/** Takes one item after the other out of a JSON document that may be larger than the memory. */
final class JsonItems {
  private JsonItems() {}

  /**
   * Reads the value that the parser stands at.
   *
   * @throws UnusableFile when it is larger than any activity
   */
  static JsonNode item(JsonParser parser) throws IOException {
    long start = parser.currentLocation().getByteOffset();
    int depth = 0;
    try (TokenBuffer buffer = new TokenBuffer(parser)) {
      JsonToken token = parser.currentToken();
      while (token != null) {
        buffer.copyCurrentEvent(parser);
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 0) {
          break;
        }
        if (parser.currentLocation().getByteOffset() - start > Limits.LISTED_ACTIVITY_BYTES) {
          throw new UnusableFile("The list has an item of more than 1 MiB, which no activity needs.");
        }
        token = parser.nextToken();
      }
      return Json.MAPPER.readTree(buffer.asParser(Json.MAPPER));
    }
  }
}
