package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How the running time was spread over the three zones of intensity (Seiler and Kjerland 2006), and how easy the easy runs were. */
final class Intensity implements FindingMaker {
  private static final String QUERY = "counted_run, zones by LT1 and LT2";

  /** What endurance runners usually do (Seiler 2010; Casado 2022): a custom, no law. */
  private static final double USUAL_EASY_PCT = 80;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.INTENSITY, Topic.NEXT_WEEK, Topic.HEART_RATE);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.INTENSITY;
    Period period = asked.period() == null ? Periods.lastDays(log.lastDay(), 28) : Periods.known(asked.period(), log);
    List<RunRow> runs = period == null ? List.of() : log.runs(period);
    Totals totals = Totals.of(runs);
    double all = totals.z1S() + totals.z2S() + totals.z3S();
    if (all <= 0) {
      return List.of(
          log.statement("intensity.unknown")
              .say("How easy or hard the running was is not known: the zones need heart rates and the heart rate at your threshold.")
              .say("RUNNER_LTHR or RUNNER_MAX_HR in the settings gives them.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 90 : 10)
              .made());
    }
    List<Finding> findings = new ArrayList<>();
    int sample = (int) runs.stream().filter(run -> run.z1S() != null).count();
    Fact easy = log.fact("intensity.easy", period.name(), "time below the first threshold", period, 100 * totals.z1S() / all, Unit.PERCENT, sample, QUERY);
    Fact middle = log.fact("intensity.moderate", period.name(), "time between the thresholds", period, 100 * totals.z2S() / all, Unit.PERCENT, sample, QUERY);
    Fact hard = log.fact("intensity.hard", period.name(), "time above the second threshold", period, 100 * totals.z3S() / all, Unit.PERCENT, sample, QUERY);
    String verdict = easy.quantity().rounded() >= USUAL_EASY_PCT ? "as is usual in endurance training" : "endurance runners usually keep about four fifths easy";
    findings.add(
        log.statement("intensity.zones")
            .say("%s of your time %s was easy, %s moderate, %s hard; %s.", easy, Periods.in(period), middle, hard, verdict)
            .strength(Strength.MODERATE)
            .importance(lead ? 85 : 35)
            .wrongIf("your thresholds have moved since they were last found")
            .made());
    easyRuns(runs, period, lead, log, findings);
    return findings;
  }

  private static void easyRuns(List<RunRow> runs, Period period, boolean lead, LogView log, List<Finding> findings) {
    List<RunRow> easy = runs.stream().filter(run -> "easy".equals(run.type()) && run.z1S() != null && run.movingS() != null).toList();
    if (easy.isEmpty()) {
      return;
    }
    long above = easy.stream().filter(run -> run.z2S() + run.z3S() > 0.25 * run.movingS()).count();
    Totals totals = Totals.of(easy);
    Fact count = log.fact("intensity.easy-runs", period.name(), "easy runs", period, (double) easy.size(), Unit.COUNT, null, QUERY);
    Fact too = log.fact("intensity.easy-runs-above", period.name(), "easy runs with over a quarter of their time above the first threshold", period, (double) above, Unit.COUNT, null, QUERY);
    Fact pace = log.fact("intensity.easy-pace", period.name(), "mean pace of easy runs", period, totals.paceSPerKm(), Unit.PACE, easy.size(), QUERY);
    Statement statement = log.statement("intensity.easy-runs").importance(lead ? 90 : 30).strength(Strength.MODERATE);
    if (above == 0) {
      statement.say("Your easy runs are easy: none of the %s spent more than a quarter of its time above the first threshold.", count);
    } else if (above * 4 < easy.size()) {
      statement.say("Most of your easy runs are easy: %s of %s spent more than a quarter of their time above the first threshold.", too, count);
    } else {
      statement.say("Your easy runs are often too hard: %s of %s spent more than a quarter of their time above the first threshold.", too, count).claims(Claim.HARDER, Claim.FASTER);
    }
    if (pace.quantity() != null) {
      statement.say("Their mean pace was %s.", pace);
    }
    findings.add(statement.made());
  }
}
