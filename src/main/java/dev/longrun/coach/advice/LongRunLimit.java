package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** At most a tenth beyond the longest run of thirty days (Frandsen 2025), races left out; nothing within four weeks of a marathon. */
final class LongRunLimit implements TrainingAdvice {
  private static final int DAYS = 30;
  private static final int DAYS_AFTER_A_MARATHON = 28;
  private static final double MARATHON_M = 42_195 * 0.98;
  private static final double LIMIT = 1.1;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.LONG_RUN, Topic.NEXT_WEEK, Topic.SPIKES);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    List<RunRow> runs = log.runs().between(log.today().minusDays(DAYS - 1), log.today());
    boolean afterMarathon =
        runs.stream()
            .anyMatch(run -> run.isRace() && run.distanceM() != null && run.distanceM() >= MARATHON_M && run.day().isAfter(log.today().minusDays(DAYS_AFTER_A_MARATHON)));
    if (afterMarathon) {
      return Optional.of(
          new Advice(
              "long-run.after-marathon", "In the four weeks after a marathon no long run is advised: run by feel, short and easy.", List.of("long-run.longest"), null, null));
    }
    if (log.knownUntil() == null || log.lastDay().isBefore(log.today().minusDays(14))) {
      return Optional.empty();
    }
    return runs.stream()
        .filter(run -> !run.isRace() && run.km() != null)
        .max(Comparator.comparingDouble(RunRow::km))
        .map(
            run -> {
              Quantity limit = Quantity.of(run.km() * LIMIT, Unit.KILOMETRES);
              return new Advice(
                  "long-run.limit",
                  "The next long run: at most " + limit.shown(log.units()) + ", a tenth more than the longest of thirty days, on " + log.day(run.day()) + ".",
                  List.of("long-run.longest"),
                  null,
                  limit);
            });
  }
}
