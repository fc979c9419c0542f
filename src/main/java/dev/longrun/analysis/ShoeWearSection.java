package dev.longrun.analysis;

import dev.longrun.metrics.trend.ShoeRetirement;
import dev.longrun.report.Figures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far each shoe has gone, and when it reaches its limit. */
final class ShoeWearSection {
  private static final String SHOES =
      """
      select shoe_id, name, runs, km, retire_at_km, last_used_on
      from v_shoe_mileage
      where retired_on is null and (last_used_on is null or last_used_on > date(:day, '-1 year'))
      order by km desc
      limit 20""";

  private static final String WEEKS =
      """
      select shoe_id, run_date, distance_m / 1000.0 as km
      from counted_run
      where shoe_id is not null and distance_m is not null and run_date >= :from and run_date < :end""";

  private record Shoe(long id, String name, int runs, double km, double limitKm, String lastUsed) {}

  private ShoeWearSection() {}

  static Section of(AnalysedLog log) {
    List<Shoe> shoes =
        log.handle()
            .createQuery(SHOES)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    new Shoe(
                        row.getLong("shoe_id"),
                        Objects.requireNonNullElse(Rows.name(row, "name"), "unnamed"),
                        row.getInt("runs"),
                        row.getDouble("km"),
                        row.getDouble("retire_at_km"),
                        row.getString("last_used_on")))
            .list();
    if (shoes.isEmpty()) {
      return Section.missing("Kilometres by shoe", "No shoe in use is known.");
    }
    Map<Long, double[]> weeks = weeks(log);
    List<ShoeRetirement> retirements = shoes.stream().map(shoe -> retirement(shoe, weeks, log.today())).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < shoes.size(); i++) {
      rows.add(row(shoes.get(i), retirements.get(i)));
    }
    return Section.of(
        "Kilometres by shoe",
        Passage.table(List.of("shoe", "runs", "km", "limit km", "km a week", "limit reached", "last worn"), rows),
        Passage.points(retirements.stream().map(ShoeRetirement::sentence).toList()),
        Passage.prose(
            "If it goes on as in the last %d weeks; earliest and latest from the busiest and the quietest four weeks in a row. The limit is the one that is noted for the shoe, else 600 km, 400 km with a carbon plate: a reminder, not a finding. No trial shows that a new pair at some mileage prevents injuries; comfort, wear and feel decide."
                .formatted(ShoeRetirement.WEEKS)));
  }

  /** Kilometres of the last whole weeks, oldest first. */
  private static Map<Long, double[]> weeks(AnalysedLog log) {
    LocalDate end = log.today().plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate from = end.minusWeeks(ShoeRetirement.WEEKS);
    Map<Long, double[]> weeks = new HashMap<>();
    log.handle()
        .createQuery(WEEKS)
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map(
            (row, context) -> {
              int week = (int) ChronoUnit.WEEKS.between(from, LocalDate.parse(row.getString("run_date")));
              weeks.computeIfAbsent(row.getLong("shoe_id"), shoe -> new double[ShoeRetirement.WEEKS])[week] += row.getDouble("km");
              return week;
            })
        .list();
    return weeks;
  }

  private static ShoeRetirement retirement(Shoe shoe, Map<Long, double[]> weeks, LocalDate today) {
    List<Double> weeklyKm = Arrays.stream(weeks.getOrDefault(shoe.id(), new double[ShoeRetirement.WEEKS])).boxed().toList();
    return ShoeRetirement.of(shoe.name(), shoe.km(), shoe.limitKm(), weeklyKm, today);
  }

  private static List<String> row(Shoe shoe, ShoeRetirement retirement) {
    boolean reached = retirement.remainingKm() == 0;
    return List.of(
        shoe.name(),
        Integer.toString(shoe.runs()),
        Figures.decimal(shoe.km(), 0),
        Figures.decimal(shoe.limitKm(), 0),
        Figures.decimal(retirement.kmPerWeek(), 0),
        reached ? "yes" : retirement.expected() == null ? "not known" : retirement.expected().toString(),
        Say.text(shoe.lastUsed()));
  }
}
