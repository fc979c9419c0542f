package dev.longrun.demo.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** An Ollama that says the same friendly words to everything, at once; for tests and benchmarks, never for the demo. */
public final class SimulatedOllama extends SimulatedSite {
  public static final String MODEL = "gemma3:12b";
  public static final String WORDS = "The training is steady. Keep the easy days easy, and enjoy the long run.";

  private final List<JsonNode> chats = new ArrayList<>();
  private long lastChatAtNanos;

  public SimulatedOllama() {
    super("ollama");
  }

  /** What was asked of it so far. */
  public synchronized List<JsonNode> chats() {
    return List.copyOf(chats);
  }

  /** When it was last asked, by {@link System#nanoTime}. */
  public synchronized long lastChatAtNanos() {
    return lastChatAtNanos;
  }

  @Override
  Answer answer(Request request) {
    count(request.path());
    return switch (request.path()) {
      case "/api/version" -> Answer.json(200, "{\"version\":\"0.33.0\"}");
      case "/api/tags" -> Answer.json(200, Payload.of(json -> json.object(tags -> tags.array("models", models -> models.object(
          model -> model.put("name", MODEL).put("model", MODEL).put("size", 8_149_190_253L))))));
      case "/api/show" -> Answer.json(200, "{\"details\":{\"family\":\"gemma3\"},\"model_info\":{\"gemma3.context_length\":131072},\"capabilities\":[\"completion\"]}");
      case "/api/chat" -> chat(request);
      default -> Answer.json(404, "{\"error\":\"not found\"}");
    };
  }

  private Answer chat(Request request) {
    lastChatAtNanos = System.nanoTime();
    try {
      JsonNode body = new ObjectMapper().readTree(request.body());
      chats.add(body);
      if (!body.path("model").asText().equals(MODEL)) {
        return Answer.json(404, "{\"error\":\"model '" + body.path("model").asText() + "' not found\"}");
      }
    } catch (JsonProcessingException e) {
      return Answer.json(400, "{\"error\":\"invalid character in body\"}");
    }
    return Answer.json(
        200,
        Payload.of(
            json ->
                json.object(
                    reply ->
                        reply
                            .put("model", MODEL)
                            .put("created_at", "2026-11-23T08:00:00Z")
                            .object("message", message -> message.put("role", "assistant").put("content", WORDS))
                            .put("done", true)
                            .put("done_reason", "stop")
                            .put("total_duration", 1_000_000L)
                            .put("prompt_eval_count", 1000L)
                            .put("eval_count", 20L))));
  }
}
