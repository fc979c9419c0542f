package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Climb: of a period or a run, and what pace it was worth on the flat (Minetti 2002). */
final class Hills implements FindingMaker {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.HILLS);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Period period = asked.period() == null ? Periods.lastDays(log.lastDay(), 28) : Periods.known(asked.period(), log);
    List<RunRow> runs =
        !asked.runs().isEmpty()
            ? log.run(asked.runs().get(0)).stream().toList()
            : period == null ? List.of() : log.runs(period);
    List<RunRow> known = runs.stream().filter(run -> run.gainM() != null).toList();
    if (known.isEmpty()) {
      return List.of(log.statement("hills.unknown").say("No climb is known of that.").strength(Strength.UNKNOWN).importance(85).made());
    }
    List<Finding> findings = new ArrayList<>();
    if (known.size() > 1) {
      Fact sum = log.fact("hills.climb", period.name(), "climb", period, known.stream().mapToDouble(RunRow::gainM).sum(), Unit.METRES, known.size(), RunReview.QUERY);
      Fact count = log.fact("hills.runs", period.name(), "runs with a known climb", period, (double) known.size(), Unit.COUNT, null, RunReview.QUERY);
      findings.add(log.statement("hills.climb").say("%s of climb %s, in %s runs.", sum, Periods.in(period), count).importance(88).made());
    }
    RunRow most = known.stream().max(Comparator.comparingDouble(RunRow::gainM)).orElseThrow();
    Fact gain = log.fact("hills.most", "run of " + log.day(most.day()), "climb", most.day(), most.gainM(), Unit.METRES, RunReview.QUERY);
    Fact pace = log.fact("hills.pace", "run of " + log.day(most.day()), "pace", most.day(), most.paceSPerKm(), Unit.PACE, RunReview.QUERY);
    Fact flat = log.fact("hills.flat-pace", "run of " + log.day(most.day()), "grade-adjusted pace", most.day(), most.gapSPerKm(), Unit.PACE, "run_metric.gap_s_per_km");
    Statement statement = log.statement("hills.run").importance(known.size() > 1 ? 70 : 90);
    statement.say(known.size() > 1 ? "The hilliest was %s with %s of climb." : "%s had %s of climb.", known.size() > 1 ? RunReview.title(most, log) : RunReview.capital(RunReview.title(most, log)), gain);
    if (pace.quantity() != null && flat.quantity() != null) {
      statement.say("Its pace of %s was worth %s on the flat.", pace, flat);
    }
    findings.add(statement.made());
    return findings;
  }
}
