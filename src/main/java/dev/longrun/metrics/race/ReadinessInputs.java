package dev.longrun.metrics.race;

import java.util.Objects;

/**
 * What a readiness panel is made from. Every part of every group may be null: not known. The weeks count back from the day of the
 * panel, or from the start of the taper when that is earlier.
 */
public record ReadinessInputs(MarathonGoal goal, Races races, Training training, Health health, Weather weather) {
  public ReadinessInputs {
    Objects.requireNonNull(goal);
    races = races == null ? new Races(null, null, null) : races;
    training = training == null ? new Training(null, null, null, null, null, null, null, null, null, null, null) : training;
    health = health == null ? new Health(null, null, null, null, null) : health;
    weather = weather == null ? new Weather(null, null) : weather;
  }

  /** The best official times of the last 12 weeks, in seconds. */
  public record Races(Double halfMarathonS, Double tenKmS, Double fiveKmS) {
    public Races {
      require(StandardDistance.HALF_MARATHON, halfMarathonS);
      require(StandardDistance.TEN_KM, tenKmS);
      require(StandardDistance.FIVE_KM, fiveKmS);
    }

    private static void require(StandardDistance distance, Double timeS) {
      if (timeS != null && !PlausiblePace.covers(distance.distanceM(), timeS)) {
        throw new IllegalArgumentException("Not a time over %s: %s s".formatted(distance.label(), timeS));
      }
    }
  }

  /**
   * @param kmPerWeek mean of the last 8 weeks
   * @param paceSPerKm mean pace of all running in them
   * @param weeksWithThreeRuns how many of these 8 weeks had at least three runs
   * @param longestRunKm of the last 10 weeks
   * @param runsOf28Km runs of at least 28 km in the last 10 weeks
   * @param goalPaceKm kilometres at goal pace (see {@link MarathonGoal}) in the last 8 weeks
   * @param longestGoalPaceKm the longest piece of them in one run
   * @param decouplingPercent median of the eligible long runs, positive when heart rate rose against pace
   * @param lastThirdSlowerPercent how much slower the last third of the long runs was than the first, median
   * @param weeksWithFourRuns how many of the last 12 weeks had at least four runs
   * @param daysLost days of the last 12 weeks lost to injury or illness
   */
  public record Training(
      Double kmPerWeek,
      Double paceSPerKm,
      Integer weeksWithThreeRuns,
      Double longestRunKm,
      Integer runsOf28Km,
      Double goalPaceKm,
      Double longestGoalPaceKm,
      Double decouplingPercent,
      Double lastThirdSlowerPercent,
      Integer weeksWithFourRuns,
      Integer daysLost) {
    public Training {
      requireAmount("kilometres a week", kmPerWeek);
      requireAmount("a pace", paceSPerKm);
      requireAmount("weeks with three runs", weeksWithThreeRuns);
      requireAmount("the kilometres of a run", longestRunKm);
      requireAmount("long runs", runsOf28Km);
      requireAmount("kilometres at goal pace", goalPaceKm);
      requireAmount("kilometres at goal pace in one piece", longestGoalPaceKm);
      requireFinite("a decoupling", decouplingPercent);
      requireFinite("a change of pace", lastThirdSlowerPercent);
      requireAmount("weeks with four runs", weeksWithFourRuns);
      requireAmount("days lost", daysLost);
    }
  }

  /**
   * @param spikesInFourWeeks runs more than 10 % longer than any of the 30 days before them
   * @param votesAgainst of the morning's signs of recovery, how many speak against a hard day
   */
  public record Health(
      Boolean injuredNow, Boolean injuredInYear, Boolean illInTwoWeeks, Integer spikesInFourWeeks, Integer votesAgainst) {
    public Health {
      requireAmount("spikes", spikesInFourWeeks);
      requireAmount("votes", votesAgainst);
    }
  }

  /** Air temperature and dew point during the race, in °C. */
  public record Weather(Double temperatureC, Double dewPointC) {
    public Weather {
      requireFinite("a temperature", temperatureC);
      requireFinite("a dew point", dewPointC);
    }
  }

  private static void requireAmount(String what, Number value) {
    requireFinite(what, value);
    if (value != null && value.doubleValue() < 0) {
      throw new IllegalArgumentException("Not %s: %s".formatted(what, value));
    }
  }

  private static void requireFinite(String what, Number value) {
    if (value != null && !Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException("Not %s: %s".formatted(what, value));
    }
  }
}
