package dev.longrun.analysis;

import dev.longrun.metrics.race.MarathonGoal;
import dev.longrun.metrics.race.MarathonReadiness;
import dev.longrun.metrics.race.ReadinessComponent;
import dev.longrun.report.Figures;
import java.util.Locale;

/** The readiness panel: aspect by aspect, without a score. */
final class ReadinessSection {
  private ReadinessSection() {}

  static Section of(AnalysedLog log) {
    return log.goal()
        .flatMap(Goal::marathon)
        .map(goal -> panel(goal, log.outlook().readiness(goal)))
        .orElseGet(
            () -> Section.missing("Readiness for a marathon", "It is judged by a marathon goal, and there is none. " + Goals.HOW_TO_SET));
  }

  private static Section panel(MarathonGoal goal, MarathonReadiness readiness) {
    return Section.of(
        "Readiness for a marathon in " + Figures.duration(goal.seconds()),
        Passage.prose(
            "Aspect by aspect against a benchmark; what is not known is no gap, and there is no score, because its weights would be"
                + " invented. The benchmarks are associations over many runners or custom, not conditions that one runner must meet."),
        Passage.points(readiness.components().stream().map(ReadinessSection::line).toList()));
  }

  private static String line(ReadinessComponent component) {
    return "%s – %s: %s. Benchmark: %s (%s; %s)."
        .formatted(
            component.state().name().toLowerCase(Locale.ROOT),
            component.aspect().label(),
            component.foundText(),
            component.benchmarkText(),
            component.evidence().label(),
            component.source());
  }
}
