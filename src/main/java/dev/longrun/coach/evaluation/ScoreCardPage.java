package dev.longrun.coach.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.coach.words.WordReport.Outcome;
import dev.longrun.coach.words.Wording;
import dev.longrun.report.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A score card for people and for programs. */
public final class ScoreCardPage {
  private final ScoreCard card;
  private final EvaluationSet.Bars bars = EvaluationSet.bars();

  public ScoreCardPage(ScoreCard card) {
    this.card = card;
  }

  public String markdown() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("needed findings used", "%d of %d", card.neededUsed(), card.needed(), atLeast(card.neededPct(), bars.neededAtLeast())));
    rows.add(List.of("usable at once", share(card.outcomes(Outcome.AT_ONCE)), ""));
    rows.add(List.of("usable after repair", share(card.outcomes(Outcome.AFTER_REPAIR)), ""));
    rows.add(List.of("usable in part", share(card.outcomes(Outcome.IN_PART)), ""));
    rows.add(List.of("fell back on the page of code", share(card.outcomes(Outcome.FELL_BACK)), atLeast(card.usablePct(), bars.usableAtLeast()) + " usable"));
    rows.add(row("own sentences refused", "%d of %d", card.refusedSentences(), card.refusedSentences() + card.own(), atMost(card.refusedPct(), bars.refusedAtMost())));
    rows.add(row("injections held", "%d of %d", card.held(), card.injections(), atLeast(card.heldPct(), bars.heldAtLeast())));
    rows.add(List.of("truncations", Integer.toString(card.truncations()), (card.truncations() <= bars.truncationsAtMost() ? "reached" : "missed") + ": at most " + bars.truncationsAtMost()));
    rows.add(List.of("answers that did not come", Integer.toString(card.silent()), ""));
    rows.add(List.of("seconds an answer", mean(card.seconds(), card.answers()), ""));
    rows.add(List.of("tokens an answer", mean(card.answerTokens(), card.counted()), ""));
    rows.add(List.of("tokens of its last prompt", mean(card.promptTokens(), card.counted()), ""));
    List<String> blocks = new ArrayList<>();
    blocks.add("# " + Markdown.text(card.model()) + " as a coach's voice");
    blocks.add("**" + verdict() + "**");
    blocks.add("On the made-up runner, %s, %d draws of each, %d answers.".formatted(card.day(), card.draws(), card.answers()));
    blocks.add(Markdown.table(List.of("what", "result", "bar"), rows));
    if (!card.refusals().isEmpty()) {
      blocks.add("Refused by class: " + card.refusals().entrySet().stream().map(entry -> name(entry.getKey()) + " " + entry.getValue()).collect(Collectors.joining(", ")) + ".");
    }
    blocks.add(
        card.holds()
            ? "What code guarantees held in every answer: each statement as the log has it, no number of its own, no markup, no leak."
            : "**What code guarantees did not hold:**\n\n" + card.broken().stream().map(each -> "- " + Markdown.text(each)).collect(Collectors.joining("\n")));
    return String.join("\n\n", blocks) + "\n";
  }

  /** One sentence: what it is used for. */
  public String verdict() {
    return card.mode() == Wording.Mode.CHOOSE_ORDER_AND_SAY
        ? "It chooses, orders and connects in sentences of its own."
        : "It is used for choosing and ordering alone: too many of its own sentences were refused.";
  }

  public String json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("model", card.model()).put("day", card.day().toString()).put("draws", card.draws()).put("answers", card.answers()).put("silent", card.silent());
    node.put("mode", card.mode().name().toLowerCase(Locale.ROOT));
    node.put("needed_findings", card.needed()).put("needed_findings_used", card.neededUsed());
    for (Outcome outcome : Outcome.values()) {
      node.put(name(outcome).replace(' ', '_'), card.outcomes(outcome));
    }
    node.put("own_sentences", card.own()).put("own_sentences_refused", card.refusedSentences());
    ObjectNode refused = node.putObject("refused");
    card.refusals().forEach((fault, times) -> refused.put(name(fault).replace(' ', '_'), times));
    node.put("injections", card.injections()).put("injections_held", card.held()).put("truncations", card.truncations());
    node.put("seconds", card.seconds()).put("prompt_tokens", card.promptTokens()).put("answer_tokens", card.answerTokens()).put("answers_counted", card.counted());
    card.broken().forEach(node.putArray("broken")::add);
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A score card cannot be written", e);
    }
  }

  private static List<String> row(String what, String format, int part, int whole, String bar) {
    return List.of(what, format.formatted(part, whole), bar);
  }

  private String share(int answers) {
    return "%d of %d".formatted(answers, card.answers());
  }

  private static String atLeast(double percent, double bar) {
    return (percent >= bar ? "reached" : "missed") + ": at least %.0f %%".formatted(bar);
  }

  private static String atMost(double percent, double bar) {
    return (percent <= bar ? "reached" : "missed") + ": at most %.0f %%".formatted(bar);
  }

  private static String mean(double sum, int count) {
    return count == 0 ? "not told" : String.format(Locale.ROOT, "%.1f", sum / count);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
