package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What could be run over a distance today, and against a time that was named. */
final class RaceForecasts implements FindingMaker {
  private static final String FORECAST = "metrics.race.Forecast";
  private static final List<StandardDistance> DISTANCES =
      List.of(StandardDistance.FIVE_KM, StandardDistance.TEN_KM, StandardDistance.HALF_MARATHON, StandardDistance.MARATHON);

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FORECAST);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<Finding> findings = new ArrayList<>();
    StandardDistance wanted = asked.distanceM() == null ? goalDistance(log) : nearest(asked.distanceM());
    for (StandardDistance distance : DISTANCES) {
      Forecast forecast = log.analysed().outlook().of(distance);
      int importance = distance == wanted ? 90 : 30;
      String id = "forecast." + distance.name().toLowerCase(java.util.Locale.ROOT);
      if (!forecast.isKnown()) {
        if (distance == wanted) {
          findings.add(
              log.statement(id)
                  .say("What you could run over the %s cannot be said yet: %s.", distance.label(), String.join("; ", forecast.missing()))
                  .strength(Strength.UNKNOWN)
                  .importance(importance)
                  .made());
        }
        continue;
      }
      findings.add(expected(id, distance, forecast, importance, log));
      if (distance == wanted && asked.durationS() != null) {
        findings.add(0, against(id, distance, forecast, asked.durationS(), log));
      }
    }
    return findings;
  }

  private static Finding expected(String id, StandardDistance distance, Forecast forecast, int importance, LogView log) {
    Fact time = log.fact(id + ".time", distance.label(), "forecast on a good day", log.today(), forecast.seconds(), Unit.DURATION, FORECAST);
    Fact low = log.fact(id + ".low", distance.label(), "fast end of eight in ten good days", log.today(), forecast.lowS(), Unit.DURATION, FORECAST);
    Fact high = log.fact(id + ".high", distance.label(), "slow end of eight in ten good days", log.today(), forecast.highS(), Unit.DURATION, FORECAST);
    Fact pace = log.fact(id + ".pace", distance.label(), "pace of the forecast", log.today(), forecast.seconds() * 1000 / distance.distanceM(), Unit.PACE, FORECAST);
    Statement statement = log.statement(id).strength(Strength.MODERATE).importance(importance).wrongIf("your latest races do not show what you can do");
    return importance > 50
        ? statement.say("About %s over the %s on a good day now (%s); eight of ten such days fall between %s and %s.", time, distance.label(), pace, low, high).made()
        : statement.say("Over the %s it is about %s.", distance.label(), time).made();
  }

  private static Finding against(String id, StandardDistance distance, Forecast forecast, double seconds, LogView log) {
    double probability = Math.max(1, Math.min(99, 100 * forecast.goalProbability(seconds).orElse(0)));
    Fact time = log.fact(id + ".asked", distance.label(), "time asked about", (dev.longrun.coach.topics.Period) null, seconds, Unit.DURATION, null, "the question");
    Fact chance = log.fact(id + ".chance", distance.label(), "chance of it on a good day", log.today(), probability, Unit.PERCENT, FORECAST);
    return log.statement(id + ".chance")
        .say("%s over the %s: a chance of %s on a good day, as you are today.", time, distance.label(), chance)
        .claims(probability >= 50 ? Claim.ON_TRACK : Claim.NOT_ON_TRACK)
        .strength(Strength.MODERATE)
        .importance(95)
        .made();
  }

  private static StandardDistance goalDistance(LogView log) {
    return log.goal().flatMap(dev.longrun.analysis.Goal::distance).filter(DISTANCES::contains).orElse(StandardDistance.HALF_MARATHON);
  }

  private static StandardDistance nearest(double metres) {
    return DISTANCES.stream().min(Comparator.comparingDouble(distance -> Math.abs(Math.log(distance.distanceM() / metres)))).orElseThrow();
  }
}
