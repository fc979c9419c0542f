package dev.longrun.demo.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulated site is asked.
 *
 * @param parameters of the query, or of the form of a POST
 * @param authorization the header's value, empty when there is none
 */
record Request(String method, String path, Map<String, String> parameters, String authorization, String body) {

  static Request of(String method, String path, String rawQuery, String authorization, String body) {
    Map<String, String> parameters = form(rawQuery);
    if (method.equals("POST") && !body.startsWith("{")) {
      parameters.putAll(form(body));
    }
    return new Request(method, path, parameters, authorization, body);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** @throws NumberFormatException for anything but a whole number */
  int number(String name, int otherwise) {
    return parameter(name).map(Integer::parseInt).orElse(otherwise);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
