package dev.longrun.coach.summary;

import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.Statement;
import dev.longrun.coach.findings.Strength;
import dev.longrun.coach.findings.Totals;
import dev.longrun.coach.topics.Period;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was run from Monday up to the last day of which anything is known, against the same days of the week before. */
final class WeekSoFar {
  private static final String QUERY = "counted_run, summed by Totals";

  private final SummaryPeriod week;
  private final LogView log;

  WeekSoFar(SummaryPeriod week, LogView log) {
    this.week = week;
    this.log = log;
  }

  /** The first one leads. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    LocalDate last = log.lastDay();
    if (last.isBefore(week.from())) {
      findings.add(
          log.statement("this-week.unknown")
              .say("Nothing is known of this week yet; the log ends with %s.", last)
              .strength(Strength.UNKNOWN)
              .importance(95)
              .made());
    } else {
      findings.add(soFar(new Period(week.from(), last.isAfter(log.today()) ? log.today() : last, "this week")));
    }
    race().ifPresent(findings::add);
    return findings;
  }

  private Finding soFar(Period days) {
    Totals totals = log.totals(days);
    Statement statement = log.statement("this-week.so-far").importance(95);
    Fact km = log.fact("this-week.distance", "this week", "distance", days, totals.km(), Unit.KILOMETRES, totals.runs(), QUERY);
    Fact runs = log.fact("this-week.runs", "this week", "runs", days, (double) totals.runs(), Unit.COUNT, null, QUERY);
    if (totals.runs() == 0) {
      return statement.say("No run yet this week.").with(runs).made();
    }
    statement.say("%s so far this week, in %s " + (totals.runs() == 1 ? "run" : "runs") + ".", km, runs);
    Period before = new Period(days.from().minusDays(7), days.to().minusDays(7), "the same days of last week");
    if (log.runs().firstDay().isAfter(before.from())) {
      return statement.made();
    }
    Totals then = log.totals(before);
    Fact kmBefore = log.fact("this-week.distance-before", before.name(), "distance", before, then.km(), Unit.KILOMETRES, then.runs(), QUERY);
    int sign = km.quantity().compareAsShown(kmBefore.quantity());
    return statement
        .say("By this day of last week it was %s.", kmBefore)
        .claims(sign > 0 ? Claim.MORE : sign < 0 ? Claim.LESS : Claim.UNCHANGED)
        .made();
  }

  private Optional<Finding> race() {
    return log.goal()
        .map(goal -> goal.date())
        .filter(date -> !date.isBefore(log.today()))
        .map(
            date -> {
              long days = ChronoUnit.DAYS.between(log.today(), date);
              Statement statement = log.statement("this-week.race").importance(50);
              if (days == 0) {
                return statement.say("Your race is today.").made();
              }
              Fact left = log.fact("this-week.race-in", "goal race", "days to go", date, (double) days, Unit.COUNT, "GOAL_RACE_DATE or annotation");
              return statement.say("%s " + (days == 1 ? "day" : "days") + " to your race on %s.", left, date).made();
            });
  }
}
