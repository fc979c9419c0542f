package dev.longrun.coach.words;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.longrun.coach.LanguageModel;
import dev.longrun.coach.ModelAway;
import dev.longrun.coach.ModelReply;
import dev.longrun.coach.UnusableWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The wording of one page: at most two answers of the model, and what came of them. */
final class WordingTask {
  /** The longest answer after the schema that anybody would read; a model that goes on repeats itself. */
  private static final int MOST_ANSWER_TOKENS = 700;

  /** A refused answer and the reasons are sent along when the model is asked again. */
  private static final int REPAIR_TOKENS = 450;

  private final LanguageModel model;
  private final int numCtx;
  private final boolean says;
  private final Draft draft;
  private final Clock clock;
  private final Instant begun;
  private final List<Refusal> refusals = new ArrayList<>();
  private WordPrompt prompt;
  private List<String> sent = List.of();
  private Integer promptTokens;
  private Integer answerTokens;
  private boolean promptCut;

  WordingTask(LanguageModel model, int numCtx, boolean says, Clock clock, Draft draft) {
    this.model = model;
    this.numCtx = numCtx;
    this.says = says;
    this.draft = draft;
    this.clock = clock;
    this.begun = clock.instant();
  }

  WordedPage done() throws ModelAway {
    int room = numCtx - mostAnswerTokens() - REPAIR_TOKENS;
    prompt = WordPrompt.of(draft, says, room);
    if (draft.findings().isEmpty() || !prompt.fits(room)) {
      if (!draft.findings().isEmpty()) {
        refuse(Fault.CUT_PROMPT, "The findings do not fit into a context of " + numCtx + " tokens.");
      }
      return page(null, WordReport.Outcome.FELL_BACK);
    }
    List<ChatMessage> messages = new ArrayList<>(messages());
    String first = null;
    Arrangement arranged = null;
    try {
      first = ask(messages);
      arranged = read(first);
      if (arranged.refusals().isEmpty() && arranged.isEnough(prompt.draft())) {
        return page(arranged, WordReport.Outcome.AT_ONCE);
      }
    } catch (Misread e) {
      refusals.add(e.refusal());
    }
    return again(messages, first, arranged, room);
  }

  private WordedPage again(List<ChatMessage> messages, String first, Arrangement before, int room) throws ModelAway {
    if (promptCut) {
      // The count was wrong by so much that only a far shorter prompt is sure to be read whole.
      prompt = WordPrompt.of(draft, says, room / 2);
      messages = new ArrayList<>(messages());
    } else if (first != null && !first.isBlank() && before != null) {
      messages.add(AiMessage.from(first));
      messages.add(UserMessage.from(WordTexts.of("prompts/words-repair.md").replace("{{reasons}}", reasons(before))));
    }
    Arrangement after = null;
    try {
      after = read(ask(messages));
      if (after.refusals().isEmpty() && after.isEnough(prompt.draft())) {
        return page(after, WordReport.Outcome.AFTER_REPAIR);
      }
    } catch (Misread e) {
      refusals.add(e.refusal());
    }
    Arrangement best = better(before, after);
    if (best != null && best.isEnough(prompt.draft())) {
      return page(best, WordReport.Outcome.IN_PART);
    }
    refuse(Fault.TOO_LITTLE_LEFT, "Too little of the answer was left.");
    return page(null, WordReport.Outcome.FELL_BACK);
  }

  private static Arrangement better(Arrangement before, Arrangement after) {
    if (before == null || after == null) {
      return before == null ? after : before;
    }
    return after.fallen() <= before.fallen() ? after : before;
  }

  private Arrangement read(String answer) throws Misread {
    Arrangement arranged = Arrangement.of(new AnswerReader(prompt.draft()).read(answer), prompt.draft(), says);
    refusals.addAll(arranged.refusals());
    return arranged;
  }

  private String ask(List<ChatMessage> messages) throws ModelAway, Misread {
    sent = messages.stream().map(WordingTask::text).toList();
    promptTokens = null;
    ModelReply reply;
    try {
      reply = model.reply(messages, AnswerSchema.of(prompt.draft(), says), mostAnswerTokens());
    } catch (UnusableWords e) {
      throw new Misread(Fault.REFUSED_BY_MODEL, e.getMessage());
    }
    promptTokens = reply.promptTokens();
    if (reply.answerTokens() != null) {
      answerTokens = (answerTokens == null ? 0 : answerTokens) + reply.answerTokens();
    }
    if (TokenBudget.isCut(sent, promptTokens, reply.answerTokens(), numCtx)) {
      promptCut = true;
      throw new Misread(Fault.CUT_PROMPT, "The model did not read the whole prompt.");
    }
    if (reply.isCut()) {
      throw new Misread(Fault.CUT_ANSWER, "The answer grew too long and was cut off.");
    }
    return reply.text();
  }

  private List<ChatMessage> messages() {
    return List.of(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
  }

  private int mostAnswerTokens() {
    return Math.min(MOST_ANSWER_TOKENS, numCtx / 4);
  }

  private void refuse(Fault fault, String reason) {
    refusals.add(new Refusal(fault, null, reason));
  }

  private static String reasons(Arrangement arranged) {
    return arranged.refusals().isEmpty()
        ? "- It leaves out nearly everything."
        : arranged.refusals().stream().limit(5).map(refusal -> "- \"" + WordingTask.quoted(refusal.text()) + "\": " + refusal.reason()).collect(Collectors.joining("\n"));
  }

  private static String quoted(String text) {
    return text == null ? "" : text.length() <= 160 ? text : text.substring(0, 160);
  }

  private static String text(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return system.text();
    }
    return message instanceof UserMessage user ? user.singleText() : ((AiMessage) message).text();
  }

  private WordedPage page(Arrangement arranged, WordReport.Outcome outcome) {
    WordReport report =
        new WordReport(
            outcome,
            refusals,
            prompt.leftOut(),
            String.join("\n\n", sent),
            TokenBudget.predicted(sent),
            promptTokens,
            answerTokens,
            Duration.between(begun, clock.instant()),
            promptCut);
    return new WordedPage(arranged == null ? List.of() : arranged.paragraphs(), report);
  }
}
