package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Cadence and power, of a run or a period, against the time before. */
final class Cadence implements FindingMaker {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CADENCE);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<Finding> findings = new ArrayList<>();
    boolean power = asked.word() != null && (asked.word().contains("power") || asked.word().contains("watt"));
    measure("cadence", "cadence", RunRow::avgCadenceSpm, Unit.STEPS, power ? 60 : 90, asked, log, findings);
    measure("power", "power", RunRow::avgPowerW, Unit.WATTS, power ? 90 : 50, asked, log, findings);
    return findings;
  }

  private static void measure(String id, String name, Function<RunRow, Double> value, Unit unit, int importance, Asked asked, LogView log, List<Finding> findings) {
    if (!asked.runs().isEmpty()) {
      log.run(asked.runs().get(0))
          .ifPresent(
              run -> {
                Fact fact = log.fact(id + ".run", "run of " + log.day(run.day()), "mean " + name, run.day(), value.apply(run), unit, RunReview.QUERY);
                findings.add(
                    fact.quantity() == null
                        ? log.statement(id + ".unknown").say("%s has no %s.", RunReview.capital(RunReview.title(run, log)), name).strength(Strength.UNKNOWN).importance(importance - 5).made()
                        : log.statement(id + ".run").say("%s: %s on average.", RunReview.capital(RunReview.title(run, log)), fact).importance(importance + 3).made());
              });
      return;
    }
    Period period = asked.period() == null ? Periods.lastDays(log.lastDay(), 28) : Periods.known(asked.period(), log);
    Fact now = period == null ? null : mean(id + ".period", name, value, unit, period, log);
    if (now == null || now.quantity() == null) {
      findings.add(log.statement(id + ".unknown").say("No %s is known of that time.", name).strength(Strength.UNKNOWN).importance(importance - 10).made());
      return;
    }
    findings.add(log.statement(id + ".period").say("Mean %s %s was %s.", name, Periods.in(period), now).importance(importance).made());
    Period before = Periods.before(period);
    Fact then = mean(id + ".before", name, value, unit, before, log);
    if (then.quantity() != null) {
      int sign = now.quantity().compareAsShown(then.quantity());
      Statement statement = log.statement(id + ".before").importance(importance - 15).with(now);
      findings.add(
          sign == 0
              ? statement.say("It was the same %s.", Periods.in(before)).with(then).claims(Claim.UNCHANGED).made()
              : statement.say("It was %s %s, so it has %s.", then, Periods.in(before), sign > 0 ? "risen" : "fallen").claims(sign > 0 ? Claim.HIGHER : Claim.LOWER).made());
    }
  }

  private static Fact mean(String id, String name, Function<RunRow, Double> value, Unit unit, Period period, LogView log) {
    List<RunRow> runs = log.runs(period).stream().filter(run -> value.apply(run) != null && run.movingS() != null).toList();
    double seconds = runs.stream().mapToDouble(RunRow::movingS).sum();
    Double mean = seconds > 0 ? (Double) (runs.stream().mapToDouble(run -> value.apply(run) * run.movingS()).sum() / seconds) : null;
    return log.fact(id, period.name(), "mean " + name, period, mean, unit, runs.size(), RunReview.QUERY);
  }
}
