/**
 * The model's part in a page: it chooses, orders and connects what code has stated, in JSON after a schema; what it says in its own
 * words is held by the rules of {@code words/lexicon.txt} and can state nothing. {@link dev.longrun.coach.words.Wording} is the way in.
 */
package dev.longrun.coach.words;
