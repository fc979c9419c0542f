/** What a language model is good for: fixed questions and hostile texts, bars written down before, a score card. */
package dev.longrun.coach.evaluation;
