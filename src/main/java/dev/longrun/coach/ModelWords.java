package dev.longrun.coach;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.coach.findings.Explanation;
import dev.longrun.coach.findings.Explanations;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.words.Draft;
import dev.longrun.coach.words.WordReport;
import dev.longrun.coach.words.WordedPage;
import dev.longrun.coach.words.Wording;
import dev.longrun.log.Patience;
import dev.longrun.log.Sha256;
import dev.longrun.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The one model, asked for words while it is there and left alone for a while when it is away. Thread-safe. */
public final class ModelWords {
  private static final int MOST_EXPLANATIONS = 3;

  private final LanguageModel model;
  private final Supplier<Wording.Mode> mode;
  private final Clock clock;
  private final Patience patience;
  private final Settings.Ollama settings;
  private volatile String whyAway = "the model has been away.";

  /** @param mode what the model may do, asked before each page */
  public ModelWords(LanguageModel model, Settings.Ollama settings, Supplier<Wording.Mode> mode, Clock clock) {
    this.model = model;
    this.mode = mode;
    this.clock = clock;
    this.patience = new Patience(clock);
    this.settings = settings;
  }

  /** Whether there is a model at all. */
  public boolean isConfigured() {
    return !settings.isNone();
  }

  public String modelName() {
    return settings.model();
  }

  /** What went wrong when it was asked last. A sentence. */
  public String whyAway() {
    return whyAway;
  }

  /**
   * Blocks for as long as the model thinks.
   *
   * @return empty when it cannot be asked now
   * @throws StoppedWhileThinking when the program is told to stop meanwhile
   */
  public Optional<WordedPage> word(Draft draft) {
    if (!isConfigured() || !patience.mayTry()) {
      return Optional.empty();
    }
    try {
      WordedPage page = new Wording(model, settings.numCtx(), mode.get(), clock).word(draft);
      patience.wasThere();
      return Optional.of(page);
    } catch (ModelAway e) {
      whyAway = e.getMessage();
      patience.wasAway();
      return Optional.empty();
    }
  }

  /** Of the terms that the findings use. */
  static List<Explanation> explanations(List<Finding> findings) {
    String text = String.join(" ", findings.stream().map(Finding::text).toList()).toLowerCase(Locale.ROOT);
    return Explanations.all().stream().filter(each -> text.contains(each.title().toLowerCase(Locale.ROOT))).limit(MOST_EXPLANATIONS).toList();
  }

  /** How the words came about. */
  static void report(WordReport report, ObjectNode node) {
    node.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT)).put("prompt_sha256", Sha256.of(report.prompt().getBytes(StandardCharsets.UTF_8)));
    node.put("predicted_tokens", report.predictedTokens()).put("prompt_tokens", report.promptTokens()).put("answer_tokens", report.answerTokens());
    node.put("seconds", report.took().toMillis() / 1000.0).put("prompt_cut", report.promptCut());
    ArrayNode refused = node.putArray("refused");
    report.refusals().forEach(refusal -> refused.add(refusal.toString()));
    ArrayNode leftOut = node.putArray("left_out_of_prompt");
    report.leftOut().forEach(leftOut::add);
  }
}
