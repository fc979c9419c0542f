package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a term means, in our words. */
final class Terms implements FindingMaker {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.EXPLAIN);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Optional<Explanation> explanation = Explanations.of(asked.word());
    if (explanation.isEmpty()) {
      return List.of(
          log.statement("term.unknown")
              .say("I have no explanation of that. I can explain: %s.", String.join(", ", Explanations.titles()))
              .strength(Strength.UNKNOWN)
              .importance(90)
              .made());
    }
    return List.of(log.statement("term." + explanation.get().id()).say("%s", explanation.get().text()).importance(95).made());
  }
}
