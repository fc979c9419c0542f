package dev.longrun.metrics.race;

import java.util.ArrayList;
import java.util.List;

/** What health and weather say about a marathon. */
final class RaceDayReadiness {
  /** One vote against a hard day is everyday noise. */
  private static final int VOTES_THAT_COUNT = 2;

  /** A cost of 1.5 %. Longrun's own border. */
  private static final double NEAR_WEATHER_C = 30;

  private RaceDayReadiness() {}

  /** An injury or illness of now is a gap; one that is over, a spike or two votes leave it near; without them all must be known. */
  static ReadinessComponent health(ReadinessInputs.Health health) {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.HEALTH,
            0.0,
            "no injury in 12 months, no illness in 14 days, no run far longer than before in 4 weeks, signs of recovery good",
            "findings",
            Evidence.MODERATE,
            "an earlier injury is the steadiest predictor of one; spikes: Frandsen 2025; signs: Saw 2016; any goal");
    List<String> grave = new ArrayList<>();
    addIf(grave, health.injuredNow(), "injured now");
    addIf(grave, health.illInTwoWeeks(), "ill in the last 14 days");
    List<String> all = new ArrayList<>(grave);
    if (!Boolean.TRUE.equals(health.injuredNow())) {
      addIf(all, health.injuredInYear(), "injured in the last 12 months");
    }
    addIf(all, atLeast(health.spikesInFourWeeks(), 1), "runs far longer than before in 4 weeks: " + health.spikesInFourWeeks());
    addIf(all, atLeast(health.votesAgainst(), VOTES_THAT_COUNT), "signs of poor recovery: " + health.votesAgainst());
    if (!all.isEmpty()) {
      ReadinessState state = grave.isEmpty() ? ReadinessState.NEAR : ReadinessState.GAP;
      return benchmark.found(state, all.size(), String.join(", ", all));
    }
    if (health.injuredNow() == null || health.injuredInYear() == null || health.illInTwoWeeks() == null) {
      return benchmark.unknown(notNoted(health));
    }
    return benchmark.found(ReadinessState.MET, 0, "nothing noted against it");
  }

  /** What was noted counts as noted; of the rest nobody knows. */
  private static String notNoted(ReadinessInputs.Health health) {
    String unsaid = "was ever noted, which need not mean that there was none";
    if (health.injuredNow() != null && health.injuredInYear() != null) {
      return "no illness " + unsaid + "; injuries are noted, none in the last 12 months";
    }
    return health.illInTwoWeeks() != null
        ? "no injury " + unsaid + "; illnesses are noted, none in the last 14 days"
        : "no injury or illness " + unsaid;
  }

  static ReadinessComponent weather(ReadinessInputs.Weather weather) {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.WEATHER,
            RaceHeat.FREE_UP_TO_C,
            "temperature and dew point together at most 25 °C",
            "°C",
            Evidence.GOOD,
            "public results behind Mantzios 2022, at a mean of 2:50: 0.3 % for each degree above; slower runners lose more; near up to 30");
    if (weather.temperatureC() == null || weather.dewPointC() == null) {
      return benchmark.unknown("no weather forecast for the race");
    }
    double sum = weather.temperatureC() + weather.dewPointC();
    double percent = RaceHeat.slowingPercent(weather.temperatureC(), weather.dewPointC());
    String cost = percent > 0 ? Words.percent(percent) : "nothing";
    return benchmark.found(
        ReadinessState.atMost(sum, RaceHeat.FREE_UP_TO_C, NEAR_WEATHER_C),
        sum,
        Words.degrees(sum) + " together, which costs " + cost);
  }

  private static void addIf(List<String> findings, Boolean present, String finding) {
    if (Boolean.TRUE.equals(present)) {
      findings.add(finding);
    }
  }

  private static boolean atLeast(Integer value, int border) {
    return value != null && value >= border;
  }
}
