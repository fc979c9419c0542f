package dev.longrun.coach;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.longrun.log.PlainText;
import dev.longrun.log.Reason;
import dev.longrun.settings.Settings;
import dev.longrun.web.AnswerTooLarge;
import dev.longrun.web.BoundedModelHttp;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The model of a local Ollama, asked through LangChain4j; nothing is connected before the first question. Thread-safe. */
public final class OllamaModel implements LanguageModel, AutoCloseable {
  /** Questions come in groups; reading eight gigabytes from disk again for each takes longer than answering. */
  private static final int KEEP_ALIVE_SECONDS = 600;

  /** The coach words facts, it does not invent: little randomness, though not none, or an unusable answer would come again. */
  private static final double TEMPERATURE = 0.3;

  private final Settings.Ollama settings;
  private OllamaChatModel model;
  private Thread asking;
  private boolean stopped;

  public OllamaModel(Settings.Ollama settings) {
    this.settings = settings;
  }

  /** How many tokens an answer may have: room is left for the prompt in a small context. */
  static int answerTokens(int numCtx) {
    return Math.min(1024, numCtx / 4);
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public String answer(List<ChatMessage> messages) throws ModelAway, UnusableWords {
    ChatResponse response = ask(ChatRequest.builder().messages(messages).build());
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    if (response.finishReason() == FinishReason.LENGTH) {
      throw new UnusableWords("The model's answer was cut off because it grew too long.");
    }
    if (text == null || withoutThoughts(text).isBlank()) {
      throw new UnusableWords("The model's answer was empty.");
    }
    return withoutThoughts(text);
  }

  @Override
  public ModelReply reply(List<ChatMessage> messages, String jsonSchema, int mostTokens) throws ModelAway, UnusableWords {
    JsonSchema schema = JsonSchema.builder().name("answer").rootElement(JsonRawSchema.from(jsonSchema)).build();
    ChatResponse response =
        ask(
            ChatRequest.builder()
                .messages(messages)
                .responseFormat(ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build())
                .maxOutputTokens(Math.min(mostTokens, answerTokens(settings.numCtx())))
                .build());
    String text = response.aiMessage() == null || response.aiMessage().text() == null ? "" : withoutThoughts(response.aiMessage().text());
    TokenUsage usage = response.tokenUsage();
    return new ModelReply(
        text,
        response.finishReason() == FinishReason.LENGTH,
        usage == null ? null : usage.inputTokenCount(),
        usage == null ? null : usage.outputTokenCount());
  }

  private ChatResponse ask(ChatRequest request) throws ModelAway, UnusableWords {
    begin();
    try {
      return model().chat(request);
    } catch (RuntimeException e) {
      throw explained(e);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (stopped) {
      throw new StoppedWhileThinking(null);
    }
    asking = Thread.currentThread();
  }

  private synchronized void end() {
    asking = null;
    if (stopped) {
      // The interruption was meant for the call alone: what the caller still has to put away is put away.
      Thread.interrupted();
    }
  }

  /** Ends the call under way, however long the model would still think, and lets no other begin. */
  @Override
  public synchronized void close() {
    stopped = true;
    if (asking != null) {
      asking.interrupt();
    }
  }

  // Some models think aloud although they are told not to.
  private static String withoutThoughts(String text) {
    return text.replaceAll("(?s)<think>.*?</think>", "").replaceAll("(?s)^.*</think>", "").strip();
  }

  private synchronized OllamaChatModel model() {
    if (model == null) {
      model =
          OllamaChatModel.builder()
              .httpClientBuilder(new BoundedModelHttp.Builder().readTimeout(settings.timeout()))
              .baseUrl(settings.url().toString())
              .modelName(settings.model())
              .temperature(TEMPERATURE)
              .numCtx(settings.numCtx())
              .numPredict(answerTokens(settings.numCtx()))
              // Thinking would use up the tokens of the answer.
              .think(false)
              // The next beat is the retry.
              .maxRetries(0)
              .defaultRequestParameters(OllamaChatRequestParameters.builder().keepAlive(KEEP_ALIVE_SECONDS).build())
              .build();
    }
    return model;
  }

  private ModelAway explained(RuntimeException e) throws UnusableWords {
    if (Thread.currentThread().isInterrupted() || causes(e).anyMatch(OllamaModel::isInterruption)) {
      Thread.currentThread().interrupt();
      throw new StoppedWhileThinking(e);
    }
    String where = "Ollama at " + settings.url();
    if (e instanceof ModelNotFoundException) {
      return new ModelAway(where + " does not have the model; fetch it with: ollama pull " + settings.model(), e);
    }
    if (e instanceof TimeoutException) {
      return new ModelAway(where + " did not answer within " + readable(settings.timeout()) + " (OLLAMA_TIMEOUT).", e);
    }
    if (e instanceof RateLimitException || e instanceof InternalServerException || isStatus(e, 401, 403, 408)) {
      return new ModelAway(where + " cannot answer now: " + said(e), e);
    }
    if (causes(e).anyMatch(
        cause -> cause instanceof JacksonException || cause instanceof NullPointerException || cause instanceof AnswerTooLarge)) {
      // A proxy's page, a cut-off or endless body, an empty object: no model has spoken, so no question is used up.
      return new ModelAway(where + " sent something that is no answer of a model.", e);
    }
    if (causes(e).anyMatch(IOException.class::isInstance)) {
      return new ModelAway(where + " is not reachable; is it running? (" + Reason.ofSilence(e) + ")", e);
    }
    throw new UnusableWords("Ollama refused the request: " + said(e), e);
  }

  /** Its own words, which are the body of its answer; a web page says nothing. */
  private static String said(RuntimeException e) {
    return causes(e)
        .filter(HttpException.class::isInstance)
        .map(HttpException.class::cast)
        .findFirst()
        .map(
            answer ->
                answer.getMessage() == null || answer.getMessage().isBlank() || answer.getMessage().strip().startsWith("<")
                    ? "status " + answer.statusCode() + "."
                    : PlainText.line(answer.getMessage()))
        .orElse("the home's logs/ folder says more.");
  }

  private static boolean isStatus(Throwable e, Integer... statuses) {
    return causes(e)
        .anyMatch(cause -> cause instanceof HttpException http && List.of(statuses).contains(http.statusCode()));
  }

  private static boolean isInterruption(Throwable cause) {
    return cause instanceof InterruptedException || cause instanceof ClosedByInterruptException;
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
  }

  private static String readable(Duration duration) {
    long minutes = duration.toMinutes();
    long count = minutes > 0 ? minutes : duration.toSeconds();
    return count + (minutes > 0 ? " minute" : " second") + (count == 1 ? "" : "s");
  }
}
