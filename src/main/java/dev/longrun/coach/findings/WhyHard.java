package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the log holds that may have made a run hard: heat, hills, tired legs, drift, length, illness. It names no cause by itself. */
final class WhyHard implements FindingMaker {
  private static final double NOTICEABLE_HEAT_PCT = 1.0;
  private static final double DRIFT_PCT = 5.0;
  private static final double HILLY_M_PER_KM = 12;
  private static final String DAY_METRIC = "day_metric";

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.WHY_HARD);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    Optional<RunRow> found = RunReview.ofQuestion(asked, log);
    if (found.isEmpty()) {
      return List.of();
    }
    RunRow run = found.get();
    List<Finding> findings = new ArrayList<>();
    List<String> signs = new ArrayList<>();
    heat(run, log, findings, signs);
    hills(run, log, findings, signs);
    drift(run, log, findings, signs);
    form(run, log, findings, signs);
    length(run, log, findings, signs);
    noted(run, log, findings, signs);
    findings.add(verdict(run, signs, log));
    return findings;
  }

  private static Finding verdict(RunRow run, List<String> signs, LogView log) {
    Fact effort = log.fact("run.effort", "run of " + log.day(run.day()), "effort", run.day(), run.effort(), Unit.EFFORT_NOTED, RunReview.QUERY);
    Statement statement = log.statement("why-hard.verdict").importance(95).strength(Strength.WEAK).wrongIf("what made it hard is not in the log");
    if (!signs.isEmpty()) {
      String hard = effort.quantity() == null ? "" : run.effort() >= 7 ? " You noted an effort of %s." : " You noted an effort of %s, which is no hard run.";
      String what = "These go with a harder run, and the log shows them: " + String.join(", ", signs) + "." + hard;
      return (effort.quantity() == null ? statement.say(what) : statement.say(what, effort)).claims(Claim.HARDER).made();
    }
    if (effort.quantity() != null && run.effort() >= 7) {
      return statement.say("You noted an effort of %s, and the log shows nothing that would explain it.", effort).claims(Claim.HARDER).made();
    }
    if (effort.quantity() != null) {
      return statement.say("The log does not show a hard run: you noted an effort of %s.", effort).made();
    }
    return statement.say("The log does not show a hard run.").made();
  }

  private static void heat(RunRow run, LogView log, List<Finding> findings, List<String> signs) {
    Fact temperature = log.fact("run.temperature", "run of " + log.day(run.day()), "temperature", run.day(), run.temperatureC(), Unit.CELSIUS, RunReview.QUERY);
    if (temperature.quantity() == null) {
      findings.add(
          log.statement("why-hard.heat-unknown").say("Its weather is not known.").strength(Strength.UNKNOWN).importance(35).made());
      return;
    }
    if (run.heatPct() != null && run.heatPct() >= NOTICEABLE_HEAT_PCT) {
      Fact cost = log.fact("run.heat", "run of " + log.day(run.day()), "cost of the heat", run.day(), run.heatPct(), Unit.PERCENT_FINE, RunReview.QUERY);
      findings.add(
          log.statement("why-hard.heat")
              .say("It was warm: %s, which slows a run of this effort by about %s.", temperature, cost)
              .claims(Claim.HOTTER, Claim.HARDER, Claim.SLOWER, Claim.CAUSE)
              .strength(Strength.MODERATE)
              .importance(80)
              .wrongIf("you are used to heat")
              .made());
      signs.add("heat");
    } else {
      findings.add(log.statement("why-hard.heat").say("It was not heat (%s).", temperature).importance(50).made());
    }
  }

  private static void hills(RunRow run, LogView log, List<Finding> findings, List<String> signs) {
    if (run.gainM() == null || run.km() == null || run.km() < 1) {
      return;
    }
    Fact gain = log.fact("run.climb", "run of " + log.day(run.day()), "climb", run.day(), run.gainM(), Unit.METRES, RunReview.QUERY);
    if (run.gainM() / run.km() >= HILLY_M_PER_KM) {
      findings.add(log.statement("why-hard.hills").say("It was hilly: %s of climb.", gain).claims(Claim.HARDER).importance(75).made());
      signs.add("hills");
    } else {
      findings.add(log.statement("why-hard.hills").say("It was not the hills (%s of climb).", gain).importance(45).made());
    }
  }

  private static void drift(RunRow run, LogView log, List<Finding> findings, List<String> signs) {
    Fact drift = log.fact("run.decoupling", "run of " + log.day(run.day()), "decoupling", run.day(), run.decouplingPct(), Unit.PERCENT_FINE, RunReview.QUERY);
    if (drift.quantity() == null) {
      return;
    }
    if (run.decouplingPct() > DRIFT_PCT) {
      findings.add(
          log.statement("why-hard.drift")
              .say("Your heart rate drifted away from your pace: %s decoupling between the halves, above the usual limit of five in a hundred.", drift)
              .claims(Claim.HARDER, Claim.HIGHER)
              .importance(78)
              .made());
      signs.add("a drifting heart rate");
    } else {
      findings.add(
          log.statement("why-hard.drift")
              .say("Pace and heart rate stayed together: %s decoupling between the halves, which counts as no drift.", drift)
              .importance(55)
              .made());
    }
  }

  private static void form(RunRow run, LogView log, List<Finding> findings, List<String> signs) {
    Optional<Double> form =
        log.handle()
            .createQuery("select form from day_metric where day = :day and form is not null and warming_up = 0")
            .bind("day", run.day().toString())
            .mapTo(Double.class)
            .findOne();
    if (form.isEmpty()) {
      return;
    }
    LocalDate day = run.day();
    Fact fact = log.fact("run.form", "morning of " + log.day(day), "form", day, form.get(), Unit.LOAD_A_DAY, DAY_METRIC);
    if (form.get() < -10) {
      findings.add(
          log.statement("why-hard.form")
              .say("The days before were demanding: form was %s that morning.", Statement.signed(fact))
              .claims(Claim.TIRED, Claim.HARDER)
              .strength(Strength.WEAK)
              .importance(70)
              .made());
      signs.add("the load of the days before");
    } else {
      findings.add(
          log.statement("why-hard.form").say("The load of the days before was nothing unusual: form was %s that morning.", Statement.signed(fact)).importance(48).made());
    }
  }

  private static void length(RunRow run, LogView log, List<Finding> findings, List<String> signs) {
    if (run.spikeRatio() == null || run.spikeRatio() <= 1.1) {
      return;
    }
    Fact ratio = log.fact("run.spike", "run of " + log.day(run.day()), "distance over the longest of the month before", run.day(), run.spikeRatio(), Unit.RATIO, RunReview.QUERY);
    findings.add(
        log.statement("why-hard.length")
            .say("It was far longer than what you were used to: %s times the longest run of the thirty days before.", ratio)
            .claims(Claim.LONGER, Claim.HARDER)
            .importance(72)
            .made());
    signs.add("its length");
  }

  private static void noted(RunRow run, LogView log, List<Finding> findings, List<String> signs) {
    HealthNotes.around(run.day(), log).stream()
        .findFirst()
        .ifPresent(
            note -> {
              findings.add(
                  log.statement("why-hard.noted")
                      .say("You had noted %s.", note.described(log))
                      .claims(Claim.HARDER, Claim.WARNING)
                      .importance(79)
                      .made());
              signs.add(note.kind().equals("injury") ? "an injury" : "an illness");
            });
  }
}
