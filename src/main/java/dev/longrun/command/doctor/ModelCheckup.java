package dev.longrun.command.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether Ollama is there and has the model, and how long an answer will take with it. */
final class ModelCheckup implements Checkup {
  private static final Duration TAGS_TIMEOUT = Duration.ofSeconds(10);

  /** Loading a model from a slow disk takes minutes; whoever asks the doctor does not wait for half an hour. */
  private static final Duration LONGEST_TRIAL = Duration.ofMinutes(5);

  /** What a question's prompt (facts, memories, instructions) and its answer usually have. */
  private static final int PROMPT_TOKENS = 2_500;

  private static final int ANSWER_TOKENS = 400;

  /** Long enough to time the reading of a prompt apart from the writing of the answer. */
  private static final String TRIAL =
      "You are a running coach. A runner ran 52 kilometres last week in five runs, the longest of them 21 kilometres at 5:20 per"
          + " kilometre with a heart rate of 148, and one session of six times one kilometre at 3:55 with two minutes of easy running"
          + " between. The week before it were 48 kilometres, and the week before that 50. The runner slept well, felt good on four of"
          + " five runs, and has a marathon in eleven weeks. In two sentences, what should the runner look after in the week to come?";

  private final Settings.Ollama ollama;
  private final Web web = new Web();

  ModelCheckup(Settings settings) {
    this.ollama = settings.ollama();
  }

  @Override
  public String title() {
    return "Language model";
  }

  @Override
  public List<Finding> findings() {
    if (ollama.isNone()) {
      return List.of(Finding.ok("There is none (OLLAMA_MODEL=none), and none is needed: answers and summaries are complete"));
    }
    List<Finding> findings = new ArrayList<>();
    try {
      JsonNode models = web.get(ollama.url(), "/api/tags", TAGS_TIMEOUT).path("models");
      findings.add(Finding.ok("Ollama answers at " + ollama.url()));
      if (!isPulled(models)) {
        findings.add(
            Finding.mend("Ollama has no model " + ollama.model() + ": ollama pull " + ollama.model() + " there, or set OLLAMA_MODEL to one it has"
                + names(models)));
      } else {
        findings.add(trial());
      }
    } catch (Web.NoAnswer e) {
      findings.add(
          Finding.mend("Ollama at " + ollama.url() + " " + e.getMessage()
              + ": start it (ollama serve) or set OLLAMA_URL. Until then answers and summaries come in our words alone"));
    }
    return findings;
  }

  /** A name without a tag means the tag latest. */
  private boolean isPulled(JsonNode models) {
    for (JsonNode model : models) {
      String name = model.path("name").asText(model.path("model").asText());
      if (name.equals(ollama.model()) || name.equals(ollama.model() + ":latest")) {
        return true;
      }
    }
    return false;
  }

  private static String names(JsonNode models) {
    List<String> names = new ArrayList<>();
    models.forEach(model -> names.add(model.path("name").asText()));
    return names.isEmpty() ? "" : " (" + String.join(", ", names.subList(0, Math.min(names.size(), 8))) + ")";
  }

  private Finding trial() {
    Duration timeout = ollama.timeout().compareTo(LONGEST_TRIAL) < 0 ? ollama.timeout() : LONGEST_TRIAL;
    Map<String, Object> request =
        Map.of(
            "model", ollama.model(),
            "stream", false,
            "messages", List.of(Map.of("role", "user", "content", TRIAL)),
            "options", Map.of("num_ctx", ollama.numCtx(), "num_predict", 64));
    long start = System.nanoTime();
    try {
      JsonNode answer = web.post(ollama.url(), "/api/chat", request, timeout);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (answer.path("message").path("content").asText("").isBlank()) {
        return Finding.mend(ollama.model() + " answers nothing; try it by hand: ollama run " + ollama.model());
      }
      return Finding.ok(
          String.format(Locale.ENGLISH, "%s answered a short question in %.1f s; %s", ollama.model(), seconds, prediction(answer)));
    } catch (Web.NoAnswer e) {
      return Finding.mend(
          ollama.model() + " " + e.getMessage() + " to a short question; it may be too large for this machine: choose a smaller OLLAMA_MODEL or"
              + " an OLLAMA_URL on a stronger one");
    }
  }

  /** From the two speeds Ollama reports: reading the prompt and writing the answer. */
  private String prediction(JsonNode answer) {
    double reading = speed(answer, "prompt_eval_count", "prompt_eval_duration");
    double writing = speed(answer, "eval_count", "eval_duration");
    if (Double.isNaN(reading) || Double.isNaN(writing)) {
      return "it does not say how fast it was";
    }
    double seconds = Math.min(PROMPT_TOKENS, ollama.numCtx()) / reading + ANSWER_TOKENS / writing;
    String late = seconds > ollama.timeout().toSeconds() ? ", longer than OLLAMA_TIMEOUT allows: raise it or choose a smaller model" : "";
    return seconds < 60
        ? String.format(Locale.ENGLISH, "expect about %.0f seconds per answer%s", Math.ceil(seconds), late)
        : String.format(Locale.ENGLISH, "expect about %.0f minutes per answer%s", Math.ceil(seconds / 60), late);
  }

  /** Tokens a second. */
  private static double speed(JsonNode answer, String count, String nanoseconds) {
    double tokens = answer.path(count).asDouble(0);
    double seconds = answer.path(nanoseconds).asDouble(0) / 1e9;
    return tokens > 0 && seconds > 0 ? tokens / seconds : Double.NaN;
  }
}
