package dev.longrun.coach.words;

import java.util.List;

/** Predicts how many tokens a prompt takes, and recognises afterwards one that the model's context has cut. */
final class TokenBudget {
  /** Lines of numbers take a token for every two characters, words one for three at the least. */
  private static final int CHARACTERS_A_TOKEN_OF_NUMBERS = 2;

  private static final int CHARACTERS_A_TOKEN_OF_WORDS = 3;

  /** No tokenizer makes fewer tokens of English text than one for so many characters. */
  private static final int MOST_CHARACTERS_A_TOKEN = 7;

  /** The chat template's own. */
  private static final int TOKENS_A_MESSAGE = 12;

  private TokenBudget() {}

  static int predicted(List<String> messages) {
    return messages.stream().mapToInt(TokenBudget::predicted).sum();
  }

  static int predicted(String text) {
    return TOKENS_A_MESSAGE + text.lines().mapToInt(TokenBudget::ofLine).sum();
  }

  private static int ofLine(String line) {
    long plain = line.chars().filter(c -> Character.isLetter(c) && c < 128 || c == ' ').count();
    boolean numbers = plain < 0.8 * line.length();
    return 1 + line.length() / (numbers ? CHARACTERS_A_TOKEN_OF_NUMBERS : CHARACTERS_A_TOKEN_OF_WORDS);
  }

  /**
   * @param promptTokens as the model counted them; null when it did not say, which proves nothing
   * @param answerTokens null when unknown
   */
  static boolean isCut(List<String> messages, Integer promptTokens, Integer answerTokens, int numCtx) {
    if (promptTokens == null || promptTokens == 0) {
      return false;
    }
    int characters = messages.stream().mapToInt(String::length).sum();
    return promptTokens >= numCtx || promptTokens + (answerTokens == null ? 0 : answerTokens) > numCtx || promptTokens < characters / MOST_CHARACTERS_A_TOKEN;
  }
}
