package dev.longrun.coach.advice;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.Totals;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A range for the coming week: about what the last four whole weeks had, at most a tenth more. */
final class WeekRange implements TrainingAdvice {
  private static final double LESS = 0.9;
  private static final double MORE = 1.1;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.NEXT_WEEK, Topic.SPIKES);
  }

  @Override
  public Optional<Advice> advise(Asked asked, List<Finding> findings, LogView log) {
    LocalDate sunday = log.lastDay().plusDays(1).with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    Period weeks = new Period(sunday.minusDays(27), sunday, "the last four whole weeks");
    if (log.knownUntil() == null || log.runs().firstDay() == null || log.runs().firstDay().isAfter(weeks.from()) || sunday.isBefore(log.today().minusDays(14))) {
      return Optional.of(
          new Advice("week.unknown", "For a range of kilometres I need four whole weeks that are known up to now.", List.of(), null, null));
    }
    Totals totals = log.totals(weeks);
    double mean = totals.km() / 4;
    if (mean <= 0) {
      return Optional.empty();
    }
    Quantity low = Quantity.of(mean * LESS, Unit.KILOMETRES);
    Quantity high = Quantity.of(mean * MORE, Unit.KILOMETRES);
    return Optional.of(
        new Advice(
            "week.range",
            low.number(log.units()) + " to " + high.shown(log.units()) + " next week: about what the last four whole weeks had, at most a tenth more.",
            List.of("week.now"),
            low,
            high));
  }
}
