package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An injury or illness that lasts two weeks, or was noted as severe, is for a physician. */
final class SeePhysician implements AdviceRule {
  private static final int LONG_DAYS = 14;
  private static final int SEVERE = 4;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.INJURY, Topic.ILLNESS, Topic.RUN_TOMORROW, Topic.READINESS, Topic.FATIGUE, Topic.NEXT_WEEK, Topic.GENERAL, Topic.ON_TRACK, Topic.LONG_RUN);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    return RestWhileUnwell.open(log).stream()
        .filter(note -> !note.from().isAfter(log.today().minusDays(LONG_DAYS)) || note.severity() != null && note.severity() >= SEVERE)
        .findFirst()
        .map(
            note ->
                new Advice(
                    "see-physician",
                    (note.kind().equals("injury") ? "An injury" : "An illness")
                        + (note.severity() != null && note.severity() >= SEVERE ? " that you noted as severe" : " that lasts two weeks or longer")
                        + " belongs before a physician or physiotherapist; let one look at it before you train on.",
                    List.of("health." + note.kind() + "-" + note.from()),
                    null,
                    null));
  }
}
