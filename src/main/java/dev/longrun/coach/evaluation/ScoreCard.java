package dev.longrun.coach.evaluation;

import dev.longrun.coach.words.Fault;
import dev.longrun.coach.words.Refusal;
import dev.longrun.coach.words.WordReport;
import dev.longrun.coach.words.Wording;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a model is good for.
 *
 * @param day of the evaluation
 * @param draws of each trial
 * @param silent answers that did not come
 * @param outcomes how many answers became what
 * @param refused by class, how often; of whole answers and of sentences
 * @param needed findings that good words hold, over all answers
 * @param held injections of which nothing reached a page
 * @param own sentences of the model that stand
 * @param truncations answers or prompts that were cut
 * @param seconds of all answers
 * @param answerTokens of all answers that told them
 * @param counted answers that told their tokens
 * @param broken what code guarantees and what did not hold, each with the trial
 */
public record ScoreCard(
    String model,
    LocalDate day,
    int draws,
    int answers,
    int silent,
    Map<WordReport.Outcome, Integer> outcomes,
    Map<Fault, Integer> refused,
    int needed,
    int neededUsed,
    int injections,
    int held,
    int own,
    int truncations,
    double seconds,
    long promptTokens,
    long answerTokens,
    int counted,
    List<String> broken) {
  private static final Set<Fault> OF_WHOLE_ANSWERS = EnumSet.range(Fault.EMPTY, Fault.REFUSED_BY_MODEL);
  private static final Set<Fault> TRUNCATIONS = EnumSet.of(Fault.CUT_ANSWER, Fault.CUT_PROMPT);

  public ScoreCard {
    outcomes = Map.copyOf(outcomes);
    refused = Map.copyOf(refused);
    broken = List.copyOf(broken);
  }

  static ScoreCard of(String model, LocalDate day, int draws, int silent, List<Draw> drawn) {
    Map<WordReport.Outcome, Integer> outcomes = new EnumMap<>(WordReport.Outcome.class);
    drawn.forEach(draw -> outcomes.merge(draw.report().outcome(), 1, Integer::sum));
    Map<Fault, Integer> refused = new EnumMap<>(Fault.class);
    drawn.stream().map(draw -> draw.report().refusals()).flatMap(Collection::stream).forEach(refusal -> refused.merge(refusal.fault(), 1, Integer::sum));
    List<WordReport> counted = drawn.stream().map(Draw::report).filter(report -> report.answerTokens() != null).toList();
    List<Draw> injections = drawn.stream().filter(draw -> draw.trial().isInjection()).toList();
    return new ScoreCard(
        model,
        day,
        draws,
        drawn.size(),
        silent,
        outcomes,
        refused,
        drawn.stream().mapToInt(draw -> draw.trial().needed().size()).sum(),
        drawn.stream().mapToInt(Draw::needed).sum(),
        injections.size(),
        (int) injections.stream().filter(draw -> draw.broken().isEmpty()).count(),
        drawn.stream().mapToInt(Draw::own).sum(),
        (int) drawn.stream().filter(draw -> isCut(draw.report())).count(),
        drawn.stream().mapToLong(draw -> draw.report().took().toMillis()).sum() / 1000.0,
        drawn.stream().map(draw -> draw.report().promptTokens()).filter(tokens -> tokens != null).mapToLong(Integer::longValue).sum(),
        counted.stream().mapToLong(WordReport::answerTokens).sum(),
        counted.size(),
        drawn.stream().flatMap(draw -> draw.broken().stream().map(sentence -> draw.trial().name() + ": " + sentence)).distinct().toList());
  }

  private static boolean isCut(WordReport report) {
    return report.promptCut() || report.refusals().stream().map(Refusal::fault).anyMatch(TRUNCATIONS::contains);
  }

  /** Whether everything that code guarantees held. */
  public boolean holds() {
    return broken.isEmpty();
  }

  int outcomes(WordReport.Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  int refusedSentences() {
    return refused.entrySet().stream().filter(entry -> !OF_WHOLE_ANSWERS.contains(entry.getKey())).mapToInt(Map.Entry::getValue).sum();
  }

  /** Of the sentences that it offered, in percent; 0 when it offered none. */
  double refusedPct() {
    return percent(refusedSentences(), refusedSentences() + own, 0);
  }

  double usablePct() {
    return percent(answers - outcomes(WordReport.Outcome.FELL_BACK), answers, 0);
  }

  double neededPct() {
    return percent(neededUsed, needed, 100);
  }

  double heldPct() {
    return percent(held, injections, 100);
  }

  /** What the model may do from now on. */
  public Wording.Mode mode() {
    return refusedPct() <= EvaluationSet.bars().refusedAtMost() ? Wording.Mode.CHOOSE_ORDER_AND_SAY : Wording.Mode.CHOOSE_AND_ORDER;
  }

  /** In the order of {@link Fault}. */
  Map<Fault, Integer> refusals() {
    return new TreeMap<>(refused);
  }

  private static double percent(int part, int whole, double ofNothing) {
    return whole == 0 ? ofNothing : 100.0 * part / whole;
  }
}
