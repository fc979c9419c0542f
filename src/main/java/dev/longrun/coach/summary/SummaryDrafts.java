package dev.longrun.coach.summary;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.words.Draft;
import dev.longrun.log.Database;
import dev.longrun.report.Freshness;
import dev.longrun.settings.Settings;
import java.util.List;
import java.util.stream.Stream;

/** What a model is handed of a summary. */
public final class SummaryDrafts {
  private final SummaryDesk desk;

  public SummaryDrafts(Settings settings, Database database, Freshness freshness) {
    this.desk = new SummaryDesk(settings, database, freshness);
  }

  /** @param period that has ended and is wholly known */
  public Draft draft(SummaryPeriod period) {
    return desk.make(period, false, (material, handle) -> of(period, material.text()));
  }

  /** What stands below the first lines. */
  static Draft of(SummaryPeriod period, SummaryText text) {
    List<Finding> findings =
        Stream.of(text.changes().stream(), text.signals().stream(), text.things().stream(), Stream.ofNullable(text.goal()), Stream.ofNullable(text.kept()))
            .flatMap(stream -> stream)
            .toList();
    String first = text.top().isEmpty() ? null : text.top().get(0).text();
    return new Draft("A summary of " + period.title(), first, findings, findings.size(), List.of(), List.of());
  }
}
