package dev.longrun.coach.summary;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.advice.AdviceBook;
import dev.longrun.coach.findings.Catalogue;
import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.coach.findings.Strength;
import dev.longrun.coach.findings.Totals;
import dev.longrun.coach.pictures.Pictures;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses what a summary says, from the same findings and advice as answers. */
final class SummaryComposer {
  private static final int MOST_CHANGES = 2;
  private static final int MOST_THINGS = 3;

  /** A verdict on load or form is none for a period that is not wholly known. */
  private static final Set<Dimension> VERDICTS = Set.of(Dimension.LOAD, Dimension.LOAD_A_DAY, Dimension.RATIO);

  private final SummaryPeriod period;
  private final LogView log;
  private final boolean incomplete;

  /** @param log as of the last day of the period */
  SummaryComposer(SummaryPeriod period, LogView log, boolean incomplete) {
    this.period = period;
    this.log = log;
    this.incomplete = incomplete;
  }

  SummaryText compose() {
    Period days = period.period();
    List<RunRow> runs = log.runs(days);
    Totals totals = Totals.of(runs);
    WeekHeadline headline = new WeekHeadline(period, log, incomplete);
    List<Finding> top = headline.top(runs, totals);
    List<Finding> changes = incomplete ? List.of() : changes(days);
    List<Finding> signals = signals(days);
    List<Finding> things = things(days, runs);
    List<Advice> advice = incomplete ? List.of() : AdviceBook.to(asked(Topic.NEXT_WEEK, null), findings(Topic.NEXT_WEEK, null), log);
    Optional<Advice> toDo = find(advice, "rest.illness", "rest.injury", "goal-pace.long-run", "easy.slower");
    return new SummaryText(
        top,
        changes,
        signals,
        things,
        new GoalWord(log).said().orElse(null),
        incomplete ? null : new KeptAdvice(period, log).finding().orElse(null),
        toDo.orElse(null),
        incomplete ? null : new ToLeave(period, log).advice().orElse(null),
        advice.stream().filter(each -> toDo.isEmpty() || !each.equals(toDo.get())).toList(),
        findings(Topic.GENERAL, null).stream()
            .filter(finding -> finding.strength() == Strength.UNKNOWN && !finding.id().equals("goal.none") && signals.stream().noneMatch(said -> said.id().equals(finding.id())))
            .findFirst()
            .orElse(null),
        runs,
        Pictures.of(asked(Topic.VOLUME, days), log).orElse(null));
  }

  private List<Finding> changes(Period days) {
    return findings(Topic.COMPARE_PERIODS, days).stream()
        .filter(finding -> !finding.id().equals("compare.distance") && finding.strength() != Strength.UNKNOWN)
        .filter(finding -> !finding.claims().contains(Claim.UNCHANGED))
        .limit(MOST_CHANGES)
        .toList();
  }

  private List<Finding> signals(Period days) {
    List<Finding> signals = new ArrayList<>();
    if (!incomplete) {
      findings(Topic.FATIGUE, null).stream().filter(finding -> finding.id().startsWith("fatigue.")).limit(1).forEach(signals::add);
    }
    findings(Topic.GENERAL, null).stream().filter(finding -> finding.id().startsWith("health.")).forEach(signals::add);
    findings(Topic.EFFORT_AND_FEEL, days).stream().limit(1).forEach(signals::add);
    return signals;
  }

  private List<Finding> things(Period days, List<RunRow> runs) {
    List<Finding> things = new ArrayList<>();
    if (runs.stream().anyMatch(RunRow::isRace)) {
      findings(Topic.RACES, days).stream().limit(2).forEach(things::add);
    }
    findings(Topic.GENERAL, null).stream().filter(finding -> finding.id().startsWith("shoe-")).limit(1).forEach(things::add);
    if (runs.stream().anyMatch(run -> run.heatPct() != null && run.heatPct() >= 1)) {
      findings(Topic.WEATHER, days).stream().filter(finding -> finding.id().equals("weather.period")).forEach(things::add);
    }
    if (period.kind() == SummaryPeriod.Kind.MONTH && !incomplete) {
      findings(Topic.PROGRESS, null).stream().filter(finding -> finding.id().equals("progress.trend")).forEach(things::add);
    }
    return things.stream().limit(MOST_THINGS).toList();
  }

  private List<Finding> findings(Topic topic, Period days) {
    return Catalogue.to(asked(topic, days), log).stream().filter(finding -> !incomplete || !isVerdict(finding)).toList();
  }

  private static boolean isVerdict(Finding finding) {
    return finding.facts().stream().anyMatch(fact -> fact.quantity() != null && VERDICTS.contains(fact.quantity().unit().dimension()));
  }

  private static Asked asked(Topic topic, Period days) {
    return new Asked(topic, 1, days, null, List.of(), List.of(), null, null, null, null);
  }

  private static Optional<Advice> find(List<Advice> advice, String... ids) {
    for (String id : ids) {
      Optional<Advice> found = advice.stream().filter(each -> each.id().equals(id)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
