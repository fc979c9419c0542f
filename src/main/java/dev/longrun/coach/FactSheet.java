package dev.longrun.coach;

import dev.longrun.report.SourceFreshness;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything the coach may rest words on for one question or one period.
 *
 * @param from the earliest day any fact speaks of, races apart
 * @param to the last day
 * @param facts the most important first
 * @param runs newest first
 * @param notCounted runs that may be shown to the runner and to nobody else
 * @param freshness of every source of runs
 */
public record FactSheet(
    LocalDate from, LocalDate to, List<Fact> facts, List<RunLine> runs, List<RunLine> notCounted, List<SourceFreshness> freshness) {
  public FactSheet {
    facts = List.copyOf(facts);
    runs = List.copyOf(runs);
    notCounted = List.copyOf(notCounted);
    freshness = List.copyOf(freshness);
  }

  /** The same without anything that judges load or form. */
  FactSheet withoutVerdicts() {
    return new FactSheet(
        from,
        to,
        facts.stream().filter(fact -> !fact.judgesLoad()).toList(),
        runs.stream().map(RunLine::withoutLoad).toList(),
        notCounted,
        freshness);
  }
}
