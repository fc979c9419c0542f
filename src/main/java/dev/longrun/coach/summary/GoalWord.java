package dev.longrun.coach.summary;

import dev.longrun.analysis.Goal;
import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.Strength;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.Optional;

/** What the goal ledger said last up to the end of the period, of the goal that still is one. */
final class GoalWord {
  private static final String SAID =
      """
      select forecast_s, goal_probability, known_until from goal_ledger
      where distance_m = :distanceM and goal_time_s = :goalTimeS and known_until <= :day and known_until > date(:day, '-14 days')
          and forecast_s is not null
      order by known_until desc limit 1""";

  private final LogView log;

  GoalWord(LogView log) {
    this.log = log;
  }

  private record Said(Double forecastS, Double probability, LocalDate knownUntil) {}

  Optional<Finding> said() {
    Optional<Goal> goal = log.goal();
    return goal.flatMap(this::read)
        .map(
            said -> {
              Fact forecast = log.fact("goal.ledger-forecast", "goal race", "forecast on a good day", said.knownUntil(), said.forecastS(), Unit.DURATION, "goal_ledger");
              Fact time = log.fact("goal.time", "goal race", "goal time", said.knownUntil(), goal.get().timeS(), Unit.DURATION, "GOAL_TIME or annotation");
              if (said.probability() == null) {
                return log.statement("goal.ledger").say("A good day gives %s; the goal is %s.", forecast, time).strength(Strength.MODERATE).made();
              }
              Fact chance = log.fact("goal.ledger-chance", "goal race", "chance of the goal time", said.knownUntil(), 100 * said.probability(), Unit.PERCENT, "goal_ledger");
              return log.statement("goal.ledger")
                  .say("A good day gives %s, the chance of %s is %s.", forecast, time, chance)
                  .claims(said.probability() >= 0.5 ? Claim.ON_TRACK : Claim.NOT_ON_TRACK)
                  .strength(Strength.MODERATE)
                  .made();
            });
  }

  private Optional<Said> read(Goal goal) {
    return log.handle()
        .createQuery(SAID)
        .bind("distanceM", goal.distanceM())
        .bind("goalTimeS", goal.timeS())
        .bind("day", log.today().toString())
        .map(
            (row, context) -> {
              double forecast = row.getDouble("forecast_s");
              double probability = row.getDouble("goal_probability");
              return new Said(forecast, row.wasNull() ? null : (Double) probability, LocalDate.parse(row.getString("known_until")));
            })
        .findOne();
  }
}
