/**
 * A question from its first draft to its answer, the memory, and the language model. Code answers alone, at once and whole
 * ({@link dev.longrun.coach.AnswerDrafts}); a model, where there is one, is asked for words afterwards
 * ({@link dev.longrun.coach.Answers}). What it needs lies in rooms of its own:
 *
 * <ul>
 *   <li>{@code topics}: what a question asks, and of which time, runs and shoes
 *   <li>{@code findings}: sentences that code wrote from facts of the log
 *   <li>{@code advice}: the closed catalogue of advice, and the rules that choose from it
 *   <li>{@code summary}: weeks and months, from the same findings and advice
 *   <li>{@code pictures}: the one picture that carries the point of a page
 *   <li>{@code words}: the model's part in a page
 *   <li>{@code health}: red flags, looked for before anything else
 * </ul>
 *
 * <p>The coach may know {@code log}, {@code metrics}, {@code analysis}, {@code report} and the settings, never a source. How a finding,
 * advice or a topic is added says {@code docs/extending.md}.
 */
package dev.longrun.coach;
