package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.List;
import java.util.Set;

/** The state of things in one sentence: the last seven days against the seven before. */
final class WhereYouStand implements FindingMaker {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.GENERAL, Topic.RUN_TOMORROW, Topic.READINESS, Topic.NEXT_WEEK, Topic.FATIGUE);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    if (log.runs().firstDay() == null) {
      return List.of();
    }
    Period week = Periods.lastDays(log.lastDay(), 7);
    Period before = Periods.before(week);
    Totals now = log.totals(week);
    Fact km = log.fact("week.distance", "the last seven days", "distance", week, now.km(), Unit.KILOMETRES, now.runs(), "counted_run");
    Fact runs = log.fact("week.runs", "the last seven days", "runs", week, (double) now.runs(), Unit.COUNT, null, "counted_run");
    boolean lead = asked.topic() == Topic.GENERAL;
    Statement statement = log.statement("week.now").importance(lead ? 88 : 52);
    if (now.runs() == 0) {
      return List.of(statement.say("You ran nothing in the seven days up to %s.", week.to()).with(runs).with(km).made());
    }
    if (log.runs().firstDay().isAfter(before.from())) {
      return List.of(statement.say("In the last seven days you ran %s in %s runs.", km, runs).made());
    }
    Totals then = log.totals(before);
    Fact kmBefore = log.fact("week-before.distance", "the seven days before", "distance", before, then.km(), Unit.KILOMETRES, then.runs(), "counted_run");
    int sign = km.quantity().compareAsShown(kmBefore.quantity());
    Fact difference = log.difference("week.difference", km, kmBefore);
    return List.of(
        sign == 0
            ? statement.say("In the last seven days you ran %s in %s runs, as much as in the seven before.", km, runs).with(kmBefore).claims(Claim.UNCHANGED).made()
            : statement
                .say("In the last seven days you ran %s in %s runs, %s %s than in the seven before (%s).", km, runs, Statement.unsigned(difference), sign > 0 ? "more" : "less", kmBefore)
                .claims(sign > 0 ? Claim.MORE : Claim.LESS)
                .made());
  }
}
