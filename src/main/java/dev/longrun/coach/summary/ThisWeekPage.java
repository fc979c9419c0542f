package dev.longrun.coach.summary;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Markdown of the week so far: how much, today, what was advised for the week, the runs. */
final class ThisWeekPage {
  private final SummaryPeriod week;
  private final LogView log;

  ThisWeekPage(SummaryPeriod week, LogView log) {
    this.week = week;
    this.log = log;
  }

  /** @param given what last week's summary advised for this one */
  String markdown(List<Finding> soFar, List<Finding> today, List<Advice> advice, List<AdviceLedger.Given> given) {
    List<String> blocks = new ArrayList<>();
    blocks.add("# This week: " + week.dates());
    blocks.add("**" + soFar.get(0).text() + "**" + soFar.stream().skip(1).map(finding -> "\n" + finding.text()).collect(Collectors.joining()));
    if (!log.lastDay().isBefore(week.from()) && log.knownUntil() != null && log.knownUntil().isBefore(log.today().minusDays(1))) {
      blocks.add("The log is known up to " + log.day(log.knownUntil()) + "; of the days since nothing is known, which is not rest.");
    }
    blocks.add("## Today, " + log.day(log.today()));
    blocks.add(lines(advice.stream().map(Advice::text).toList()));
    blocks.add(lines(today.stream().map(Finding::text).toList()));
    if (!given.isEmpty()) {
      blocks.add("## What last week's summary advised");
      blocks.add(lines(given.stream().map(AdviceLedger.Given::text).toList()));
    }
    List<RunRow> runs = log.runs(week.period());
    if (!runs.isEmpty()) {
      blocks.add("## Runs");
      blocks.add(new SummaryPage(week, log.units()).table(runs));
    }
    blocks.add("[Everything this rests on](evidence/this-week.json)");
    return String.join("\n\n", blocks.stream().filter(block -> !block.isBlank()).toList()) + "\n";
  }

  private static String lines(List<String> sentences) {
    return sentences.stream().map(sentence -> "- " + sentence).collect(Collectors.joining("\n"));
  }
}
