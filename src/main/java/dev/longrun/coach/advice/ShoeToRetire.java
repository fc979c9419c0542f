package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.report.Markdown;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shoe past its limit is to be replaced. */
final class ShoeToRetire implements AdviceRule {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SHOE_WEAR, Topic.SHOE_CHOICE);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    return findings.stream()
        .filter(finding -> finding.id().endsWith(".past-limit"))
        .filter(finding -> finding.facts().stream().map(Fact::to).allMatch(day -> day != null))
        .findFirst()
        .map(
            finding ->
                new Advice(
                    "shoe.retire",
                    "Replace " + Markdown.text(finding.facts().get(0).thing())
                        + ", and not in the last two weeks before a race: the limit is a custom, wear differs from runner to runner.",
                    List.of(finding.id()),
                    null,
                    null));
  }
}
