package dev.longrun.demo.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a simulated site answers. */
record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json;charset=UTF-8");

  static Answer json(int status, byte[] body) {
    return new Answer(status, JSON, body);
  }

  static Answer json(int status, String body) {
    return json(status, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }
}
