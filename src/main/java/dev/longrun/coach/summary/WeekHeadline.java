package dev.longrun.coach.summary;

import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunRow;
import dev.longrun.coach.findings.Statement;
import dev.longrun.coach.findings.Strength;
import dev.longrun.coach.findings.Totals;
import dev.longrun.coach.topics.Period;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines on top of a summary: how much against the period before, of what kind, and what fitness and intensity were. */
final class WeekHeadline {
  private static final String QUERY = "counted_run, summed by Totals";

  /** Below this share of difference a period is about as large as the one before. */
  private static final double ABOUT_THE_SAME = 0.1;

  private static final Map<String, String> KINDS = kinds();

  private final SummaryPeriod period;
  private final LogView log;
  private final boolean incomplete;

  WeekHeadline(SummaryPeriod period, LogView log, boolean incomplete) {
    this.period = period;
    this.log = log;
    this.incomplete = incomplete;
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("race", "race");
    kinds.put("long", "long run");
    kinds.put("interval", "session of repeats");
    kinds.put("tempo", "tempo run");
    kinds.put("easy", "easy run");
    return kinds;
  }

  List<Finding> top(List<RunRow> runs, Totals totals) {
    List<Finding> top = new ArrayList<>();
    top.add(amount(totals));
    if (!runs.isEmpty()) {
      top.add(mix(runs, totals));
    }
    if (!incomplete) {
      fitness(totals).ifPresent(top::add);
    }
    return top;
  }

  private Finding amount(Totals totals) {
    Period days = period.period();
    String word = period.kind() == SummaryPeriod.Kind.WEEK ? "week" : "month";
    Fact km = log.fact("summary.distance", days.name(), "distance", days, totals.km(), Unit.KILOMETRES, totals.runs(), QUERY);
    Statement statement = log.statement("summary.amount").importance(100);
    if (totals.runs() == 0) {
      return incomplete
          ? statement.say("No run of the %s is known.", word).strength(Strength.UNKNOWN).made()
          : statement.say("A %s without a run.", word).with(km).made();
    }
    SummaryPeriod before = period.previous();
    boolean comparable = log.runs().firstDay() != null && !log.runs().firstDay().isAfter(before.from()) && !incomplete;
    if (!comparable) {
      return statement.say("%s in this %s" + (incomplete ? ", as far as is known" : "") + ".", km, word).made();
    }
    Totals then = log.totals(before.period());
    Fact kmBefore = log.fact("summary-before.distance", "the " + word + " before", "distance of the " + word + " before", before.period(), then.km(), Unit.KILOMETRES, then.runs(), QUERY);
    int sign = km.quantity().compareAsShown(kmBefore.quantity());
    boolean same = then.km() > 0 && Math.abs(totals.km() / then.km() - 1) < ABOUT_THE_SAME;
    if (same || sign == 0) {
      return statement.say("A %s like the one before: %s after %s.", word, km, kmBefore).claims(Claim.UNCHANGED).made();
    }
    return statement
        .say("A %s %s: %s after %s.", sign > 0 ? "larger" : "lighter", word, km, kmBefore)
        .claims(sign > 0 ? Claim.MORE : Claim.LESS, sign > 0 ? Claim.HARDER : Claim.EASIER)
        .made();
  }

  /** {@code 6 runs: 1 long run, 1 session of repeats, 4 easy runs.} */
  private Finding mix(List<RunRow> runs, Totals totals) {
    Map<String, Long> counts = runs.stream().filter(run -> run.type() != null).collect(Collectors.groupingBy(RunRow::type, Collectors.counting()));
    Period days = period.period();
    Fact all = log.fact("summary.runs", days.name(), "runs", days, (double) totals.runs(), Unit.COUNT, null, QUERY);
    List<Object> arguments = new ArrayList<>(List.of(all));
    List<String> parts = new ArrayList<>();
    KINDS.forEach(
        (type, name) -> {
          long count = counts.getOrDefault(type, 0L);
          if (count > 0) {
            arguments.add(log.fact("summary.runs-" + type, days.name(), name + "s", days, (double) count, Unit.COUNT, null, "run_metric.run_type"));
            parts.add("%s " + (count == 1 ? name : plural(name)));
          }
        });
    Fact time = log.fact("summary.time", days.name(), "running time", days, totals.movingS(), Unit.DURATION, totals.runs(), QUERY);
    arguments.add(time);
    String text = "%s " + (totals.runs() == 1 ? "run" : "runs") + (parts.isEmpty() ? "" : ": " + String.join(", ", parts)) + ". In all %s of running.";
    return log.statement("summary.mix").say(text, arguments.toArray()).importance(90).made();
  }

  private static String plural(String name) {
    return name.equals("session of repeats") ? "sessions of repeats" : name + "s";
  }

  private Optional<Finding> fitness(Totals totals) {
    Optional<Double> now = fitnessOn(period.to());
    double zones = totals.z1S() + totals.z2S() + totals.z3S();
    if (now.isEmpty() && zones <= 0) {
      return Optional.empty();
    }
    Statement statement = log.statement("summary.fitness").strength(Strength.WEAK).importance(80);
    now.ifPresent(
        value -> {
          Fact fitness = log.fact("summary.fitness", "end of the " + period.kind().id(), "fitness", period.to(), value, Unit.LOAD_A_DAY, "day_metric");
          Optional<Double> then = fitnessOn(period.from().minusDays(1));
          if (then.isEmpty()) {
            statement.say("Fitness %s.", fitness);
          } else {
            Fact before = log.fact("summary.fitness-before", "end of the one before", "fitness before", period.from().minusDays(1), then.get(), Unit.LOAD_A_DAY, "day_metric");
            statement.say("Fitness %s (%s a %s ago).", fitness, before, period.kind().id());
          }
        });
    if (zones > 0) {
      Fact easy = log.fact("summary.easy", period.period().name(), "time below the first threshold", period.period(), 100 * totals.z1S() / zones, Unit.PERCENT, totals.runsWithHeartRate(), QUERY);
      statement.say("%s of the time was easy.", easy);
    }
    return Optional.of(statement.made());
  }

  private Optional<Double> fitnessOn(LocalDate day) {
    return log.handle()
        .createQuery("select fitness from day_metric where day = :day and fitness is not null")
        .bind("day", day.toString())
        .mapTo(Double.class)
        .findOne();
  }
}
