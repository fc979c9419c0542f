package dev.longrun.metrics.race;

/**
 * What the training of the last weeks says about a marathon. The benchmarks of volume and longest run come from runners of all
 * speeds; those of goal pace are custom in training for three hours, and only their pace follows the goal.
 */
final class TrainingReadiness {
  private static final double VOLUME_KM = 65;
  private static final double LEAST_VOLUME_KM = 40;

  private static final double LONGEST_RUN_KM = 30;
  private static final double LEAST_LONGEST_RUN_KM = 25;
  private static final int LONG_RUNS = 3;

  private static final double GOAL_PACE_KM = 60;
  private static final double LEAST_GOAL_PACE_KM = 40;
  private static final double GOAL_PACE_PIECE_KM = 16;
  private static final double LEAST_GOAL_PACE_PIECE_KM = 10;

  private static final double DECOUPLING_PERCENT = 5;

  /** Decoupling differs by up to 2 points from run to run, so a median a little above 5 % is no finding. */
  private static final double MOST_DECOUPLING_PERCENT = 8;

  private static final int STEADY_WEEKS = 10;
  private static final int LEAST_STEADY_WEEKS = 8;

  private final ReadinessInputs.Training training;

  TrainingReadiness(ReadinessInputs.Training training) {
    this.training = training;
  }

  ReadinessComponent volume() {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.VOLUME,
            VOLUME_KM,
            "more than 65 km a week",
            "km/week",
            Evidence.MODERATE,
            "Fokkema 2020, 441 runners of all speeds: 14.1 minutes faster above 65 km, 6.3 slower below 40; near from 40; "
                + "an association, not scaled to the goal");
    Double km = training.kmPerWeek();
    if (km == null) {
      return benchmark.unknown("no training log of the last 8 weeks");
    }
    ReadinessState state = km > VOLUME_KM ? ReadinessState.MET : km >= LEAST_VOLUME_KM ? ReadinessState.NEAR : ReadinessState.GAP;
    return benchmark.found(state, km, Words.km(km) + " a week");
  }

  ReadinessComponent longestRun() {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.LONGEST_RUN,
            LONGEST_RUN_KM,
            "at least 30 km, and three runs of 28 km, in 10 weeks",
            "km",
            Evidence.MODERATE,
            "Fokkema 2020: 13.4 minutes slower below 25 km, which is the gap; 30 km and three runs of 28 km are custom in "
                + "training for three hours, not scaled to the goal");
    Double longest = training.longestRunKm();
    if (longest == null) {
      return benchmark.unknown("no run of the last 10 weeks");
    }
    Integer longRuns = training.runsOf28Km();
    ReadinessState state = ReadinessState.atLeast(longest, LONGEST_RUN_KM, LEAST_LONGEST_RUN_KM);
    boolean once = state == ReadinessState.MET && longRuns != null && longRuns < LONG_RUNS;
    String beside = longRuns == null ? "" : ", " + longRuns + " of 28 km or more";
    return benchmark.found(once ? ReadinessState.NEAR : state, longest, Words.km(longest) + beside);
  }

  ReadinessComponent goalPace(MarathonGoal goal) {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.GOAL_PACE,
            GOAL_PACE_KM,
            "at least 60 km between %s and %s in 8 weeks, 16 km of them in one piece"
                .formatted(Words.pace(goal.fastestPaceSPerKm()), Words.pace(goal.slowestPaceSPerKm())),
            "km",
            Evidence.LORE,
            "custom in training for three hours: the pace follows the goal, the kilometres do not; near from 40 km and 10 km");
    Double km = training.goalPaceKm();
    if (km == null) {
      return benchmark.unknown("no kilometre times of the last 8 weeks");
    }
    Double piece = training.longestGoalPaceKm();
    ReadinessState total = ReadinessState.atLeast(km, GOAL_PACE_KM, LEAST_GOAL_PACE_KM);
    if (piece == null) {
      return benchmark.found(total, km, Words.km(km));
    }
    ReadinessState longest = ReadinessState.atLeast(piece, GOAL_PACE_PIECE_KM, LEAST_GOAL_PACE_PIECE_KM);
    ReadinessState worse = total.compareTo(longest) > 0 ? total : longest;
    return benchmark.found(worse, km, Words.km(km) + ", at most " + Words.km(piece) + " in one piece");
  }

  ReadinessComponent durability() {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.DURABILITY,
            DECOUPLING_PERCENT,
            "less than 5 % lost over the long runs",
            "%",
            Evidence.WEAK,
            "5 % is Friel's convention; durability tells marathons apart in Smyth 2022; near up to 8 %, because runs differ; any goal");
    boolean byHeartRate = training.decouplingPercent() != null;
    Double lost = byHeartRate ? training.decouplingPercent() : training.lastThirdSlowerPercent();
    if (lost == null) {
      return benchmark.unknown("no long run that shows it");
    }
    ReadinessState state =
        lost < DECOUPLING_PERCENT ? ReadinessState.MET : lost <= MOST_DECOUPLING_PERCENT ? ReadinessState.NEAR : ReadinessState.GAP;
    return benchmark.found(
        state, lost, Words.percent(lost) + (byHeartRate ? " decoupling of pace and heart rate" : " slower in the last third"));
  }

  ReadinessComponent consistency() {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.CONSISTENCY,
            (double) STEADY_WEEKS,
            "at least four runs in 10 of 12 weeks",
            "weeks",
            Evidence.MODERATE,
            "running often goes with faster marathons below three hours (Gordon 2017); near from 8 weeks; not scaled to the goal");
    Integer weeks = training.weeksWithFourRuns();
    if (weeks == null) {
      return benchmark.unknown("no training log of the last 12 weeks");
    }
    String beside = training.daysLost() == null ? "" : ", " + training.daysLost() + " days lost";
    return benchmark.found(
        ReadinessState.atLeast(weeks, STEADY_WEEKS, LEAST_STEADY_WEEKS), weeks, "four runs in " + weeks + " of 12 weeks" + beside);
  }
}
