package dev.longrun.coach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.log.Timestamps;
import dev.longrun.quantity.Quantity;
import dev.longrun.report.SourceFreshness;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What an answer rests on, as JSON: how the question was read, findings with their facts, advice, sources, memories and model. No secrets. */
final class AnswerEvidence {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode root = JSON.createObjectNode();

  AnswerEvidence(Answer answer, LogView log, List<SourceFreshness> freshness) {
    root.put("longrun", AnswerEvidence.class.getPackage().getImplementationVersion());
    root.put("known_until", text(log.knownUntil()));
    root.put("read_as", answer.reading().how());
    ArrayNode asked = root.putArray("asked");
    answer.parts().forEach(part -> add(asked.addObject(), part.asked()));
    ArrayNode findings = root.putArray("findings");
    answer.findings().forEach(finding -> add(findings.addObject(), finding));
    ArrayNode advice = root.putArray("advice");
    answer.advice().forEach(each -> add(advice.addObject(), each));
    ArrayNode facts = root.putArray("facts");
    answer.facts().forEach(fact -> add(facts.addObject(), fact));
    ArrayNode sources = root.putArray("sources");
    freshness.forEach(
        source ->
            sources
                .addObject()
                .put("source", source.source().id())
                .put("connected", source.connected())
                .put("last_answered_at", Timestamps.of(source.lastAnsweredAt())));
    root.putArray("memories_used");
    root.putArray("memories_refused");
  }

  AnswerEvidence memories(Recollection recollection) {
    recollection.used().forEach(memory -> add("memories_used", memory, null));
    recollection.refused().forEach(refused -> add("memories_refused", refused.memory(), refused.reason()));
    if (recollection.trouble() != null) {
      root.put("memory_trouble", recollection.trouble());
    }
    return this;
  }

  AnswerEvidence model(String name) {
    root.put("model", name);
    return this;
  }

  /** The part that belongs to the model's words. */
  ObjectNode words() {
    return root.putObject("words");
  }

  String json() {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Evidence is plain data", e);
    }
  }

  private static void add(ObjectNode node, Asked asked) {
    node.put("topic", asked.topic().name().toLowerCase(Locale.ROOT)).put("confidence", asked.confidence());
    add(node, "period", asked.period());
    add(node, "other", asked.other());
    ArrayNode runs = node.putArray("runs");
    asked.runs().forEach(run -> runs.addObject().put("run_date", run.date()).put("run_no", run.no()));
    ArrayNode shoes = node.putArray("shoes");
    asked.shoes().forEach(shoes::add);
    node.put("distance_m", asked.distanceM()).put("duration_s", asked.durationS()).put("word", asked.word());
  }

  private static void add(ObjectNode node, String name, Period period) {
    if (period != null) {
      node.putObject(name).put("from", text(period.from())).put("to", text(period.to()));
    }
  }

  private static void add(ObjectNode node, Finding finding) {
    node.put("id", finding.id()).put("text", finding.text()).put("strength", finding.strength().name().toLowerCase(Locale.ROOT));
    node.put("importance", finding.importance()).put("wrong_if", finding.wrongIf());
    ArrayNode claims = node.putArray("claims");
    finding.claims().stream().map(claim -> claim.name().toLowerCase(Locale.ROOT)).sorted().forEach(claims::add);
    ArrayNode facts = node.putArray("facts");
    finding.facts().forEach(fact -> facts.add(fact.id()));
  }

  private static void add(ObjectNode node, Advice advice) {
    node.put("id", advice.id()).put("text", advice.text());
    ArrayNode reasons = node.putArray("reasons");
    advice.reasons().forEach(reasons::add);
    node.put("low", value(advice.low())).put("high", value(advice.high()));
  }

  private static void add(ObjectNode node, Fact fact) {
    node.put("id", fact.id()).put("thing", fact.thing()).put("aspect", fact.aspect());
    node.put("value", value(fact.quantity()));
    node.put("unit", fact.quantity() == null ? null : fact.quantity().unit().name().toLowerCase(Locale.ROOT));
    node.put("shown", fact.quantity() == null ? null : fact.quantity().shown());
    node.put("from", text(fact.from())).put("to", text(fact.to())).put("sample", fact.sample());
    node.put("known_until", text(fact.knownUntil())).put("note", fact.note()).put("query", fact.query());
  }

  private void add(String list, Memory.Candidate memory, String reason) {
    ObjectNode node = ((ArrayNode) root.get(list)).addObject();
    node.put("kind", memory.kind()).put("reference", memory.reference()).put("held_at", Timestamps.of(memory.heldAt()));
    node.put("distance", Double.isNaN(memory.distance()) ? null : memory.distance());
    if (reason != null) {
      node.put("reason", reason);
    }
  }

  private static Double value(Quantity quantity) {
    return quantity == null ? null : quantity.value();
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
