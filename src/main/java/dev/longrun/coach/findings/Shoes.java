package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.metrics.trend.Estimate;
import dev.longrun.metrics.trend.ShoeComparison;
import dev.longrun.quantity.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far each shoe has gone, which is past its limit, and whether the runner is faster in one than in another. */
public final class Shoes implements FindingMaker {
  private static final String QUERY = "shoe, counted_run";
  private static final String WORN =
      """
      with worn as (
          select
              shoe.shoe_id,
              shoe.name,
              shoe.carbon_plate,
              case when shoe.retired_on <= :day then shoe.retired_on end as retired_on,
              count(*) as runs,
              shoe.start_km + sum(coalesce(run.distance_m, 0)) / 1000.0 as km,
              shoe_limit.retire_at_km,
              max(run.run_date) as last_used_on
          from shoe
          join shoe_limit using (shoe_id)
          join counted_run as run on run.shoe_id = shoe.shoe_id and run.run_date <= :day
          group by shoe.shoe_id
      )
      select *, retire_at_km - km as remaining_km from worn
      order by last_used_on desc, shoe_id""";

  /** A shoe not worn for so long is probably no longer in use. */
  private static final int RECENT_DAYS = 120;

  private static final double NEAR_KM = 60;

  /** One shoe, as far as it was worn up to the day. */
  public record Shoe(long id, String name, int runs, double km, double limitKm, double remainingKm, LocalDate lastUsedOn, boolean carbonPlate, boolean retired) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SHOE_WEAR, Topic.SHOE_CHOICE, Topic.GENERAL);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<Shoe> all = shoes(log);
    boolean general = asked.topic() == Topic.GENERAL;
    if (all.isEmpty()) {
      return List.of(
          log.statement("shoes.none")
              .say("No run has a shoe yet.")
              .say("Gear in Garmin Connect or Strava, or `shoe:` in a log note, tells me.")
              .strength(Strength.UNKNOWN)
              .importance(general ? 5 : 90)
              .made());
    }
    List<Shoe> named = all.stream().filter(shoe -> asked.shoes().contains(shoe.id())).toList();
    List<Shoe> shoes = !named.isEmpty() ? named : inUse(log);
    if (shoes.isEmpty()) {
      return List.of(log.statement("shoes.none-in-use").say("No shoe was worn in the last four months.").importance(general ? 5 : 85).made());
    }
    List<Finding> findings = new ArrayList<>();
    shoes.stream().sorted(Comparator.comparingDouble(Shoe::remainingKm)).forEach(shoe -> findings.add(wear(shoe, asked, general, log)));
    if (general) {
      return findings.stream().filter(finding -> finding.claims().contains(Claim.WARNING)).toList();
    }
    if (asked.topic() == Topic.SHOE_CHOICE) {
      choice(shoes, log, findings);
      speed(log, findings);
    }
    return findings;
  }

  private static Finding wear(Shoe shoe, Asked asked, boolean general, LogView log) {
    Statement.Name name = new Statement.Name(shoe.name());
    String id = "shoe-" + shoe.id();
    Fact km = log.fact(id + ".km", shoe.name(), "run so far", log.lastDay(), shoe.km(), Unit.KILOMETRES, QUERY);
    Fact limit = log.fact(id + ".limit", shoe.name(), "limit", log.lastDay(), shoe.limitKm(), Unit.KILOMETRES, QUERY);
    boolean asks = asked.topic() == Topic.SHOE_WEAR;
    if (shoe.remainingKm() < 0) {
      Fact over = log.fact(id + ".over", shoe.name(), "past its limit by", log.lastDay(), -shoe.remainingKm(), Unit.KILOMETRES, QUERY);
      return log.statement(id + ".past-limit")
          .say("%s is %s past its limit of %s, with %s run.", name, over, limit, km)
          .claims(Claim.WARNING, Claim.LONGER)
          .importance(general ? 58 : asks ? 92 : 80)
          .made();
    }
    Fact left = log.fact(id + ".remaining", shoe.name(), "left until its limit", log.lastDay(), shoe.remainingKm(), Unit.KILOMETRES, QUERY);
    boolean near = shoe.remainingKm() < NEAR_KM;
    return log.statement(id + ".wear")
        .say("%s has %s of its %s; %s are left.", name, km, limit, left)
        .claims(near ? new Claim[] {Claim.WARNING} : new Claim[] {})
        .importance(near ? 82 : asks ? 75 : 60)
        .made();
  }

  /** For a race a plate that is within its limit and already worn in; for easy days the one with most left. */
  private static void choice(List<Shoe> shoes, LogView log, List<Finding> findings) {
    List<Shoe> good = shoes.stream().filter(shoe -> !shoe.retired() && shoe.remainingKm() > 0).toList();
    if (good.isEmpty()) {
      findings.add(log.statement("shoes.choice-none").say("Every shoe in use is past its limit.").claims(Claim.WARNING).importance(90).made());
      return;
    }
    Shoe daily = good.stream().filter(shoe -> !shoe.carbonPlate()).max(Comparator.comparingDouble(Shoe::remainingKm)).orElse(null);
    Shoe racer = good.stream().filter(Shoe::carbonPlate).max(Comparator.comparingDouble(Shoe::remainingKm)).orElse(null);
    if (daily != null) {
      Fact left = log.fact("shoe-" + daily.id() + ".remaining", daily.name(), "left until its limit", log.lastDay(), daily.remainingKm(), Unit.KILOMETRES, QUERY);
      findings.add(
          log.statement("shoes.daily")
              .say("For daily running %s has most left, %s.", new Statement.Name(daily.name()), left)
              .strength(Strength.COUNTED)
              .importance(95)
              .made());
    }
    if (racer != null) {
      Fact left = log.fact("shoe-" + racer.id() + ".remaining", racer.name(), "left until its limit", log.lastDay(), racer.remainingKm(), Unit.KILOMETRES, QUERY);
      findings.add(
          log.statement("shoes.race")
              .say("For a race %s has a carbon plate and %s left.", new Statement.Name(racer.name()), left)
              .strength(Strength.COUNTED)
              .importance(daily == null ? 95 : 88)
              .made());
    }
  }

  private static void speed(LogView log, List<Finding> findings) {
    ShoeComparison comparison = ShoeComparison.of(log.analysed().runs());
    if (comparison.reference() == null) {
      return;
    }
    for (Map.Entry<String, dev.longrun.metrics.trend.Finding> entry : comparison.differences().entrySet()) {
      if (!(entry.getValue() instanceof Estimate estimate)) {
        continue;
      }
      String id = "shoes.speed-" + Integer.toHexString(entry.getKey().hashCode());
      Fact difference = log.fact(id, entry.getKey(), "speed against " + comparison.reference(), log.lastDay(), estimate.value(), Unit.PERCENT_FINE, "metrics.trend.ShoeComparison");
      Fact low = log.fact(id + ".low", entry.getKey(), "lower end of the interval of nineteen in twenty", log.lastDay(), estimate.low(), Unit.PERCENT_FINE, "metrics.trend.ShoeComparison");
      Fact high = log.fact(id + ".high", entry.getKey(), "upper end of the interval of nineteen in twenty", log.lastDay(), estimate.high(), Unit.PERCENT_FINE, "metrics.trend.ShoeComparison");
      Statement statement = log.statement(id).strength(estimate.clear() ? Strength.MODERATE : Strength.WEAK).importance(55).wrongIf("fast shoes go to fast days");
      boolean faster = estimate.value() > 0;
      findings.add(
          estimate.clear()
              ? statement
                  .say("At the same heart rate you were %s %s in %s than in %s (%s to %s).", Statement.unsigned(difference), faster ? "faster" : "slower",
                      new Statement.Name(entry.getKey()), new Statement.Name(comparison.reference()), Statement.signed(low), Statement.signed(high))
                  .claims(faster ? Claim.FASTER : Claim.SLOWER)
                  .made()
              : statement
                  .say("Whether you are faster in %s than in %s cannot be told (%s to %s).", new Statement.Name(entry.getKey()), new Statement.Name(comparison.reference()),
                      Statement.signed(low), Statement.signed(high))
                  .with(difference)
                  .claims(Claim.UNCHANGED)
                  .made());
    }
  }

  /** Worn in the last four months and not retired. */
  public static List<Shoe> inUse(LogView log) {
    return shoes(log).stream().filter(shoe -> !shoe.retired() && shoe.lastUsedOn().isAfter(log.today().minusDays(RECENT_DAYS))).toList();
  }

  private static List<Shoe> shoes(LogView log) {
    return log.handle()
        .createQuery(WORN)
        .bind("day", log.today().toString())
        .map(
            (row, context) ->
                new Shoe(
                    row.getLong("shoe_id"),
                    row.getString("name"),
                    row.getInt("runs"),
                    row.getDouble("km"),
                    row.getDouble("retire_at_km"),
                    row.getDouble("remaining_km"),
                    LocalDate.parse(row.getString("last_used_on")),
                    row.getInt("carbon_plate") == 1,
                    row.getString("retired_on") != null))
        .list();
  }
}
