package dev.longrun.coach;

/**
 * What a model answered, as it came.
 *
 * @param text may be broken off or empty, never null
 * @param isCut whether it ended because it grew too long
 * @param promptTokens as the model counted them; null when it did not say
 * @param answerTokens null when it did not say
 */
public record ModelReply(String text, boolean isCut, Integer promptTokens, Integer answerTokens) {}
