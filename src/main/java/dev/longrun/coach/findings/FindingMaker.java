package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Set;

/** Makes the findings of one kind. Stateless; a new one is a class and a line in {@link Catalogue}. */
public interface FindingMaker {
  /** The questions it has something to say to. */
  Set<Topic> topics();

  /**
   * @param asked one of {@link #topics()}, with the period, runs and shoes it is about as far as they were said
   * @return the most important first; empty when the log has nothing to say, not even that something is missing
   */
  List<Finding> find(Asked asked, LogView log);
}
