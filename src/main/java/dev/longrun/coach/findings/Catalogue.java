package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every kind of finding there is, and what they say to a question. */
public final class Catalogue {
  /** In this order where two are equally important. */
  static final List<FindingMaker> MAKERS =
      List.of(
          new Volume(),
          new PeriodComparison(),
          new RunReview(),
          new WhyHard(),
          new Pacing(),
          new GoalOutlook(),
          new RaceForecasts(),
          new Paces(),
          new Progress(),
          new Fitness(),
          new Tiredness(),
          new Mornings(),
          new Intensity(),
          new LongRunHistory(),
          new Spikes(),
          new BestTimes(),
          new PastRaces(),
          new Shoes(),
          new Heat(),
          new Hills(),
          new Beats(),
          new Cadence(),
          new EffortAndFeel(),
          new HealthNotes(),
          new Blocks(),
          new Regularity(),
          new AdviceKept(),
          new Terms(),
          new WhatIsKnown(),
          new WhereYouStand());

  private Catalogue() {}

  /** The most important first; of two with one id the first. */
  public static List<Finding> to(Asked asked, LogView log) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    MAKERS.stream()
        .filter(maker -> maker.topics().contains(asked.topic()))
        .flatMap(maker -> maker.find(asked, log).stream())
        .sorted(Comparator.comparingInt(Finding::importance).reversed())
        .forEach(finding -> findings.putIfAbsent(finding.id(), finding));
    return List.copyOf(findings.values());
  }
}
