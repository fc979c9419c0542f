package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Little running near goal pace, and a marathon still weeks away: put some into the long run. */
final class GoalPaceWork implements TrainingAdvice {
  /** What runners who reach their goal usually have in eight weeks: a custom. */
  private static final double USUAL_KM = 60;

  private static final int RACE_NEAR_DAYS = 14;
  private static final int RACE_FAR_DAYS = 180;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ON_TRACK, Topic.NEXT_WEEK);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    boolean inTime =
        log.goal()
            .map(goal -> goal.date())
            .map(date -> ChronoUnit.DAYS.between(log.today(), date))
            .filter(days -> days > RACE_NEAR_DAYS && days < RACE_FAR_DAYS)
            .isPresent();
    return findings.stream()
        .filter(finding -> finding.id().equals("goal.near-pace"))
        .filter(finding -> inTime)
        .flatMap(finding -> finding.facts().stream())
        .filter(fact -> fact.id().equals("goal.near-pace"))
        .filter(fact -> fact.quantity().value() < USUAL_KM)
        .findFirst()
        .map(GoalPaceWork::advice);
  }

  private static Advice advice(Fact near) {
    return new Advice("goal-pace.long-run", "Put goal pace into the long run: a part of it at that pace, longer from time to time.", List.of("goal.near-pace"), null, null);
  }
}
