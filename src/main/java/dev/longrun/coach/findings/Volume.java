package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much was run in some time, and against the same time a year before. */
final class Volume implements FindingMaker {
  private static final String QUERY = "counted_run, summed by Totals";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.VOLUME, Topic.PERIOD_SUMMARY);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Period wanted = asked.period() != null ? asked.period() : Periods.lastDays(log.lastDay(), 7);
    Period period = Periods.known(wanted, log);
    if (period == null) {
      return List.of(
          log.statement("volume.unknown").say("Nothing is known yet of %s.", wanted.name()).strength(Strength.UNKNOWN).importance(90).made());
    }
    List<RunRow> runs = log.runs(period);
    if (runs.isEmpty()) {
      return List.of(none(period, log));
    }
    List<Finding> findings = new ArrayList<>();
    Totals totals = Totals.of(runs);
    findings.add(sum(asked, wanted, period, totals, log));
    findings.add(howItWas(period, totals, log));
    aYearBefore(period, totals, log, findings);
    if (asked.topic() == Topic.PERIOD_SUMMARY) {
      load(period, totals, log, findings);
      feel(period, totals, log, findings);
    }
    return findings;
  }

  private static Finding none(Period period, LogView log) {
    boolean before = log.runs().firstDay() == null || period.to().isBefore(log.runs().firstDay());
    return before && log.runs().firstDay() != null
        ? log.statement("volume.before-the-log")
            .say("The log begins on %s: of the time before nothing is known.", log.runs().firstDay())
            .strength(Strength.UNKNOWN)
            .importance(90)
            .made()
        : log.statement("volume.none").say("No run is in the log %s.", Periods.in(period)).importance(90).made();
  }

  private static Finding sum(Asked asked, Period wanted, Period period, Totals totals, LogView log) {
    Fact km = log.fact("volume.distance", period.name(), "distance", period, totals.km(), Unit.KILOMETRES, totals.runsWithDistance(), QUERY);
    Fact count = log.fact("volume.runs", period.name(), "runs", period, totals.runs(), Unit.COUNT, null, QUERY);
    Fact time = log.fact("volume.time", period.name(), "running time", period, totals.movingS(), Unit.DURATION, totals.runs(), QUERY);
    String soFar = wanted.to().isAfter(log.today()) || wanted.name().startsWith("this ") ? " so far" : "";
    Statement statement = log.statement("volume.period").importance(asked.topic() == Topic.VOLUME ? 90 : 80);
    String runs = totals.runs() == 1 ? "run" : "runs";
    if ("time".equals(asked.word()) || "hours".equals(asked.word())) {
      return statement.say("%s of running %s%s, in %s " + runs + ".", time, Periods.in(period), soFar, count).with(km).made();
    }
    if ("runs".equals(asked.word())) {
      return statement.say("%s " + runs + " %s%s, %s together.", count, Periods.in(period), soFar, km).with(time).made();
    }
    return statement.say("%s %s%s, in %s " + runs + ".", km, Periods.in(period), soFar, count).with(time).made();
  }

  private static Finding howItWas(Period period, Totals totals, LogView log) {
    Statement statement = log.statement("volume.kind").importance(55);
    Fact time = log.fact("volume.time", period.name(), "running time", period, totals.movingS(), Unit.DURATION, totals.runs(), QUERY);
    Fact pace = log.fact("volume.pace", period.name(), "mean pace", period, totals.paceSPerKm(), Unit.PACE, totals.runs(), QUERY);
    Fact longest = log.fact("volume.longest", period.name(), "longest run", period, totals.longestKm(), Unit.KILOMETRES, null, QUERY);
    Fact gain = log.fact("volume.climb", period.name(), "climb", period, totals.gainM() > 0 ? (Double) totals.gainM() : null, Unit.METRES, null, QUERY);
    if (pace.quantity() == null) {
      statement.say("That is %s of running.", time);
    } else if (totals.runs() == 1) {
      statement.say("It took %s, %s on average.", time, pace);
    } else {
      statement.say("That is %s of running at %s on average; the longest run was %s.", time, pace, longest);
    }
    return statement.with(gain).made();
  }

  private static void aYearBefore(Period period, Totals totals, LogView log, List<Finding> findings) {
    Period before = Periods.aYearBefore(period);
    if (log.runs().firstDay().isAfter(before.from()) || period.to().toEpochDay() - period.from().toEpochDay() > 300) {
      before = Periods.before(period);
      if (log.runs().firstDay().isAfter(before.from())) {
        return;
      }
    }
    Totals then = log.totals(before);
    Fact km = log.fact("volume.distance", period.name(), "distance", period, totals.km(), Unit.KILOMETRES, totals.runsWithDistance(), QUERY);
    Fact kmThen = log.fact("volume-before.distance", before.name(), "distance", before, then.km(), Unit.KILOMETRES, then.runsWithDistance(), QUERY);
    findings.add(against("volume.before", km, kmThen, before, log).importance(60).made());
  }

  /** One distance against another, as printed. */
  static Statement against(String id, Fact km, Fact then, Period before, LogView log) {
    Fact difference = log.difference(id + ".difference", km, then);
    int sign = km.quantity().compareAsShown(then.quantity());
    Statement statement = log.statement(id);
    if (sign == 0) {
      return statement.say("That is as much as %s.", Periods.in(before).toLowerCase(Locale.ROOT).startsWith("in ") ? "in " + before.name() : Periods.in(before)).with(then)
          .claims(Claim.UNCHANGED);
    }
    return statement
        .say("That is %s %s than %s (%s).", Statement.unsigned(difference), sign > 0 ? "more" : "less", Periods.in(before), then)
        .claims(sign > 0 ? Claim.MORE : Claim.LESS);
  }

  private static void load(Period period, Totals totals, LogView log, List<Finding> findings) {
    if (totals.load() == null) {
      return;
    }
    Fact load = log.fact("volume.load", period.name(), "training load", period, totals.load(), Unit.LOAD, totals.runsWithLoad(), QUERY);
    double zones = totals.z1S() + totals.z2S() + totals.z3S();
    Statement statement = log.statement("volume.load").importance(50);
    if (zones > 0) {
      Fact easy =
          log.fact("volume.easy-share", period.name(), "time below LT1", period, 100 * totals.z1S() / zones, Unit.PERCENT, totals.runsWithHeartRate(), QUERY);
      statement.say("The training load was %s; %s of the time was easy (below the first threshold).", load, easy);
    } else {
      statement.say("The training load was %s.", load);
    }
    findings.add(statement.made());
  }

  private static void feel(Period period, Totals totals, LogView log, List<Finding> findings) {
    if (totals.runsWithEffort() == 0 && totals.runsWithFeel() == 0) {
      findings.add(
          log.statement("volume.feel-unknown")
              .say("Neither effort nor feel was noted %s.", Periods.in(period))
              .say("`effort:` and `feel:` in a log note tell me how it was.")
              .strength(Strength.UNKNOWN)
              .importance(30)
              .made());
      return;
    }
    Fact effort = log.fact("volume.effort", period.name(), "mean effort", period, totals.effort(), Unit.EFFORT, totals.runsWithEffort(), QUERY);
    Fact feel = log.fact("volume.feel", period.name(), "mean feel", period, totals.feel(), Unit.FEEL, totals.runsWithFeel(), QUERY);
    Statement statement = log.statement("volume.feel").importance(40);
    if (effort.quantity() != null && feel.quantity() != null) {
      statement.say("Mean effort was %s, mean feel %s.", effort, feel);
    } else if (effort.quantity() != null) {
      statement.say("Mean effort was %s.", effort);
    } else {
      statement.say("Mean feel was %s.", feel);
    }
    findings.add(statement.made());
  }
}
