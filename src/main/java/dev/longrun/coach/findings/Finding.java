package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Set;

/**
 * One or two plain sentences that code wrote from facts.
 *
 * @param id unique within an answer, such as {@code volume.period}: what the model names to have it said
 * @param topics the questions it helps to answer
 * @param text the sentences, with every number, comparison and direction; the first one can stand alone as an answer
 * @param facts what it rests on; the numbers of the text and no others
 * @param claims what the text says beyond numbers
 * @param strength of the evidence
 * @param importance today, from 0 (an aside) to 100 (the runner must see it)
 * @param wrongIf what it would take to be wrong; null for what is merely counted
 */
public record Finding(
    String id,
    Set<Topic> topics,
    String text,
    List<Fact> facts,
    Set<Claim> claims,
    Strength strength,
    int importance,
    String wrongIf) {
  public Finding {
    topics = Set.copyOf(topics);
    facts = List.copyOf(facts);
    claims = Set.copyOf(claims);
  }
}
