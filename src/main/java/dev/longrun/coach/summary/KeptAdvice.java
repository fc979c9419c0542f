package dev.longrun.coach.summary;

import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.Statement;
import dev.longrun.quantity.Unit;
import java.util.List;
import java.util.Optional;

/** How the advice that was given for this period was kept, as far as it can be counted. */
final class KeptAdvice {
  private final SummaryPeriod period;
  private final LogView log;

  KeptAdvice(SummaryPeriod period, LogView log) {
    this.period = period;
    this.log = log;
  }

  Optional<Finding> finding() {
    List<AdviceLedger.Outcome> outcomes = AdviceLedger.outcomes(period, log);
    if (outcomes.isEmpty()) {
      return Optional.empty();
    }
    Statement statement = log.statement("advice.kept").importance(60);
    for (AdviceLedger.Outcome outcome : outcomes) {
      AdviceLedger.Given each = outcome.given();
      Fact was = log.fact("advice." + each.adviceId() + ".done", period.period().name(), AdviceLedger.measure(each), period.period(), outcome.done(), Unit.KILOMETRES, null, "counted_run");
      Fact high = log.fact("advice." + each.adviceId() + ".high", period.period().name(), "advised at most", period.period(), each.high(), Unit.KILOMETRES, null, "advice_given");
      Fact low = log.fact("advice." + each.adviceId() + ".low", period.period().name(), "advised at least", period.period(), each.low(), Unit.KILOMETRES, null, "advice_given");
      if (low.quantity() != null && high.quantity() != null) {
        statement.say("You were advised %s to %s; it became %s.", low, high, was);
      } else if (high.quantity() != null) {
        statement.say("The long run was to be at most %s; it was %s.", high, was);
      }
    }
    Finding finding = statement.made();
    return finding.facts().isEmpty() ? Optional.empty() : Optional.of(finding);
  }
}
