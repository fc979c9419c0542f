package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The long runs: the latest, the longest, and how far pace and heart rate drifted apart in them. */
final class LongRunHistory implements FindingMaker {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.LONG_RUN, Topic.NEXT_WEEK);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.LONG_RUN;
    boolean past = asked.period() != null && !asked.period().from().isAfter(log.lastDay());
    Period period = past ? Periods.known(asked.period(), log) : Periods.lastDays(log.lastDay(), 70);
    List<RunRow> runs = log.runs(period).stream().filter(run -> run.km() != null && !run.isRace()).toList();
    Optional<RunRow> longest = runs.stream().max(Comparator.comparingDouble(RunRow::km));
    if (longest.isEmpty()) {
      return List.of(log.statement("long-run.none").say("No run with a distance is in the log %s.", Periods.in(period)).strength(Strength.UNKNOWN).importance(80).made());
    }
    List<Finding> findings = new ArrayList<>();
    RunRow run = longest.get();
    Fact km = log.fact("long-run.longest", period.name(), "longest run", period, run.km(), Unit.RUN_KILOMETRES, runs.size(), RunReview.QUERY);
    Fact pace = log.fact("long-run.longest-pace", "run of " + log.day(run.day()), "pace", run.day(), run.paceSPerKm(), Unit.PACE, RunReview.QUERY);
    Statement statement = log.statement("long-run.longest").importance(lead ? past ? 90 : 70 : 30);
    if (pace.quantity() == null) {
      statement.say("The longest run %s was %s, on %s.", in(period), km, run.day());
    } else {
      statement.say("The longest run %s was %s at %s, on %s.", in(period), km, pace, run.day());
    }
    findings.add(statement.made());
    if (lead) {
      drift(runs, period, log, findings);
    }
    return findings;
  }

  private static String in(Period period) {
    return period.name().equals("the last 70 days") ? "of ten weeks" : Periods.in(period);
  }

  private static void drift(List<RunRow> runs, Period period, LogView log, List<Finding> findings) {
    List<RunRow> seen = runs.stream().filter(run -> "long".equals(run.type()) && run.decouplingPct() != null).toList();
    if (seen.isEmpty()) {
      return;
    }
    double median = seen.stream().mapToDouble(RunRow::decouplingPct).sorted().skip((seen.size() - 1) / 2).findFirst().orElseThrow();
    Fact drift = log.fact("long-run.decoupling", period.name(), "median decoupling of the long runs", period, median, Unit.PERCENT_FINE, seen.size(), RunReview.QUERY);
    Fact count = log.fact("long-run.count", period.name(), "long runs", period, (double) seen.size(), Unit.COUNT, null, RunReview.QUERY);
    boolean high = median > 5;
    findings.add(
        log.statement("long-run.decoupling")
            .say(
                seen.size() == 1 ? "Over %s long run the decoupling was %s, %s." : "Over %s long runs the median decoupling was %s, %s.", count, drift,
                high ? "more than the five in a hundred that count as drift" : "below the five in a hundred that count as drift")
            .claims(high ? new Claim[] {Claim.HIGHER} : new Claim[] {Claim.LOWER})
            .strength(Strength.MODERATE)
            .importance(55)
            .made());
  }
}
