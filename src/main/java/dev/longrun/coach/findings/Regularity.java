package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How regularly was run: runs a week, the longest gap, the favourite day. */
final class Regularity implements FindingMaker {
  private static final String QUERY = "counted_run";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CONSISTENCY);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Period period = asked.period() == null ? Periods.lastDays(log.lastDay(), 84) : Periods.known(asked.period(), log);
    LocalDate first = log.runs().firstDay();
    if (period == null || first == null || period.to().isBefore(first)) {
      return List.of(log.statement("regularity.unknown").say("Nothing is known of that time.").strength(Strength.UNKNOWN).importance(88).made());
    }
    Period known = period.from().isBefore(first) ? new Period(first, period.to(), period.name()) : period;
    List<RunRow> runs = log.runs(known);
    long days = ChronoUnit.DAYS.between(known.from(), known.to()) + 1;
    List<Finding> findings = new ArrayList<>();
    Set<LocalDate> on = runs.stream().map(RunRow::day).collect(Collectors.toSet());
    Fact a = log.fact("regularity.runs-a-week", known.name(), "runs a week", known, runs.size() * 7.0 / days, Unit.MEAN_COUNT, runs.size(), QUERY);
    Fact ran = log.fact("regularity.days", known.name(), "days with a run", known, (double) on.size(), Unit.COUNT, null, QUERY);
    Fact of = log.fact("regularity.all-days", known.name(), "days", known, (double) days, Unit.COUNT, null, QUERY);
    String name = Periods.in(known).replace("the last 84 days", "the last twelve weeks");
    findings.add(log.statement("regularity.runs").say("You ran %s times a week on average %s, on %s of %s days.", a, name, ran, of).importance(90).made());
    gap(known, on, log, findings);
    favourite(known, runs, log, findings);
    return findings;
  }

  private static void gap(Period period, Set<LocalDate> on, LogView log, List<Finding> findings) {
    int longest = 0;
    int current = 0;
    LocalDate start = null;
    for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
      current = on.contains(day) ? 0 : current + 1;
      if (current > longest) {
        longest = current;
        start = day.minusDays(current - 1L);
      }
    }
    if (longest < 2) {
      return;
    }
    Fact gap = log.fact("regularity.gap", period.name(), "longest time without a run, days", period, (double) longest, Unit.COUNT, null, QUERY);
    findings.add(log.statement("regularity.gap").say("The longest time without a run was %s days, from %s.", gap, start).importance(70).made());
  }

  private static void favourite(Period period, List<RunRow> runs, LogView log, List<Finding> findings) {
    Map<DayOfWeek, Long> days = runs.stream().collect(Collectors.groupingBy(run -> run.day().getDayOfWeek(), Collectors.counting()));
    days.entrySet().stream()
        .max(Map.Entry.<DayOfWeek, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .filter(most -> runs.size() >= 8)
        .ifPresent(
            most -> {
              Fact count = log.fact("regularity.weekday", period.name(), "runs on the most frequent weekday", period, (double) most.getValue(), Unit.COUNT, null, QUERY);
              Fact all = log.fact("regularity.runs", period.name(), "runs", period, (double) runs.size(), Unit.COUNT, null, QUERY);
              findings.add(
                  log.statement("regularity.weekday")
                      .say("%s is your most frequent day: %s of %s runs.", most.getKey().getDisplayName(TextStyle.FULL, Locale.ENGLISH), count, all)
                      .importance(55)
                      .made());
            });
  }
}
