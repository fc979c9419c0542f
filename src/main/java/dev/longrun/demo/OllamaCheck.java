package dev.longrun.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.log.PlainText;
import dev.longrun.settings.Settings;
import dev.longrun.web.BoundedHttp;
import dev.longrun.web.Bounds;
import dev.longrun.web.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** Whether there is a language model to put the coach's words, told before anybody waits for it. */
public final class OllamaCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** A list of models has a few kilobytes. */
  private static final int LARGEST_BYTES = 4 * 1024 * 1024;

  private OllamaCheck() {}

  /** @return why there will be no words, as a sentence with a way out; empty when there will */
  public static Optional<String> whyNoWords(Settings.Ollama ollama) throws InterruptedException {
    if (ollama.isNone()) {
      return Optional.of("OLLAMA_MODEL=none.");
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create(ollama.url() + "/api/tags")).build();
    try {
      WebAnswer response = new BoundedHttp().send(request, Bounds.of(PATIENCE, LARGEST_BYTES));
      JsonNode models = new ObjectMapper().readTree(response.body()).path("models");
      if (response.status() != 200 || !models.isArray()) {
        return Optional.of("what answers at " + ollama.url() + " is no Ollama. OLLAMA_URL says where yours is.");
      }
      for (JsonNode model : models) {
        String name = model.path("name").asText();
        if (name.equals(ollama.model()) || name.equals(ollama.model() + ":latest")) {
          return Optional.empty();
        }
      }
      return Optional.of(
          "Ollama at %s does not have the model %s. Get it with: ollama pull %s"
              .formatted(ollama.url(), PlainText.line(ollama.model()), PlainText.line(ollama.model())));
    } catch (IOException e) {
      return Optional.of(
          "no Ollama answers at %s. Install it from ollama.com, then: ollama pull %s (OLLAMA_URL and OLLAMA_MODEL name others)."
              .formatted(ollama.url(), PlainText.line(ollama.model())));
    }
  }
}
