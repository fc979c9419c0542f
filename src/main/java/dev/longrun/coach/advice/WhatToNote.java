package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Effort and feel were not noted where they would have answered the question. */
final class WhatToNote implements AdviceRule {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FATIGUE, Topic.READINESS, Topic.RUN_TOMORROW);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    return findings.stream()
        .filter(finding -> finding.id().equals("feel.unknown") || finding.id().equals("fatigue.unknown"))
        .findFirst()
        .map(
            finding ->
                new Advice("note.feel", "Note effort and feel after each run: no other sign of fatigue in a log is as good.", List.of(finding.id()), null, null));
  }
}
