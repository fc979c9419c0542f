package dev.longrun.coach.topics;

/**
 * One sentence of a question, or a question within a sentence.
 *
 * @param isQuestion it asks, the others only tell
 * @param sentence which sentence it stands in
 */
record Part(Tokens tokens, boolean isQuestion, int sentence) {}
