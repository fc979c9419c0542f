package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.metrics.trend.FatigueSignal;
import dev.longrun.metrics.trend.FatigueSignal.Direction;
import dev.longrun.metrics.trend.FatigueSignals;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Signals of accumulated fatigue in the last four weeks (Saw 2016; Meeusen 2013). No diagnosis. */
final class Tiredness implements FindingMaker {
  private static final String QUERY = "metrics.trend.FatigueSignals";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FATIGUE, Topic.READINESS, Topic.RUN_TOMORROW, Topic.GENERAL, Topic.NEXT_WEEK);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.FATIGUE;
    FatigueSignals signals = FatigueSignals.of(log.analysed().runs(), log.lastDay());
    List<FatigueSignal> known = signals.signals().stream().filter(signal -> signal.direction() != Direction.UNKNOWN).toList();
    List<FatigueSignal> toward = known.stream().filter(signal -> signal.direction() == Direction.TOWARD_FATIGUE).toList();
    List<Finding> findings = new ArrayList<>();
    if (known.isEmpty()) {
      findings.add(
          log.statement("fatigue.unknown")
              .say("No signal of accumulated fatigue is known yet.")
              .say("Effort and feel noted after runs are the strongest ones.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 90 : 30)
              .made());
      return findings;
    }
    Fact count = log.fact("fatigue.known", "signals of fatigue", "known signals", log.lastDay(), (double) known.size(), Unit.COUNT, QUERY);
    Statement statement = log.statement("fatigue.signals").strength(toward.isEmpty() ? Strength.MODERATE : Strength.WEAK).importance(lead ? 90 : toward.isEmpty() ? 50 : 75);
    if (toward.isEmpty()) {
      if (known.size() == 1) {
        statement.say("No sign of accumulated fatigue: the only signal known of the last four weeks, %s, does not point that way.", known.get(0).name()).with(count);
      } else {
        statement.say("No sign of accumulated fatigue: none of the %s known signals of the last four weeks points that way.", count);
      }
      statement.claims(Claim.UNCHANGED);
    } else {
      Fact towards = log.fact("fatigue.toward", "signals of fatigue", "signals toward fatigue", log.lastDay(), (double) toward.size(), Unit.COUNT, QUERY);
      statement
          .say("%s of the %s known " + (known.size() == 1 ? "signal" : "signals") + " of the last four weeks %s toward fatigue: %s.", towards, count, toward.size() == 1 ? "points" : "point",
              toward.stream().map(FatigueSignal::name).collect(Collectors.joining(", ")))
          .say("That is no diagnosis.")
          .claims(Claim.TIRED);
    }
    findings.add(statement.made());
    long unknown = signals.signals().size() - known.size();
    if (unknown > 0 && lead) {
      findings.add(
          log.statement("fatigue.not-known")
              .say(
                  "Not known: %s.",
                  signals.signals().stream().filter(signal -> signal.direction() == Direction.UNKNOWN).map(FatigueSignal::name).collect(Collectors.joining(", ")))
              .strength(Strength.UNKNOWN)
              .importance(40)
              .made());
    }
    return findings;
  }
}
