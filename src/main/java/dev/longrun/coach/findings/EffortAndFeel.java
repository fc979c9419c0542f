package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the runner noted of effort and feel, and whether it moved. */
final class EffortAndFeel implements FindingMaker {
  private static final String QUERY = "counted_run";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.EFFORT_AND_FEEL, Topic.FATIGUE);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.EFFORT_AND_FEEL;
    Period period = asked.period() == null ? Periods.lastDays(log.lastDay(), 28) : Periods.known(asked.period(), log);
    Totals now = period == null ? Totals.of(List.of()) : log.totals(period);
    if (now.runsWithEffort() + now.runsWithFeel() == 0) {
      return List.of(
          log.statement("feel.unknown")
              .say("Neither effort nor feel was noted %s.", period == null ? "in that time" : Periods.in(period))
              .say("`effort:` and `feel:` in a log note after each run tell me how it was; no other sign of fatigue is as good.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 90 : 35)
              .made());
    }
    Period before = Periods.before(period);
    Totals then = log.totals(before);
    List<Finding> findings = new ArrayList<>();
    one("feel", "feel", period, before, now.feel(), then.feel(), now.runsWithFeel(), then.runsWithFeel(), now.runs(), Unit.FEEL, Claim.HIGHER, Claim.LOWER, lead ? 90 : 48, log, findings);
    one("effort", "effort", period, before, now.effort(), then.effort(), now.runsWithEffort(), then.runsWithEffort(), now.runs(), Unit.EFFORT, Claim.HARDER, Claim.EASIER, lead ? 88 : 46, log, findings);
    return findings;
  }

  private static void one(
      String id, String name, Period period, Period before, Double now, Double then, int sample, int sampleBefore, int runs, Unit unit, Claim up, Claim down, int importance, LogView log,
      List<Finding> findings) {
    if (now == null) {
      return;
    }
    Fact mean = log.fact(id + ".mean", period.name(), "mean " + name, period, now, unit, sample, QUERY);
    Fact of = log.fact(id + ".runs", period.name(), "runs with " + name, period, (double) sample, Unit.COUNT, null, QUERY);
    Fact all = log.fact(id + ".all", period.name(), "runs", period, (double) runs, Unit.COUNT, null, QUERY);
    Statement statement = log.statement(id + ".mean").importance(importance).strength(sample >= 5 ? Strength.MODERATE : Strength.WEAK);
    if (runs == 1) {
      statement.say("You noted " + name + " %s for the only run %s.", mean, Periods.in(period)).with(of).with(all);
    } else if (sample == runs) {
      statement.say("Mean " + name + " %s was %s, noted for all %s runs.", Periods.in(period), mean, all).with(of);
    } else {
      statement.say("Mean " + name + " %s was %s, noted for %s of %s runs.", Periods.in(period), mean, of, all);
    }
    if (then != null && sampleBefore >= 3 && sample >= 3) {
      Fact was = log.fact(id + ".before", before.name(), "mean " + name, before, then, unit, sampleBefore, QUERY);
      int sign = mean.quantity().compareAsShown(was.quantity());
      if (sign == 0) {
        statement.say("It was the same %s.", Periods.in(before)).with(was).claims(Claim.UNCHANGED);
      } else {
        statement.say("It was %s %s.", was, Periods.in(before)).claims(sign > 0 ? up : down);
      }
    }
    findings.add(statement.made());
  }
}
