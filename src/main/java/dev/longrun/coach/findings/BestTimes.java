package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The fastest stretches of all runs, of a period or of all time, and superlatives: longest, fastest, hardest run. */
final class BestTimes implements FindingMaker {
  private static final String BEST =
      """
      select distance_m, time_s, run_date, run_no
      from (
          select best_effort.*, row_number() over (partition by best_effort.distance_m order by best_effort.time_s, run_date, run_no) as place
          from best_effort
          join counted_run using (run_date, run_no)
          where run_date between :from and :to
      )
      where place = 1
      order by distance_m""";

  private record Best(double distanceM, double timeS, LocalDate day) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.BEST_EFFORTS);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<Finding> findings = new ArrayList<>();
    superlative(asked, log, findings);
    LocalDate first = log.runs().firstDay();
    Period period = asked.period() != null ? asked.period() : new Period(first == null ? log.today() : first, log.today(), "all your runs");
    List<Best> bests =
        log.handle()
            .createQuery(BEST)
            .bind("from", period.from().toString())
            .bind("to", period.to().toString())
            .map((row, context) -> new Best(row.getDouble("distance_m"), row.getDouble("time_s"), LocalDate.parse(row.getString("run_date"))))
            .list();
    if (bests.isEmpty()) {
      findings.add(
          log.statement("best.none").say("No best times are known %s: they need kilometres.", of(period)).strength(Strength.UNKNOWN).importance(85).made());
      return findings;
    }
    Best wanted =
        asked.distanceM() == null
            ? null
            : bests.stream().min(Comparator.comparingDouble(best -> Math.abs(Math.log(best.distanceM() / asked.distanceM())))).orElse(null);
    for (Best best : bests) {
      boolean lead = best == wanted;
      findings.add(of(best, period, lead ? 92 : wanted == null ? importance(best.distanceM()) : 30, log));
    }
    return findings;
  }

  private static int importance(double distanceM) {
    return distanceM == 5_000 ? 80 : distanceM == 10_000 ? 82 : distanceM > 20_000 && distanceM < 22_000 ? 81 : distanceM == 1_000 ? 70 : 40;
  }

  private static Finding of(Best best, Period period, int importance, LogView log) {
    String distance = distance(best.distanceM());
    String id = "best." + Math.round(best.distanceM());
    Fact time = log.fact(id, distance, "best time", period, best.timeS(), Unit.DURATION, null, "best_effort");
    Fact pace = log.fact(id + ".pace", distance, "pace of the best time", period, best.timeS() * 1000 / best.distanceM(), Unit.PACE, null, "best_effort");
    return log.statement(id)
        .say("Your fastest %s %s is %s (%s), on %s.", distance, of(period), time, pace, best.day())
        .importance(importance)
        .made();
  }

  private static String of(Period period) {
    return period.name().equals("all your runs") ? "of all runs" : Periods.in(period);
  }

  static String distance(double metres) {
    if (Math.abs(metres - 42_195) < 1) {
      return "marathon";
    }
    if (Math.abs(metres - 21_097.5) < 1) {
      return "half marathon";
    }
    if (Math.abs(metres - 1_609.344) < 1) {
      return "mile";
    }
    return metres < 1_000 || metres % 1_000 != 0 ? Math.round(metres) + " m" : Math.round(metres / 1_000) + " km";
  }

  private static void superlative(Asked asked, LogView log, List<Finding> findings) {
    if (asked.superlative() == null || asked.distanceM() != null) {
      return;
    }
    String wanted = asked.superlative().toLowerCase(Locale.ROOT);
    LocalDate first = log.runs().firstDay();
    if (first == null) {
      return;
    }
    Period period = asked.period() != null ? asked.period() : new Period(first, log.today(), "all your runs");
    List<RunRow> runs = log.runs(period);
    if (wanted.contains("long") || wanted.contains("far")) {
      runs.stream().filter(run -> run.km() != null).max(Comparator.comparingDouble(RunRow::km)).ifPresent(run -> findings.add(longest(run, period, log)));
    } else if (wanted.contains("short")) {
      runs.stream().filter(run -> run.km() != null).min(Comparator.comparingDouble(RunRow::km)).ifPresent(run -> findings.add(one(run, "shortest", period, log)));
    } else if (wanted.contains("slow")) {
      runs.stream().filter(run -> run.paceSPerKm() != null).max(Comparator.comparingDouble(RunRow::paceSPerKm)).ifPresent(run -> findings.add(one(run, "slowest", period, log)));
    } else if (wanted.contains("hard") || wanted.contains("tough")) {
      runs.stream().filter(run -> run.load() != null).max(Comparator.comparingDouble(RunRow::load)).ifPresent(run -> findings.add(hardest(run, period, log)));
    } else if (wanted.contains("fast") || wanted.contains("quick")) {
      runs.stream()
          .filter(run -> run.paceSPerKm() != null && run.km() != null && run.km() >= 3)
          .min(Comparator.comparingDouble(RunRow::paceSPerKm))
          .ifPresent(run -> findings.add(one(run, "fastest", period, log)));
    }
  }

  private static Finding longest(RunRow run, Period period, LogView log) {
    return one(run, "longest", period, log);
  }

  private static Finding one(RunRow run, String which, Period period, LogView log) {
    String thing = "run of " + log.day(run.day());
    Fact km = log.fact("best." + which + ".distance", thing, "distance", run.day(), run.km(), Unit.RUN_KILOMETRES, RunReview.QUERY);
    Fact pace = log.fact("best." + which + ".pace", thing, "pace", run.day(), run.paceSPerKm(), Unit.PACE, RunReview.QUERY);
    Statement statement = log.statement("best." + which).importance(88);
    if (km.quantity() == null) {
      return statement.say("The %s run %s was %s, at %s.", which, of(period), RunReview.title(run, log), pace).made();
    }
    return pace.quantity() == null
        ? statement.say("The %s run %s was %s, %s.", which, of(period), RunReview.title(run, log), km).made()
        : statement.say("The %s run %s was %s, %s at %s.", which, of(period), RunReview.title(run, log), km, pace).made();
  }

  private static Finding hardest(RunRow run, Period period, LogView log) {
    Fact load = log.fact("best.hardest.load", "run of " + log.day(run.day()), "training load", run.day(), run.load(), Unit.LOAD, RunReview.QUERY);
    return log.statement("best.hardest")
        .say("The run that asked most of you %s was %s, with a load of %s.", of(period), RunReview.title(run, log), load)
        .claims(Claim.HARDER)
        .importance(88)
        .made();
  }
}
