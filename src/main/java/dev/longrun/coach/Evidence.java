package dev.longrun.coach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Timestamps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What one answer or summary rests on, as JSON: facts, memories, sources, model and prompt. No secrets are in any of it. */
final class Evidence {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode root = JSON.createObjectNode();

  Evidence(FactSheet sheet) {
    root.put("longrun", Evidence.class.getPackage().getImplementationVersion());
    ArrayNode facts = root.putArray("facts");
    for (Fact fact : sheet.facts()) {
      ObjectNode node = facts.addObject();
      node.put("id", fact.id()).put("label", fact.label()).put("value", fact.value()).put("unit", fact.unit());
      node.put("period", fact.period()).put("sample", fact.sample()).put("note", fact.note()).put("query", fact.query());
    }
    ArrayNode runs = root.putArray("runs");
    sheet.runs().forEach(run -> runs.addObject().put("run_date", run.day().toString()).put("run_no", run.runNo()));
    ArrayNode sources = root.putArray("sources");
    sheet
        .freshness()
        .forEach(
            source ->
                sources
                    .addObject()
                    .put("source", source.source().id())
                    .put("connected", source.connected())
                    .put("last_answered_at", Timestamps.of(source.lastAnsweredAt())));
    root.putArray("memories_used");
    root.putArray("memories_refused");
  }

  Evidence memories(Recollection recollection) {
    recollection.used().forEach(memory -> add("memories_used", memory, null));
    recollection.refused().forEach(refused -> add("memories_refused", refused.memory(), refused.reason()));
    if (recollection.trouble() != null) {
      root.put("memory_trouble", recollection.trouble());
    }
    return this;
  }

  /** @param prompt null: the model was not asked */
  Evidence words(String model, String prompt, List<String> leftOutOfPrompt, GatedWords words) {
    root.put("model", model);
    if (prompt != null) {
      root.put("prompt_sha256", sha256(Coach.systemText() + "\n" + prompt));
      leftOutOfPrompt.forEach(root.putArray("left_out_of_prompt")::add);
    }
    if (words != null) {
      root.put("sentences_left_out", words.dropped());
      words.numbers().forEach(root.putArray("numbers_left_out")::add);
    }
    return this;
  }

  String json() {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Evidence is plain data", e);
    }
  }

  private void add(String list, Memory.Candidate memory, String reason) {
    ObjectNode node = ((ArrayNode) root.get(list)).addObject();
    node.put("kind", memory.kind()).put("reference", memory.reference()).put("held_at", Timestamps.of(memory.heldAt()));
    node.put("distance", Double.isNaN(memory.distance()) ? null : memory.distance());
    if (reason != null) {
      node.put("reason", reason);
    }
  }

  static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
