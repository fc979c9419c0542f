package dev.longrun.analysis;

import java.util.List;

/** How can history improve advice? */
final class HistoryPage {
  private HistoryPage() {}

  static List<Section> sections(AnalysedLog log) {
    return List.of(LedgerSection.of(log), RetrospectSection.of(log), BeforeRacesSection.of(log), UnknownSection.of(log));
  }
}
