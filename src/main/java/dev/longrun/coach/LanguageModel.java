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

  /** How it is called, for evidence and messages. */
  String name();
}
