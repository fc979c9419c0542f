package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs far longer than the longest of the month before them (Schuster Brandt Frandsen 2025), and how fast the weeks grow. */
final class Spikes implements FindingMaker {
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SPIKES, Topic.INJURY, Topic.NEXT_WEEK);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.SPIKES;
    List<Finding> findings = new ArrayList<>();
    Period period = Periods.lastDays(log.lastDay(), 28);
    List<RunRow> runs = log.runs(period);
    List<RunRow> spikes = runs.stream().filter(run -> run.spikeRatio() != null && run.spikeRatio() > 1.1).toList();
    boolean known = runs.stream().anyMatch(run -> run.spikeRatio() != null);
    if (!known) {
      findings.add(
          log.statement("spikes.unknown")
              .say("Whether any run was far longer than usual is not known: it takes a month of running before it.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 80 : 5)
              .made());
    } else if (spikes.isEmpty()) {
      findings.add(
          log.statement("spikes.none")
              .say("No run of the last four weeks was more than a tenth longer than the longest of the month before it.")
              .strength(Strength.MODERATE)
              .importance(lead ? 85 : 30)
              .made());
    } else {
      RunRow worst = spikes.stream().max((one, other) -> Double.compare(one.spikeRatio(), other.spikeRatio())).orElseThrow();
      Fact ratio = log.fact("spikes.worst", "run of " + log.day(worst.day()), "distance over the longest of the month before", worst.day(), worst.spikeRatio(), Unit.RATIO, "run_metric.spike_ratio");
      Fact count = log.fact("spikes.count", period.name(), "runs more than a tenth longer than the longest of the month before", period, (double) spikes.size(), Unit.COUNT, null, "run_metric.spike_ratio");
      findings.add(
          log.statement("spikes.some")
              .say("%s of the runs of the last four weeks %s more than a tenth longer than the longest of the month before; the run of %s was %s times as long.", count,
                  spikes.size() == 1 ? "was" : "were", worst.day(), ratio)
              .say("Injuries were more frequent after such runs in a study of thousands of runners.")
              .claims(Claim.LONGER, Claim.WARNING)
              .strength(Strength.MODERATE)
              .importance(lead ? 90 : 60)
              .made());
    }
    weeks(lead, log, findings);
    return findings;
  }

  private static void weeks(boolean lead, LogView log, List<Finding> findings) {
    Period week = Periods.lastDays(log.lastDay(), 7);
    Period before = new Period(week.from().minusDays(28), week.from().minusDays(1), "the four weeks before");
    if (log.runs().firstDay() == null || log.runs().firstDay().isAfter(before.from())) {
      return;
    }
    Fact now = log.fact("spikes.week", week.name(), "distance", week, log.totals(week).km(), Unit.KILOMETRES, null, "counted_run");
    Fact usual = log.fact("spikes.usual", before.name(), "mean distance a week", before, log.totals(before).km() / 4, Unit.KILOMETRES, null, "counted_run");
    int sign = now.quantity().compareAsShown(usual.quantity());
    findings.add(
        log.statement("spikes.week")
            .say("The last seven days had %s, the four weeks before %s each on average.", now, usual)
            .claims(sign > 0 ? Claim.MORE : sign < 0 ? Claim.LESS : Claim.UNCHANGED)
            .importance(lead ? 75 : 40)
            .made());
  }
}
