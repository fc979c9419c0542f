package dev.longrun.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a site answered.
 *
 * @param headers names in any case
 * @param body empty when there was none
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
  public Answer {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = sorted;
  }

  /**
   * Of a message, as the routes have it.
   *
   * @param body null for none
   */
  public static Answer of(int status, Map<String, Object> headers, byte[] body) {
    Map<String, String> texts = new HashMap<>();
    headers.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return new Answer(status, texts, body == null ? new byte[0] : body);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Whether it is a web page: a login wall, a proxy's or Cloudflare's, never an answer of the site's interface. */
  public boolean isHtml() {
    return header("Content-Type").filter(type -> type.toLowerCase(java.util.Locale.ROOT).contains("html")).isPresent()
        || firstCharacter() == '<';
  }

  private char firstCharacter() {
    for (byte character : body) {
      if (!Character.isWhitespace(character)) {
        return (char) character;
      }
    }
    return 0;
  }
}
