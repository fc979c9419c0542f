package dev.longrun.coach.findings;

import dev.longrun.analysis.Goal;
import dev.longrun.analysis.LongRuns;
import dev.longrun.analysis.Outlook;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.MarathonGoal;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.quantity.Unit;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be expected of the goal race, how likely the goal is, and what speaks for and against it. */
final class GoalOutlook implements FindingMaker {
  private static final String FORECAST = "metrics.race.MarathonForecast";
  private static final int WEEKS = 8;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ON_TRACK, Topic.GENERAL, Topic.NEXT_WEEK);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.ON_TRACK;
    Optional<Goal> set = log.goal();
    if (set.isEmpty()) {
      return List.of(
          log.statement("goal.none")
              .say("No goal is set, so nothing can be said about one.")
              .say("GOAL_TIME and GOAL_RACE_DATE in the settings, or `race:` with `goal:` in a log note, set it.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 95 : 15)
              .made());
    }
    Goal goal = set.get();
    Optional<StandardDistance> distance = goal.distance();
    if (distance.isEmpty()) {
      return List.of(
          log.statement("goal.distance").say("Your goal is over no standard distance: no model forecasts it.").strength(Strength.UNKNOWN).importance(lead ? 95 : 15).made());
    }
    Outlook outlook = log.analysed().outlook();
    Forecast forecast = outlook.of(distance.get());
    List<Finding> findings = new ArrayList<>();
    Fact goalTime = log.fact("goal.time", "goal race", "goal time", (Period) null, goal.timeS(), Unit.DURATION, null, "GOAL_TIME or annotation");
    if (!forecast.isKnown()) {
      findings.add(
          log.statement("goal.unknown")
              .say("Whether %s is realistic cannot be said yet: %s.", goalTime, String.join("; ", forecast.missing()))
              .strength(Strength.UNKNOWN)
              .importance(lead ? 95 : 30)
              .made());
    } else {
      findings.add(chance(forecast, goal, goalTime, lead, log));
      findings.add(spread(forecast, goal, distance.get(), goalTime, lead, log));
      if (distance.get() == StandardDistance.MARATHON && lead) {
        goalPace(goal, log, findings);
        longest(log, findings);
      }
    }
    when(goal, distance.get(), log, lead).ifPresent(findings::add);
    return findings;
  }

  private static Finding chance(Forecast forecast, Goal goal, Fact goalTime, boolean lead, LogView log) {
    double probability = 100 * forecast.goalProbability(goal.timeS()).orElseThrow();
    Fact chance = log.fact("goal.chance", "goal race", "chance of the goal time on a good day", log.today(), clamp(probability), Unit.PERCENT, FORECAST);
    boolean onTrack = probability >= 50;
    String verdict = probability >= 75 ? "Yes, as far as can be told" : onTrack ? "More likely than not" : probability >= 10 ? "Not yet" : "Unlikely";
    return log.statement("goal.chance")
        .say("%s: a chance of %s for %s, as you are today.", verdict, chance, goalTime)
        .claims(onTrack ? Claim.ON_TRACK : Claim.NOT_ON_TRACK)
        .strength(Strength.MODERATE)
        .importance(lead ? 95 : 65)
        .wrongIf("the race or the training behind the forecast does not show what you can do")
        .made();
  }

  /** Nobody's chance is exactly nothing or certainty. */
  private static double clamp(double percent) {
    return Math.max(1, Math.min(99, percent));
  }

  private static Finding spread(Forecast forecast, Goal goal, StandardDistance distance, Fact goalTime, boolean lead, LogView log) {
    Fact expected = log.fact("goal.forecast", "goal race", "forecast on a good day", log.today(), forecast.seconds(), Unit.DURATION, FORECAST);
    Fact low = log.fact("goal.forecast-low", "goal race", "fast end of eight in ten good days", log.today(), forecast.lowS(), Unit.DURATION, FORECAST);
    Fact high = log.fact("goal.forecast-high", "goal race", "slow end of eight in ten good days", log.today(), forecast.highS(), Unit.DURATION, FORECAST);
    Fact pace = log.fact("goal.pace", "goal race", "goal pace", (Period) null, goal.timeS() * 1000 / goal.distanceM(), Unit.PACE, null, "GOAL_TIME, GOAL_DISTANCE_M");
    return log.statement("goal.spread")
        .say("A good day now gives %s over the %s; eight of ten such days fall between %s and %s.", expected, distance.label(), low, high)
        .say("You want %s, which is %s.", goalTime, pace)
        .strength(Strength.MODERATE)
        .importance(lead ? 85 : 40)
        .made();
  }

  private static void goalPace(Goal goal, LogView log, List<Finding> findings) {
    LongRuns runs = LongRuns.upTo(log.handle(), log.lastDay(), new MarathonGoal(goal.timeS()));
    Period period = Periods.lastDays(log.lastDay(), 7 * WEEKS);
    Fact near = log.fact("goal.near-pace", "goal pace", "kilometres near goal pace, eight weeks", period, runs.goalPaceKm(), Unit.KILOMETRES, null, "analysis.LongRuns");
    Fact piece = log.fact("goal.near-pace-longest", "goal pace", "longest piece near goal pace, eight weeks", period, runs.longestGoalPaceKm(), Unit.KILOMETRES, null, "analysis.LongRuns");
    findings.add(
        (runs.goalPaceKm() < 0.05
                ? log.statement("goal.near-pace").say("You ran nothing near goal pace in eight weeks.").with(near)
                : log.statement("goal.near-pace").say("Near goal pace you ran %s in eight weeks, the longest piece %s.", near, piece))
            .strength(Strength.COUNTED)
            .importance(75)
            .made());
  }

  private static void longest(LogView log, List<Finding> findings) {
    Period period = Periods.lastDays(log.lastDay(), 70);
    log.runs(period).stream()
        .filter(run -> run.km() != null && !run.isRace())
        .max((one, other) -> Double.compare(one.km(), other.km()))
        .ifPresent(
            run -> {
              Fact km = log.fact("goal.longest-run", "long runs", "longest run, ten weeks", period, run.km(), Unit.KILOMETRES, null, RunReview.QUERY);
              findings.add(log.statement("goal.longest-run").say("The longest run of ten weeks was %s, on %s.", km, run.day()).importance(70).made());
            });
  }

  private static Optional<Finding> when(Goal goal, StandardDistance distance, LogView log, boolean lead) {
    if (goal.date() == null) {
      return Optional.of(
          log.statement("goal.no-date")
              .say("The day of the race is not set; GOAL_RACE_DATE or `race:` in a log note sets it.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 40 : 10)
              .made());
    }
    long days = ChronoUnit.DAYS.between(log.today(), goal.date());
    if (days < 0) {
      return Optional.of(log.statement("goal.over").say("The race of %s is over.", goal.date()).importance(lead ? 90 : 10).made());
    }
    Fact left = log.fact("goal.days", "goal race", "days to go", log.today(), (double) days, Unit.COUNT, "GOAL_RACE_DATE or annotation");
    return Optional.of(
        log.statement("goal.when").say("The %s is on %s, %s days to go.", distance.label(), goal.date(), left).importance(lead ? 80 : 35).made());
  }
}
