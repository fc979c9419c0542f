package dev.longrun.coach.summary;

import dev.longrun.coach.EvidenceFile;
import dev.longrun.report.SourceFreshness;
import java.util.List;

/** What a summary rests on, as JSON. */
final class SummaryEvidence {
  private final EvidenceFile file;

  SummaryEvidence(SummaryPeriod period, SummaryDesk.Material material, List<SourceFreshness> freshness) {
    this.file =
        new EvidenceFile(material.log().knownUntil())
            .put("period", period.name())
            .findings(material.text().findings())
            .advice(material.text().advice())
            .facts(material.text().facts())
            .runs(material.text().runs())
            .sources(freshness);
  }

  String json() {
    return file.json();
  }
}
