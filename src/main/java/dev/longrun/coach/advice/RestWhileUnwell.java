package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.HealthNotes;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** While an illness lasts: rest. While an injury lasts: nothing that hurts. */
final class RestWhileUnwell implements AdviceRule {
  @Override
  public Set<Topic> topics() {
    return Set.of(
        Topic.INJURY, Topic.ILLNESS, Topic.RUN_TOMORROW, Topic.READINESS, Topic.FATIGUE, Topic.NEXT_WEEK, Topic.LONG_RUN, Topic.TRAINING_PACES, Topic.ON_TRACK,
        Topic.GENERAL, Topic.SPIKES);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    return open(log).stream()
        .findFirst()
        .map(
            note ->
                note.kind().equals("illness")
                    ? new Advice(
                        "rest.illness",
                        "Rest until you have been well for a day, then begin with an easy run; a fever means no running at all. When it is over, give the illness an end in a log note.",
                        reasons(note), null, null)
                    : new Advice(
                        "rest.injury",
                        "Run only what does not hurt, neither in the run nor on the morning after, and nothing fast; else rest. When it is over, give the injury an end in a log note.",
                        reasons(note), null, null));
  }

  private static List<String> reasons(HealthNotes.Note note) {
    return List.of("health." + note.kind() + "-" + note.from());
  }

  /** What was noted and is not over today. */
  static List<HealthNotes.Note> open(LogView log) {
    return HealthNotes.between(log.today(), log.today(), log);
  }
}
