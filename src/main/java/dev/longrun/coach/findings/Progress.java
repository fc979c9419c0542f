package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.metrics.trend.Estimate;
import dev.longrun.metrics.trend.PaceAtHeartRate;
import dev.longrun.quantity.Unit;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the runner gets faster: pace at the same heart rate over two years, and lately. */
final class Progress implements FindingMaker {
  private static final String QUERY = "metrics.trend.PaceAtHeartRate";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PROGRESS, Topic.PACE_AT_HEART_RATE, Topic.GENERAL, Topic.HEART_RATE);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.PROGRESS || asked.topic() == Topic.PACE_AT_HEART_RATE;
    PaceAtHeartRate trend = log.analysed().adjustedPaces().trend();
    List<Finding> findings = new ArrayList<>();
    if (trend.trendPercent() instanceof Estimate estimate && trend.referenceHrBpm() != null) {
      findings.add(overTime(trend, estimate, lead, log));
      if (trend.pace() instanceof Estimate pace) {
        findings.add(now(trend, pace, lead, log));
      }
    } else {
      findings.add(
          log.statement("progress.unknown")
              .say("Whether you get faster at the same heart rate cannot be said yet: it takes more steady runs with a heart rate, over some months.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 70 : 15)
              .made());
    }
    volume(lead, log, findings);
    return findings;
  }

  private static Finding overTime(PaceAtHeartRate trend, Estimate estimate, boolean lead, LogView log) {
    Period period = new Period(estimate.basis().from(), estimate.basis().to(), "the time seen");
    // Of less than nine months the estimate is the change over them.
    String rate = estimate.unit().endsWith("a year") ? "a year" : "over that time";
    Fact beats = log.fact("progress.heart-rate", "pace at a heart rate", "heart rate", period, trend.referenceHrBpm(), Unit.BEATS, estimate.basis().n(), QUERY);
    Fact change = log.fact("progress.trend", "pace at a heart rate", "change of speed " + rate, period, estimate.value(), Unit.PERCENT_FINE, estimate.basis().n(), QUERY);
    Fact low = log.fact("progress.trend-low", "pace at a heart rate", "lower end of the interval of nineteen in twenty", period, estimate.low(), Unit.PERCENT_FINE, estimate.basis().n(), QUERY);
    Fact high = log.fact("progress.trend-high", "pace at a heart rate", "upper end of the interval of nineteen in twenty", period, estimate.high(), Unit.PERCENT_FINE, estimate.basis().n(), QUERY);
    Statement statement =
        log.statement("progress.trend").importance(lead ? 90 : 55).wrongIf("another watch or strap, or another way of running, came in between");
    if (!estimate.clear()) {
      return statement
          .say("At the same heart rate (%s) your speed has not clearly changed since %s: %s %s, which may be anything from %s to %s.", beats, period.from(),
              Statement.signed(change), rate, Statement.signed(low), Statement.signed(high))
          .claims(Claim.UNCHANGED)
          .strength(Strength.WEAK)
          .made();
    }
    boolean faster = estimate.value() > 0;
    return statement
        .say("You have become %s at the same heart rate (%s): %s %s since %s, between %s and %s.", faster ? "faster" : "slower", beats, Statement.unsigned(change),
            rate, period.from(), Statement.signed(low), Statement.signed(high))
        .claims(faster ? Claim.FASTER : Claim.SLOWER, faster ? Claim.FITTER : Claim.LESS_FIT)
        .strength(Strength.STRONG)
        .made();
  }

  private static Finding now(PaceAtHeartRate trend, Estimate pace, boolean lead, LogView log) {
    Fact value = log.fact("progress.pace", "pace at a heart rate", "pace now", pace.basis().to(), pace.value(), Unit.PACE, QUERY);
    Fact low = log.fact("progress.pace-fast", "pace at a heart rate", "fast end of the interval of nineteen in twenty", pace.basis().to(), pace.low(), Unit.PACE, QUERY);
    Fact high = log.fact("progress.pace-slow", "pace at a heart rate", "slow end of the interval of nineteen in twenty", pace.basis().to(), pace.high(), Unit.PACE, QUERY);
    Fact beats = log.fact("progress.heart-rate", "pace at a heart rate", "heart rate", pace.basis().to(), trend.referenceHrBpm(), Unit.BEATS, QUERY);
    return log.statement("progress.pace")
        .say("At %s that is %s now (%s to %s), on flat ground in cool air.", beats, value, low, high)
        .strength(Strength.MODERATE)
        .importance(lead ? 80 : 35)
        .made();
  }

  /** The last four known weeks against the four a year before. */
  private static void volume(boolean lead, LogView log, List<Finding> findings) {
    Period now = Periods.lastDays(log.lastDay(), 28);
    Period then = new Period(now.from().minusYears(1), now.to().minusYears(1), "the same four weeks a year before");
    if (log.runs().firstDay() == null || ChronoUnit.DAYS.between(log.runs().firstDay(), then.from()) < 0) {
      return;
    }
    Totals totals = log.totals(now);
    Totals before = log.totals(then);
    Fact km = log.fact("progress.km", now.name(), "distance", now, totals.km(), Unit.KILOMETRES, totals.runs(), "counted_run");
    Fact kmBefore = log.fact("progress.km-before", then.name(), "distance", then, before.km(), Unit.KILOMETRES, before.runs(), "counted_run");
    int sign = km.quantity().compareAsShown(kmBefore.quantity());
    findings.add(
        log.statement("progress.volume")
            .say("You ran %s in the last four weeks, against %s a year before.", km, kmBefore)
            .claims(sign > 0 ? Claim.MORE : sign < 0 ? Claim.LESS : Claim.UNCHANGED)
            .importance(lead ? 60 : 25)
            .made());
  }
}
