package dev.longrun.metrics.race;

import dev.longrun.metrics.Measured;

/**
 * What races and the training log say about a goal.
 *
 * <p>A race meets the goal when it is worth as much by equal pace index, and is near it up to 2 % slower (Longrun's own border; 2 %
 * are about what the models differ by). The log meets it when Tanda's time does, and is near it within the error of that model.
 */
final class RaceReadiness {
  private static final double NEAR_SHARE = 1.02;

  private static final String PARITY =
      "equal pace index (Daniels and Gilbert 1979), scaled to the goal; up to 2 % slower counts as near";
  private static final String PARITY_BEYOND_FOUR_HOURS =
      "equal by Riegel 1981, exponent 1.06, scaled to the goal; up to 2 % slower counts as near";

  private final MarathonGoal goal;
  private final ReadinessInputs.Races races;

  RaceReadiness(MarathonGoal goal, ReadinessInputs.Races races) {
    this.goal = goal;
    this.races = races;
  }

  ReadinessComponent fitness() {
    StandardDistance by =
        races.halfMarathonS() == null && races.tenKmS() != null ? StandardDistance.TEN_KM : StandardDistance.HALF_MARATHON;
    ReadinessBenchmark benchmark = parity(ReadinessAspect.RACE_FITNESS, by, Evidence.GOOD);
    Double timeS = by == StandardDistance.TEN_KM ? races.tenKmS() : races.halfMarathonS();
    return timeS == null
        ? benchmark.unknown("no half marathon or 10 km in the last 12 weeks")
        : benchmark.found(against(by, timeS), timeS, by.label() + " in " + Words.time(timeS));
  }

  ReadinessComponent shorterRaces() {
    boolean byFiveKm = races.tenKmS() == null && races.fiveKmS() != null;
    StandardDistance by = byFiveKm ? StandardDistance.FIVE_KM : StandardDistance.TEN_KM;
    ReadinessBenchmark benchmark = parity(ReadinessAspect.SHORTER_RACES, by, Evidence.MODERATE);
    Double timeS = byFiveKm ? races.fiveKmS() : races.tenKmS();
    if (timeS == null) {
      return benchmark.unknown("no 10 km or 5 km in the last 12 weeks");
    }
    String beside = byFiveKm || races.fiveKmS() == null ? "" : ", 5 km in " + Words.time(races.fiveKmS());
    return benchmark.found(against(by, timeS), timeS, by.label() + " in " + Words.time(timeS) + beside);
  }

  ReadinessComponent trainingLog(ReadinessInputs.Training training) {
    ReadinessBenchmark benchmark =
        new ReadinessBenchmark(
            ReadinessAspect.TRAINING_LOG,
            goal.seconds(),
            "training for a marathon in %s or faster".formatted(Words.time(goal.seconds())),
            "s",
            Evidence.MODERATE,
            "Tanda 2011, for marathons of 2:47 to 3:36; its error, 5.4 minutes (Tanda 2020), counts as near");
    Measured log = Tanda.timeS(training.kmPerWeek(), training.paceSPerKm(), training.weeksWithThreeRuns());
    if (!log.isKnown()) {
      return benchmark.unknown(log.missing());
    }
    if (Tanda.outsideRange(goal.seconds()).isPresent()) {
      return benchmark.unknown("the model holds for goals from 2:47 to 3:36 only");
    }
    return benchmark.found(
        ReadinessState.atMost(log.value(), goal.seconds(), goal.seconds() + Tanda.ERROR_S),
        log.value(),
        "%s a week at %s, as for a marathon in %s"
            .formatted(Words.km(training.kmPerWeek()), Words.pace(training.paceSPerKm()), Words.time(log.value())));
  }

  private ReadinessBenchmark parity(ReadinessAspect aspect, StandardDistance distance, Evidence evidence) {
    return new ReadinessBenchmark(
        aspect,
        goal.equivalentS(distance),
        "%s in %s or faster (%s to be cautious)"
            .formatted(
                distance.label(),
                Words.time(goal.equivalentS(distance)),
                Words.time(goal.riegelS(distance, Riegel.CAUTIOUS))),
        "s",
        evidence,
        goal.hasPaceIndex() ? PARITY : PARITY_BEYOND_FOUR_HOURS);
  }

  private ReadinessState against(StandardDistance distance, double timeS) {
    double parityS = goal.equivalentS(distance);
    return ReadinessState.atMost(timeS, parityS, parityS * NEAR_SHARE);
  }
}
