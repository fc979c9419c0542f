package dev.longrun.analysis;

import java.util.List;

/** What signals fatigue or readiness? */
final class FatiguePage {
  private FatiguePage() {}

  static List<Section> sections(AnalysedLog log) {
    return List.of(
        SignalSection.of(log), MorningSection.of(log), SpikeSection.of(log), FormSection.of(log), WeekSection.of(log), redFlags());
  }

  /** Meeusen 2013: overtraining is what remains when everything else has been excluded, by a physician. */
  private static Section redFlags() {
    return Section.missing(
        "What no log can judge",
        "Chest pain, breathlessness or fainting, pain in a bone at rest or at night, fever: stop running and see a physician."
            + " Nothing on this page is a diagnosis.");
  }
}
