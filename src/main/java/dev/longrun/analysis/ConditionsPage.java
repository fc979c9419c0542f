package dev.longrun.analysis;

import java.util.List;

/** How do shoes and weather interact with performance? */
final class ConditionsPage {
  private ConditionsPage() {}

  static List<Section> sections(AnalysedLog log) {
    return List.of(ShoeSection.of(log), ShoeWearSection.of(log), HeatSection.of(log), RaceHeatSection.of(log));
  }
}
