package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Period;
import dev.longrun.coach.topics.Topic;
import dev.longrun.metrics.pace.HeatCost;
import dev.longrun.metrics.trend.Estimate;
import dev.longrun.metrics.trend.WeatherSensitivity;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The weather of runs and what heat cost in them. */
final class Heat implements FindingMaker {
  private static final String HOURS =
      """
      select avg(weather.temperature_c) as temperature_c, avg(weather.wind_speed_ms) as wind_ms, max(weather.wind_gust_ms) as gust_ms,
          sum(weather.precipitation_mm) as rain_mm, avg(weather.humidity_pct) as humidity_pct
      from weather_log as weather
      where weather.run_date = :date and weather.run_no = :no""";

  private record Air(Double windMs, Double rainMm) {}

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.WEATHER);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    List<Finding> findings = new ArrayList<>();
    if (!asked.runs().isEmpty()) {
      log.run(asked.runs().get(0)).ifPresent(run -> ofRun(run, log, findings));
    } else {
      ofPeriod(asked, log, findings);
    }
    own(asked, log, findings);
    return findings;
  }

  private static void ofRun(RunRow run, LogView log, List<Finding> findings) {
    String thing = "run of " + log.day(run.day());
    Fact temperature = log.fact("weather.temperature", thing, "temperature", run.day(), run.temperatureC(), Unit.CELSIUS, "weather_log");
    if (temperature.quantity() == null) {
      findings.add(log.statement("weather.unknown").say("The weather of %s is not known.", RunReview.title(run, log)).strength(Strength.UNKNOWN).importance(90).made());
      return;
    }
    Fact dew = log.fact("weather.dew-point", thing, "dew point", run.day(), run.dewPointC(), Unit.CELSIUS, "weather_log");
    Fact cost = log.fact("weather.heat", thing, "cost of the heat", run.day(), run.heatPct(), Unit.PERCENT_FINE, "run_metric.heat_pct");
    Statement statement = log.statement("weather.run").importance(92).strength(Strength.MODERATE);
    if (cost.quantity() != null && cost.quantity().rounded() > 0) {
      statement
          .say("On %s it was %s (dew point %s): such heat slows a run of this effort by about %s.", run.day(), temperature, dew.quantity() == null ? temperature : dew, cost)
          .claims(Claim.HOTTER, Claim.SLOWER, Claim.CAUSE);
    } else {
      statement.say("On %s it was %s: no heat that would have slowed you.", run.day(), temperature);
    }
    findings.add(statement.made());
    log.handle()
        .createQuery(HOURS)
        .bind("date", run.key().date())
        .bind("no", run.key().no())
        .map((row, context) -> new Air(RunTable.number(row, "wind_ms"), RunTable.number(row, "rain_mm")))
        .findOne()
        .filter(air -> air.windMs() != null)
        .ifPresent(air -> findings.add(windAndRain(air, run, log)));
  }

  private static Finding windAndRain(Air air, RunRow run, LogView log) {
    Fact wind = log.fact("weather.wind", "run of " + log.day(run.day()), "wind", run.day(), air.windMs(), Unit.METRES_PER_SECOND, "weather_log");
    Statement statement = log.statement("weather.wind").importance(60).say("The wind was %s on average.", wind);
    if (air.rainMm() != null) {
      statement.say(air.rainMm() > 0.2 ? "It rained." : "It stayed dry.");
    }
    return statement.made();
  }

  private static void ofPeriod(Asked asked, LogView log, List<Finding> findings) {
    Period period = asked.period() == null ? Periods.lastDays(log.lastDay(), 28) : Periods.known(asked.period(), log);
    List<RunRow> runs = period == null ? List.of() : log.runs(period).stream().filter(run -> run.temperatureC() != null).toList();
    if (runs.isEmpty()) {
      findings.add(
          log.statement("weather.unknown")
              .say("The weather of no run %s is known.", period == null ? "of that time" : Periods.in(period))
              .strength(Strength.UNKNOWN)
              .importance(70)
              .made());
      return;
    }
    Fact mean = log.fact("weather.mean", period.name(), "mean temperature of the runs", period, runs.stream().mapToDouble(RunRow::temperatureC).average().orElseThrow(), Unit.CELSIUS, runs.size(), "run_metric.temperature_c");
    RunRow warmest = runs.stream().max(Comparator.comparingDouble(RunRow::temperatureC)).orElseThrow();
    Fact most = log.fact("weather.warmest", "run of " + log.day(warmest.day()), "temperature", warmest.day(), warmest.temperatureC(), Unit.CELSIUS, "run_metric.temperature_c");
    Statement statement = log.statement("weather.period").importance(85).say("The runs %s had %s on average; the warmest was on %s with %s.", Periods.in(period), mean, warmest.day(), most);
    runs.stream()
        .filter(run -> Objects.requireNonNullElse(run.heatPct(), 0.0) > 0)
        .max(Comparator.comparingDouble(RunRow::heatPct))
        .ifPresentOrElse(
            run -> {
              Fact cost = log.fact("weather.heat", "run of " + log.day(run.day()), "cost of the heat", run.day(), run.heatPct(), Unit.PERCENT_FINE, "run_metric.heat_pct");
              statement.say("Heat cost most on %s: about %s.", run.day(), cost).claims(Claim.HOTTER, Claim.SLOWER, Claim.CAUSE);
            },
            () -> statement.say("None of them was warm enough to slow you."));
    findings.add(statement.made());
  }

  private static void own(Asked asked, LogView log, List<Finding> findings) {
    WeatherSensitivity heat = log.analysed().adjustedPaces().heat();
    if (!(heat.own() instanceof Estimate estimate)) {
      findings.add(
          log.statement("weather.own-unknown")
              .say("How much heat slows you yourself cannot be said yet: %s", heat.own().sentence().endsWith(".") ? heat.own().sentence() : heat.own().sentence() + ".")
              .strength(Strength.UNKNOWN)
              .importance(40)
              .made());
      return;
    }
    Fact cost = log.fact("weather.own", "heat", "cost a degree of temperature plus dew point above " + HeatCost.HEAT_FROM_C + " °C", log.lastDay(), Math.abs(estimate.value()), Unit.PERCENT_FINE, "metrics.trend.WeatherSensitivity");
    Statement statement = log.statement("weather.own").strength(estimate.clear() ? Strength.STRONG : Strength.WEAK).importance(78).wrongIf("you got used to the heat in between");
    findings.add(
        estimate.clear()
            ? statement
                .say("In your own runs each degree of heat (temperature plus dew point, above the threshold) cost about %s.", cost)
                .claims(Claim.HOTTER, Claim.SLOWER, Claim.CAUSE)
                .made()
            : statement.say("In your own runs no clear cost of heat can be seen yet.").with(cost).claims(Claim.UNCHANGED).made());
  }
}
