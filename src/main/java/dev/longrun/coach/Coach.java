package dev.longrun.coach;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.longrun.log.Patience;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Has the model word what the facts say, and lets no number through that comes from nowhere. Thread-safe. */
public final class Coach {
  private final LanguageModel model;
  private final Patience patience;
  private volatile String whyAway = "the model has been away.";

  public Coach(LanguageModel model, Clock clock) {
    this.model = model;
    this.patience = new Patience(clock);
  }

  String modelName() {
    return model.name();
  }

  /** False for a while after the model was away. */
  boolean mayAsk() {
    return patience.mayTry();
  }

  /** Why the model cannot be asked now: what went wrong when it was asked last. A sentence. */
  String whyAway() {
    return whyAway;
  }

  static String systemText() {
    return Texts.of("prompts/system.md");
  }

  /**
   * Asks, and once more when numbers are untraceable; what is untraceable then is left out.
   *
   * @throws UnusableWords when nothing is left
   */
  GatedWords word(String prompt, NumberGate gate) throws ModelAway, UnusableWords {
    List<ChatMessage> messages = new ArrayList<>(List.of(SystemMessage.from(systemText()), UserMessage.from(prompt)));
    String words = ask(messages);
    Set<String> untraceable = gate.untraceable(words);
    if (!untraceable.isEmpty()) {
      messages.add(AiMessage.from(words));
      messages.add(UserMessage.from(Texts.of("prompts/repair.md").replace("{{numbers}}", String.join(", ", untraceable))));
      words = ask(messages);
    }
    GatedWords gated = gate.drop(words);
    if (gated.text().isBlank()) {
      throw new UnusableWords(
          "The model's answer rested on numbers that the log does not know: " + String.join(", ", gated.numbers()) + ".");
    }
    return gated;
  }

  private String ask(List<ChatMessage> messages) throws ModelAway, UnusableWords {
    try {
      String words = ModelMarkdown.harmless(model.answer(messages));
      patience.wasThere();
      if (words.isBlank()) {
        throw new UnusableWords("The model's answer was empty.");
      }
      return words;
    } catch (ModelAway e) {
      whyAway = e.getMessage();
      patience.wasAway();
      throw e;
    }
  }
}
