package dev.longrun.coach;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/** The model that words what the facts say. */
public interface LanguageModel {
  /**
   * Continues a conversation. Blocks for as long as the model thinks, which may be many minutes.
   *
   * @return never blank
   * @throws ModelAway when it cannot be asked now
   * @throws UnusableWords when what came back is no whole answer
   * @throws StoppedWhileThinking when the program is told to stop meanwhile
   */
  String answer(List<ChatMessage> messages) throws ModelAway, UnusableWords;

  /**
   * The same, answered in JSON after a schema and with so many tokens at most. Nothing is said about what comes back.
   *
   * @param jsonSchema may hold what the grammar of llama.cpp honours
   */
  default ModelReply reply(List<ChatMessage> messages, String jsonSchema, int mostTokens) throws ModelAway, UnusableWords {
    throw new UnusableWords(name() + " cannot be asked for JSON.");
  }

  /** How it is called, for evidence and messages. */
  String name();
}
