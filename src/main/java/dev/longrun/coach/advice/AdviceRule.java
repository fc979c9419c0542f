package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses one piece of the closed catalogue, or none. Stateless; a new one is a class and a line in {@link AdviceBook}. */
public interface AdviceRule {
  /** The questions it is advice to. */
  Set<Topic> topics();

  /** @param findings what was found for the question, the most important first */
  Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log);
}
