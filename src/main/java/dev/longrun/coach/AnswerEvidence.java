package dev.longrun.coach;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.health.RedFlag;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.log.Timestamps;
import dev.longrun.report.SourceFreshness;
import java.util.List;
import java.util.Locale;

/** What an answer rests on: how the question was read, and besides what every {@link EvidenceFile} says the memories and the model. */
final class AnswerEvidence {
  private final EvidenceFile file;

  AnswerEvidence(Answer answer, LogView log, List<SourceFreshness> freshness) {
    this.file = new EvidenceFile(log.knownUntil()).put("read_as", answer.reading().how());
    ArrayNode asked = file.array("asked");
    answer.parts().forEach(part -> add(asked.addObject(), part.asked()));
    file.findings(answer.findings()).advice(answer.advice()).facts(answer.facts()).sources(freshness);
  }

  AnswerEvidence memories(Recollection recollection) {
    ArrayNode used = file.array("memories_used");
    recollection.used().forEach(memory -> add(used.addObject(), memory));
    ArrayNode refusedOnes = file.array("memories_refused");
    recollection.refused().forEach(refused -> add(refusedOnes.addObject(), refused.memory()).put("reason", refused.reason()));
    if (recollection.trouble() != null) {
      file.put("memory_trouble", recollection.trouble());
    }
    return this;
  }

  AnswerEvidence redFlags(List<RedFlag> flags) {
    ArrayNode ids = file.array("red_flags");
    flags.forEach(flag -> ids.add(flag.id()));
    return this;
  }

  AnswerEvidence model(String name) {
    file.put("model", name);
    return this;
  }

  /** The part that belongs to the model's words. */
  ObjectNode words() {
    return file.object("words");
  }

  String json() {
    return file.json();
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
      node.putObject(name).put("from", EvidenceFile.text(period.from())).put("to", EvidenceFile.text(period.to()));
    }
  }

  private static ObjectNode add(ObjectNode node, Memory.Candidate memory) {
    return node.put("kind", memory.kind())
        .put("reference", memory.reference())
        .put("held_at", Timestamps.of(memory.heldAt()))
        .put("distance", Double.isNaN(memory.distance()) ? null : memory.distance());
  }
}
