package dev.longrun.analysis;

import dev.longrun.metrics.trend.EffortAgainstLoad;
import java.util.ArrayList;
import java.util.List;

/** Feel and effort against load. */
final class EffortSection {
  private EffortSection() {}

  static Section of(AnalysedLog log) {
    EffortAgainstLoad answers = EffortAgainstLoad.of(log.runs(), log.today());
    List<Passage> passages = new ArrayList<>(Say.findings(answers.feelForLoad(), answers.effortForLoad(), answers.effortLately()));
    passages.add(
        Passage.prose(
            "A week of twice the usual load: a 7-day load twice the 42-day one on the morning of the run. Feel goes from 1 (very weak)"
                + " to 5 (very strong), effort from 1 to 10."));
    return new Section("Feel and effort against load", passages);
  }
}
