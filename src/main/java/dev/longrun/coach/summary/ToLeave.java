package dev.longrun.coach.summary;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing to leave: a third fast session, another leap in length, or racing tired. */
final class ToLeave {
  private static final Set<String> FAST = Set.of("interval", "tempo", "race");

  private final SummaryPeriod period;
  private final LogView log;

  ToLeave(SummaryPeriod period, LogView log) {
    this.period = period;
    this.log = log;
  }

  Optional<Advice> advice() {
    List<RunRow> runs = log.runs(period.period());
    if (runs.stream().anyMatch(run -> run.spikeRatio() != null && run.spikeRatio() > 1.1)) {
      return Optional.of(
          new Advice("leave.another-spike", "another run far longer than what you are used to", List.of("spikes.some"), null, null));
    }
    long fast = runs.stream().filter(run -> run.type() != null && FAST.contains(run.type())).count();
    if (period.kind() == SummaryPeriod.Kind.WEEK && fast >= 2) {
      return Optional.of(new Advice("leave.third-fast", "a third fast session", List.of("summary.mix"), null, null));
    }
    return Optional.empty();
  }
}
