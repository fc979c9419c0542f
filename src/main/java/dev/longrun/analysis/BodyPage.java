package dev.longrun.analysis;

import java.util.List;

/** How do effort, feel and physiology move over time? */
final class BodyPage {
  private BodyPage() {}

  static List<Section> sections(AnalysedLog log) {
    return List.of(
        WeeklyTrendSection.of(log), AnswersSection.of(log), EffortSection.of(log), DecouplingSection.of(log), ThresholdSection.of(log), IntensitySection.of(log));
  }
}
