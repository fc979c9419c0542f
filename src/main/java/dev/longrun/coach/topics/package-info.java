/**
 * How a question is read without a language model: what it names (days, periods, runs, shoes, races, distances, times, measures), and
 * which {@link dev.longrun.coach.topics.Topic} it is about, by likeness to the examples in {@code topics/} and by the words that decide.
 * {@link dev.longrun.coach.topics.QuestionReader} is the way in. It knows nothing of the rest of the coach; what can be named of the log
 * is read into a {@link dev.longrun.coach.topics.LogCalendar}.
 *
 * <p>A new topic is a constant in {@code Topic}, a file with examples, and a finding that has something to say to it.
 */
package dev.longrun.coach.topics;
