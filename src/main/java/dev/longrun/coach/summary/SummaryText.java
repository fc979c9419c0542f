package dev.longrun.coach.summary;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.report.plot.Chart;
import java.util.List;
import java.util.stream.Stream;

/**
 * What code says of a week or month, before it is laid out.
 *
 * @param top at most three: what a runner reads on a phone, the first in bold
 * @param changes what changed against the period before and how sure that is
 * @param signals of fatigue, health, the body
 * @param things shoes, weather, races, blocks: where they mattered
 * @param goal the ledger's word of that week; null: no goal, or nothing was said
 * @param kept how the advice of the period before was kept; null: none was given, or nothing can be said
 * @param toDo one thing to do; null: none
 * @param toLeave one thing to leave; null: none
 * @param next for the period to come
 * @param chart the weeks or months up to it; null: too few
 * @param unknown what is missing and how to give it; null: nothing
 */
record SummaryText(
    List<Finding> top,
    List<Finding> changes,
    List<Finding> signals,
    List<Finding> things,
    Finding goal,
    Finding kept,
    Advice toDo,
    Advice toLeave,
    List<Advice> next,
    Finding unknown,
    List<RunRow> runs,
    Chart chart) {

  List<Finding> findings() {
    return Stream.of(top.stream(), changes.stream(), signals.stream(), things.stream(), Stream.ofNullable(goal), Stream.ofNullable(kept), Stream.ofNullable(unknown))
        .flatMap(stream -> stream)
        .distinct()
        .toList();
  }

  List<Advice> advice() {
    return Stream.of(Stream.ofNullable(toDo), Stream.ofNullable(toLeave), next.stream()).flatMap(stream -> stream).distinct().toList();
  }

  List<Fact> facts() {
    return findings().stream().flatMap(finding -> finding.facts().stream()).distinct().toList();
  }
}
