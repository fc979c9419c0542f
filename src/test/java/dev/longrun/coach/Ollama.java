package dev.longrun.coach;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;

/** A site on loopback that speaks Ollama's documented /api/chat and says what a test wants to hear. */
public final class Ollama implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WireMockServer server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  public Ollama() {
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Forgets every answer and every request. */
  public void reset() {
    server.resetAll();
  }

  public Ollama says(String words) {
    return says(words, "stop");
  }

  public Ollama says(String words, String doneReason) {
    answers(chat(words, doneReason));
    return this;
  }

  public Ollama saysFirstThen(String first, String then) {
    server.stubFor(
        post(urlPathEqualTo("/api/chat"))
            .inScenario("asked")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(chat(first, "stop"))
            .willSetStateTo("again"));
    server.stubFor(post(urlPathEqualTo("/api/chat")).inScenario("asked").whenScenarioStateIs("again").willReturn(chat(then, "stop")));
    return this;
  }

  /** Whatever comes back to a request that the real server would accept; it refuses others as the real one does. */
  public void answers(ResponseDefinitionBuilder response) {
    server.stubFor(post(urlPathEqualTo("/api/chat")).atPriority(9).willReturn(aResponse().withStatus(400).withBody("{\"error\":\"bad request\"}")));
    server.stubFor(
        post(urlPathEqualTo("/api/chat"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(matchingJsonPath("$.model"))
            .withRequestBody(matchingJsonPath("$[?(@.stream == false)]"))
            .withRequestBody(matchingJsonPath("$.options.num_ctx"))
            .withRequestBody(matchingJsonPath("$.messages[0][?(@.role == 'system')]"))
            .willReturn(response));
  }

  public void stop() {
    server.stop();
  }

  public int calls() {
    return server.countRequestsMatching(postRequestedFor(urlPathEqualTo("/api/chat")).build()).getCount();
  }

  /** The bodies of all calls, in order. */
  public List<JsonNode> requests() {
    return server.findAll(postRequestedFor(urlPathEqualTo("/api/chat"))).stream().map(LoggedRequest::getBodyAsString).map(Ollama::json).toList();
  }

  /** What the runner's side of the last call said. */
  public String lastPrompt() {
    List<JsonNode> requests = requests();
    return requests.get(requests.size() - 1).path("messages").path(1).path("content").asText();
  }

  public static ResponseDefinitionBuilder chat(String words, String doneReason) {
    try {
      return aResponse()
          .withHeader("Content-Type", "application/json; charset=utf-8")
          .withBody(
              JSON.writeValueAsString(
                  Map.of(
                      "model", "gemma3:12b",
                      "created_at", "2026-11-23T06:00:00.000000Z",
                      "message", Map.of("role", "assistant", "content", words),
                      "done", true,
                      "done_reason", doneReason,
                      "total_duration", 5_000_000_000L,
                      "prompt_eval_count", 900,
                      "prompt_eval_duration", 3_000_000_000L,
                      "eval_count", 40,
                      "eval_duration", 2_000_000_000L)));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("The program sent something that is no JSON: " + body, e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
