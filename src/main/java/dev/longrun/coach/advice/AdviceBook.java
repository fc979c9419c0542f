package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.HealthNotes;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import java.util.ArrayList;
import java.util.List;

/** All advice there is, the weightiest first: what comes earlier may rule out what comes later. */
public final class AdviceBook {
  public static final List<AdviceRule> RULES =
      List.of(
          new SeePhysician(),
          new RestWhileUnwell(),
          new TomorrowsRun(),
          new WeekRange(),
          new LongRunLimit(),
          new GoalPaceWork(),
          new KeepEasyEasy(),
          new ShoeToRetire(),
          new WhatToNote());

  private AdviceBook() {}

  /** While an injury or illness is open, advice to train is not given. */
  public static List<Advice> to(Asked asked, List<Finding> findings, LogView log) {
    List<Advice> advice = new ArrayList<>();
    boolean unwell = !RestWhileUnwell.open(log).isEmpty() || HealthNotes.hasRedFlag(log);
    for (AdviceRule rule : RULES) {
      if (rule.topics().contains(asked.topic()) && !(unwell && rule instanceof TrainingAdvice)) {
        rule.advise(asked, findings, log).map(each -> EarlierAdvice.reconciled(each, log)).ifPresent(advice::add);
      }
    }
    return List.copyOf(advice);
  }
}
