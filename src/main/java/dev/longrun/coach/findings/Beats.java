package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Heart rate: of a run or a period, and the thresholds by which runs are judged. */
final class Beats implements FindingMaker {
  private static final String THRESHOLD =
      """
      select value, origin, valid_from from threshold
      where quantity = :quantity and valid_from <= :day
      order by valid_from desc limit 1""";

  private record Threshold(Double value, String origin, LocalDate from) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.HEART_RATE);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<Finding> findings = new ArrayList<>();
    if (!asked.runs().isEmpty()) {
      log.run(asked.runs().get(0)).ifPresent(run -> ofRun(run, log, findings));
    } else {
      ofPeriod(asked, log, findings);
    }
    String word = asked.word() == null ? "" : asked.word();
    threshold("max_hr_bpm", "maximum heart rate", "RUNNER_MAX_HR", word.contains("max") ? 92 : 60, log, findings);
    threshold("lthr_bpm", "heart rate at your threshold", "RUNNER_LTHR", word.contains("threshold") || word.contains("zone") || word.contains("lthr") ? 92 : 62, log, findings);
    threshold("resting_hr_bpm", "resting heart rate", "RUNNER_RESTING_HR", word.contains("rest") ? 92 : 50, log, findings);
    return findings;
  }

  private static void ofRun(RunRow run, LogView log, List<Finding> findings) {
    String thing = "run of " + log.day(run.day());
    Fact mean = log.fact("heart-rate.mean", thing, "mean heart rate", run.day(), run.avgHrBpm(), Unit.BEATS, RunReview.QUERY);
    Fact highest = log.fact("heart-rate.highest", thing, "highest heart rate", run.day(), run.maxHrBpm(), Unit.BEATS, RunReview.QUERY);
    if (mean.quantity() == null) {
      findings.add(log.statement("heart-rate.unknown").say("%s has no heart rate.", RunReview.capital(RunReview.title(run, log))).strength(Strength.UNKNOWN).importance(90).made());
      return;
    }
    Statement statement = log.statement("heart-rate.run").importance(94);
    findings.add(
        highest.quantity() == null
            ? statement.say("%s: %s on average.", RunReview.capital(RunReview.title(run, log)), mean).made()
            : statement.say("%s: %s on average, %s at most.", RunReview.capital(RunReview.title(run, log)), mean, highest).made());
    Fact drift = log.fact("heart-rate.decoupling", thing, "decoupling", run.day(), run.decouplingPct(), Unit.PERCENT_FINE, RunReview.QUERY);
    if (drift.quantity() != null) {
      findings.add(log.statement("heart-rate.decoupling").say("Between its halves pace and heart rate moved apart by %s.", Statement.signed(drift)).importance(70).made());
    }
  }

  private static void ofPeriod(Asked asked, LogView log, List<Finding> findings) {
    Period period = asked.period() == null ? Periods.lastDays(log.lastDay(), 28) : Periods.known(asked.period(), log);
    if (period == null) {
      return;
    }
    Totals totals = log.totals(period);
    Fact mean = log.fact("heart-rate.mean", period.name(), "mean heart rate", period, totals.avgHrBpm(), Unit.BEATS, totals.runsWithHeartRate(), "counted_run");
    if (mean.quantity() == null) {
      findings.add(log.statement("heart-rate.unknown").say("No run %s has a heart rate.", Periods.in(period)).strength(Strength.UNKNOWN).importance(70).made());
    } else {
      findings.add(log.statement("heart-rate.period").say("Mean heart rate %s was %s.", Periods.in(period), mean).importance(asked.period() == null ? 58 : 90).made());
    }
  }

  private static void threshold(String quantity, String name, String setting, int importance, LogView log, List<Finding> findings) {
    Optional<Threshold> found =
        log.handle()
            .createQuery(THRESHOLD)
            .bind("quantity", quantity)
            .bind("day", log.today().toString())
            .map((row, context) -> new Threshold(RunTable.number(row, "value"), row.getString("origin"), LocalDate.parse(row.getString("valid_from"))))
            .findOne();
    if (found.isEmpty() || found.get().value() == null) {
      findings.add(
          log.statement("heart-rate." + quantity + "-unknown")
              .say("Your %s is not known; %s in the settings, or `runner:` in a log note, sets it.", name, setting)
              .strength(Strength.UNKNOWN)
              .importance(importance - 20)
              .made());
      return;
    }
    Fact value = log.fact("heart-rate." + quantity, "thresholds", name, found.get().from(), found.get().value(), Unit.BEATS, "threshold");
    String from = switch (found.get().origin()) {
      case "note" -> "as you noted";
      case "setting" -> "as you set it";
      default -> "found in your runs";
    };
    findings.add(log.statement("heart-rate." + quantity).say("Your %s counts as %s, %s.", name, value, from).strength(Strength.MODERATE).importance(importance).made());
  }
}
