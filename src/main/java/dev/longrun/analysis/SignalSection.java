package dev.longrun.analysis;

import dev.longrun.metrics.trend.FatigueSignal;
import dev.longrun.metrics.trend.FatigueSignals;
import java.util.Locale;

/** What changes in tired runners, the last four weeks against the rest, strongest evidence first. */
final class SignalSection {
  private SignalSection() {}

  static Section of(AnalysedLog log) {
    FatigueSignals signals = FatigueSignals.of(log.runs(), log.today());
    return Section.of(
        "Signals of accumulated fatigue",
        Passage.prose(signals.sentence()),
        Passage.points(signals.signals().stream().map(SignalSection::line).toList()),
        Passage.prose(
            "The last 28 days against what the rest of the runs leads to expect, by strength of evidence (Saw 2016; Meeusen 2013), corrected"
                + " for how many signals are asked about at once (Benjamini and Hochberg 1995, q 0.10). Resting heart rate and sleep are"
                + " weak signs of training fatigue; form, ramp and the ratio of recent to usual load are none that was ever validated."));
  }

  private static String line(FatigueSignal signal) {
    return "Evidence %s, now %s – %s"
        .formatted(
            signal.evidence().name().toLowerCase(Locale.ROOT),
            signal.direction().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            signal.sentence());
  }
}
