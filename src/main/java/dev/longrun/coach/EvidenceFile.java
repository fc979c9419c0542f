package dev.longrun.coach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.log.Timestamps;
import dev.longrun.quantity.Quantity;
import dev.longrun.report.SourceFreshness;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What an answer or summary rests on, as JSON: findings with their facts, advice, runs and sources. No secrets are in any of it. */
public final class EvidenceFile {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode root = JSON.createObjectNode();

  /** @param knownUntil null: nothing is known */
  public EvidenceFile(LocalDate knownUntil) {
    root.put("longrun", EvidenceFile.class.getPackage().getImplementationVersion());
    root.put("known_until", text(knownUntil));
  }

  public EvidenceFile put(String name, String value) {
    root.put(name, value);
    return this;
  }

  /** A part of its own. */
  ObjectNode object(String name) {
    return root.putObject(name);
  }

  ArrayNode array(String name) {
    return root.putArray(name);
  }

  public EvidenceFile findings(List<Finding> findings) {
    ArrayNode all = root.putArray("findings");
    findings.forEach(finding -> add(all.addObject(), finding));
    return this;
  }

  public EvidenceFile advice(List<Advice> advice) {
    ArrayNode all = root.putArray("advice");
    advice.forEach(each -> add(all.addObject(), each));
    return this;
  }

  public EvidenceFile facts(List<Fact> facts) {
    ArrayNode all = root.putArray("facts");
    facts.forEach(fact -> add(all.addObject(), fact));
    return this;
  }

  public EvidenceFile runs(List<RunRow> runs) {
    ArrayNode all = root.putArray("runs");
    runs.forEach(run -> all.addObject().put("run_date", run.day().toString()).put("run_no", run.no()));
    return this;
  }

  public EvidenceFile sources(List<SourceFreshness> freshness) {
    ArrayNode all = root.putArray("sources");
    freshness.forEach(
        source ->
            all.addObject()
                .put("source", source.source().id())
                .put("connected", source.connected())
                .put("last_answered_at", Timestamps.of(source.lastAnsweredAt())));
    return this;
  }

  public String json() {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Evidence is plain data", e);
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

  private static Double value(Quantity quantity) {
    return quantity == null ? null : quantity.value();
  }

  static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
