package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resting heart rate, heart rate variability, sleep and weight: what the latest mornings say. */
final class Mornings implements FindingMaker {
  private static final String LATEST =
      """
      select day, resting_hr_7d_bpm, resting_hr_usual_bpm, resting_hr_state, hrv_7d_ms, hrv_low_ms, hrv_high_ms, hrv_state, sleep_debt_s, votes
      from day_readiness where day <= :day and day > date(:day, '-7 days')
      order by day desc limit 1""";
  private static final String MEANS =
      """
      select count(*) as days, avg(resting_hr_bpm) as resting_hr_bpm, avg(hrv_rmssd_ms) as hrv_rmssd_ms, avg(sleep_s) as sleep_s, avg(weight_kg) as weight_kg
      from day_log where day between :from and :to""";

  private record Means(int days, Double restingHrBpm, Double hrvRmssdMs, Double sleepS, Double weightKg) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MORNINGS, Topic.READINESS, Topic.RUN_TOMORROW, Topic.FATIGUE);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.MORNINGS;
    List<Finding> findings = new ArrayList<>();
    votes(asked, log).ifPresent(findings::add);
    Period period = asked.period() != null ? asked.period() : new Period(log.today().minusDays(6), log.today(), "the last seven days");
    means(period, log)
        .filter(means -> means.days() > 0)
        .ifPresentOrElse(
            means -> mean(means, period, lead, log, findings),
            () ->
                findings.add(
                    log.statement("mornings.unknown")
                        .say("No resting heart rate, variability or sleep is known of these days.")
                        .say("A log note with `morning:` tells me, or a connected Garmin account.")
                        .strength(Strength.UNKNOWN)
                        .importance(lead ? 90 : 25)
                        .made()));
    return findings;
  }

  private static void mean(Means means, Period period, boolean lead, LogView log, List<Finding> findings) {
    Fact beats = log.fact("mornings.resting", period.name(), "mean resting heart rate", period, means.restingHrBpm(), Unit.BEATS, means.days(), "day_log");
    Fact hrv = log.fact("mornings.hrv", period.name(), "mean heart rate variability", period, means.hrvRmssdMs(), Unit.HRV, means.days(), "day_log");
    Fact sleep = log.fact("mornings.sleep", period.name(), "mean sleep", period, means.sleepS(), Unit.HOURS, means.days(), "day_log");
    Fact weight = log.fact("mornings.weight", period.name(), "mean weight", period, means.weightKg(), Unit.KILOGRAMS, means.days(), "day_log");
    Statement statement = log.statement("mornings.mean").importance(lead ? 90 : 42);
    if (beats.quantity() != null) {
      statement.say("Resting heart rate %s on average %s.", beats, Periods.in(period));
    }
    if (hrv.quantity() != null) {
      statement.say("Heart rate variability %s.", hrv);
    }
    if (sleep.quantity() != null) {
      statement.say("Sleep %s a night.", sleep);
    }
    if (weight.quantity() != null && lead) {
      statement.say("Weight %s.", weight);
    }
    findings.add(statement.made());
  }

  private static Optional<Finding> votes(Asked asked, LogView log) {
    return log.handle()
        .createQuery(LATEST)
        .bind("day", log.today().toString())
        .map(
            (row, context) -> {
              LocalDate day = LocalDate.parse(row.getString("day"));
              int votes = row.getInt("votes");
              Fact count = log.fact("mornings.votes", "morning of " + log.day(day), "votes for taking it easier", day, (double) votes, Unit.COUNT, "day_readiness");
              Statement statement = log.statement("mornings.votes").strength(Strength.WEAK).importance(asked.topic() == Topic.READINESS ? 85 : votes >= 2 ? 72 : 46);
              return votes == 0
                  ? statement.say("Nothing known of the morning of %s speaks against a normal day.", day).with(count).claims(Claim.FRESH).made()
                  : statement.say("%s " + (count.quantity().value() < 1.5 ? "sign" : "signs") + " of the morning of %s " + (count.quantity().value() < 1.5 ? "points" : "point") + " toward taking it easier.", count, day).claims(Claim.TIRED).made();
            })
        .findOne();
  }

  private static Optional<Means> means(Period period, LogView log) {
    return log.handle()
        .createQuery(MEANS)
        .bind("from", period.from().toString())
        .bind("to", period.to().toString())
        .map(
            (row, context) ->
                new Means(
                    row.getInt("days"),
                    RunTable.number(row, "resting_hr_bpm"),
                    RunTable.number(row, "hrv_rmssd_ms"),
                    RunTable.number(row, "sleep_s"),
                    RunTable.number(row, "weight_kg")))
        .findOne();
  }
}
