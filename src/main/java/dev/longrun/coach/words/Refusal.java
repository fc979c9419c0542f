package dev.longrun.coach.words;

/**
 * What was refused, for the evidence and for the model.
 *
 * @param text of the sentence; null when it is about the whole answer
 * @param reason a sentence
 */
public record Refusal(Fault fault, String text, String reason) {}
