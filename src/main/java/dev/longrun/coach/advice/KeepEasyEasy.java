package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Easy runs that are often too hard: slow them down. */
final class KeepEasyEasy implements TrainingAdvice {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.INTENSITY);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    return findings.stream()
        .filter(finding -> finding.id().equals("intensity.easy-runs") && finding.claims().contains(Claim.HARDER))
        .findFirst()
        .map(finding -> new Advice("easy.slower", "Run easy days so that you can talk in whole sentences, whatever the pace then is.", List.of(finding.id()), null, null));
  }
}
