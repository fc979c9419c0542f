package dev.longrun.analysis;

import java.util.List;

/** How does training become performance? */
final class PerformancePage {
  private PerformancePage() {}

  static List<Section> sections(AnalysedLog log) {
    return List.of(
        ForecastSection.of(log),
        ReadinessSection.of(log),
        SpeedSection.of(log),
        RaceSection.of(log),
        BlockSection.of(log),
        MonthSection.of(log),
        BestEffortSection.of(log),
        TrainingPaceSection.of(log));
  }
}
