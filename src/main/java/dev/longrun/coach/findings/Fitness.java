package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Load, fitness, fatigue and form of a day, and what they were four weeks before. */
final class Fitness implements FindingMaker {
  private static final String QUERY = "day_metric";
  private static final String DAY =
      """
      select day, fitness, fatigue, form, ramp, warming_up from day_metric
      where day <= :day and fitness is not null
      order by day desc limit 1""";

  private record Day(LocalDate day, Double fitness, Double fatigue, Double form, Double ramp, boolean warmingUp) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.FITNESS, Topic.READINESS, Topic.GENERAL, Topic.RUN_TOMORROW, Topic.NEXT_WEEK, Topic.FATIGUE, Topic.PROGRESS);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.FITNESS;
    LocalDate until = asked.period() != null && asked.period().to().isBefore(log.lastDay()) ? asked.period().to() : log.lastDay();
    Optional<Day> found = at(until, log);
    if (found.isEmpty()) {
      return List.of(
          log.statement("fitness.unknown")
              .say("Fitness, fatigue and form are not known: no run has a load.")
              .say("It takes a resting heart rate (RUNNER_RESTING_HR) and a maximum (RUNNER_MAX_HR).")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 90 : 20)
              .made());
    }
    Day day = found.get();
    List<Finding> findings = new ArrayList<>();
    String thing = "day " + day.day();
    Fact fitness = log.fact("fitness.fitness", thing, "fitness", day.day(), day.fitness(), Unit.LOAD_A_DAY, QUERY);
    Fact fatigue = log.fact("fitness.fatigue", thing, "fatigue", day.day(), day.fatigue(), Unit.LOAD_A_DAY, QUERY);
    Fact form = log.fact("fitness.form", thing, "form", day.day(), day.form(), Unit.LOAD_A_DAY, QUERY);
    Statement statement = log.statement("fitness.now").strength(Strength.WEAK).importance(lead ? 90 : 45);
    if (form.quantity() == null) {
      statement.say("On %s fitness was %s and fatigue %s.", day.day(), fitness, fatigue);
    } else {
      statement.say("On %s fitness was %s, fatigue %s, form %s.", day.day(), fitness, fatigue, Statement.signed(form));
    }
    if (day.warmingUp()) {
      statement.say("The log is younger than six weeks, so these are still too low.");
    }
    findings.add(statement.made());
    before(day, fitness, lead, log, findings);
    return findings;
  }

  private static void before(Day day, Fact fitness, boolean lead, LogView log, List<Finding> findings) {
    at(day.day().minusDays(28), log)
        .filter(before -> before.day().equals(day.day().minusDays(28)) && !before.warmingUp())
        .ifPresent(
            before -> {
              Fact then = log.fact("fitness.before", "day " + before.day(), "fitness four weeks before", before.day(), before.fitness(), Unit.LOAD_A_DAY, QUERY);
              int sign = fitness.quantity().compareAsShown(then.quantity());
              Statement statement = log.statement("fitness.before").strength(Strength.WEAK).importance(lead ? 80 : 38).with(fitness);
              findings.add(
                  sign == 0
                      ? statement.say("Four weeks before, fitness was the same.").with(then).claims(Claim.UNCHANGED).made()
                      : statement
                          .say("Four weeks before, fitness was %s: the training load has %s since.", then, sign > 0 ? "grown" : "fallen")
                          .claims(sign > 0 ? Claim.MORE : Claim.LESS)
                          .made());
            });
  }

  private static Optional<Day> at(LocalDate day, LogView log) {
    return log.handle()
        .createQuery(DAY)
        .bind("day", day.toString())
        .map(
            (row, context) ->
                new Day(
                    LocalDate.parse(row.getString("day")),
                    RunTable.number(row, "fitness"),
                    RunTable.number(row, "fatigue"),
                    RunTable.number(row, "form"),
                    RunTable.number(row, "ramp"),
                    row.getInt("warming_up") == 1))
        .findOne();
  }
}
