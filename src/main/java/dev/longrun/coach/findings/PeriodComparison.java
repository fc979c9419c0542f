package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One period against another: volume, pace, heart rate, effort, feel, load. */
final class PeriodComparison implements FindingMaker {
  private static final String QUERY = "counted_run, summed by Totals";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.COMPARE_PERIODS);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Period one = Periods.known(asked.period() != null ? asked.period() : Periods.lastDays(log.lastDay(), 28), log);
    if (one == null) {
      return List.of(
          log.statement("compare.unknown").say("Nothing is known yet of %s.", asked.period().name()).strength(Strength.UNKNOWN).importance(90).made());
    }
    Period other = Periods.known(asked.other() != null ? asked.other() : Periods.before(one), log);
    if (other == null || log.runs().firstDay() == null || other.to().isBefore(log.runs().firstDay())) {
      return List.of(
          log.statement("compare.before-the-log")
              .say("The log knows nothing of the time to compare with.")
              .strength(Strength.UNKNOWN)
              .importance(90)
              .made());
    }
    Totals now = log.totals(one);
    Totals then = log.totals(other);
    List<Finding> findings = new ArrayList<>();
    findings.add(distance(one, other, now, then, log));
    aDay(one, other, now, then, log, findings);
    if (now.paceSPerKm() != null && then.paceSPerKm() != null) {
      findings.add(
          pair("pace", "mean pace", one, other, now.paceSPerKm(), then.paceSPerKm(), Unit.PACE, now.runs(), log, "slower", Claim.SLOWER, "faster", Claim.FASTER)
              .importance(70)
              .made());
    }
    if (now.avgHrBpm() != null && then.avgHrBpm() != null) {
      findings.add(
          pair("heart-rate", "mean heart rate", one, other, now.avgHrBpm(), then.avgHrBpm(), Unit.BEATS, now.runsWithHeartRate(), log, "higher",
                  Claim.HIGHER, "lower", Claim.LOWER)
              .importance(60)
              .made());
    }
    if (now.effort() != null && then.effort() != null) {
      findings.add(
          pair("effort", "mean effort", one, other, now.effort(), then.effort(), Unit.EFFORT, now.runsWithEffort(), log, "harder", Claim.HARDER, "easier",
                  Claim.EASIER)
              .importance(45)
              .made());
    }
    if (now.feel() != null && then.feel() != null) {
      findings.add(
          pair("feel", "mean feel", one, other, now.feel(), then.feel(), Unit.FEEL, now.runsWithFeel(), log, "better", Claim.HIGHER, "worse", Claim.LOWER)
              .importance(44)
              .made());
    }
    if (now.load() != null && then.load() != null && days(one) == days(other)) {
      findings.add(
          pair("load", "training load", one, other, now.load(), then.load(), Unit.LOAD, now.runsWithLoad(), log, "more", Claim.MORE, "less", Claim.LESS)
              .importance(50)
              .made());
    }
    return findings;
  }

  private static Finding distance(Period one, Period other, Totals now, Totals then, LogView log) {
    Fact km = fact("one.distance", "distance", one, now.km(), Unit.KILOMETRES, now.runs(), log);
    Fact kmThen = fact("other.distance", "distance", other, then.km(), Unit.KILOMETRES, then.runs(), log);
    Fact runs = fact("one.runs", "runs", one, (double) now.runs(), Unit.COUNT, null, log);
    Fact runsThen = fact("other.runs", "runs", other, (double) then.runs(), Unit.COUNT, null, log);
    Fact difference = log.difference("compare.distance-difference", km, kmThen);
    int sign = km.quantity().compareAsShown(kmThen.quantity());
    Statement statement = log.statement("compare.distance").importance(90);
    String middle = sign == 0 ? "as much as" : "%s " + (sign > 0 ? "more" : "less") + " than";
    if (sign == 0) {
      statement.say("%s %s, %s %s (%s and %s runs).", km, Periods.in(one), middle, Periods.in(other), runs, runsThen).claims(Claim.UNCHANGED);
    } else {
      statement
          .say("%s %s, " + middle + " %s (%s); %s runs after %s.", km, Periods.in(one), Statement.unsigned(difference), Periods.in(other), kmThen, runs, runsThen)
          .claims(sign > 0 ? Claim.MORE : Claim.LESS);
    }
    return statement.made();
  }

  /** Periods of unequal length are compared by the week. */
  private static void aDay(Period one, Period other, Totals now, Totals then, LogView log, List<Finding> findings) {
    if (Math.abs(days(one) - days(other)) <= 1 && days(one) >= 28 || days(one) == days(other)) {
      return;
    }
    Fact km = fact("one.week", "distance a week", one, now.km() * 7 / days(one), Unit.KILOMETRES, now.runs(), log);
    Fact kmThen = fact("other.week", "distance a week", other, then.km() * 7 / days(other), Unit.KILOMETRES, then.runs(), log);
    int sign = km.quantity().compareAsShown(kmThen.quantity());
    findings.add(
        log.statement("compare.week")
            .say("The two are not equally long: a week of the first has %s on average, of the second %s.", km, kmThen)
            .claims(sign > 0 ? Claim.MORE : sign < 0 ? Claim.LESS : Claim.UNCHANGED)
            .importance(85)
            .made());
  }

  private static long days(Period period) {
    return period.to().toEpochDay() - period.from().toEpochDay() + 1;
  }

  private static Fact fact(String id, String aspect, Period period, Double value, Unit unit, Integer sample, LogView log) {
    return log.fact("compare-" + id, period.name(), aspect, period, value, unit, sample, QUERY);
  }

  private static Statement pair(
      String id, String aspect, Period one, Period other, Double now, Double then, Unit unit, Integer sample, LogView log, String more, Claim ifMore,
      String less, Claim ifLess) {
    Fact fact = fact("one." + id, aspect, one, now, unit, sample, log);
    Fact before = fact("other." + id, aspect, other, then, unit, sample, log);
    int sign = fact.quantity().compareAsShown(before.quantity());
    String name = aspect.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + aspect.substring(1);
    Statement statement = log.statement("compare." + id);
    return sign == 0
        ? statement.say(name + " was the same, %s.", fact).with(before).claims(Claim.UNCHANGED)
        : statement.say(name + " was %s, " + (sign > 0 ? more : less) + " than the %s of %s.", fact, before, other.name()).claims(sign > 0 ? ifMore : ifLess);
  }
}
