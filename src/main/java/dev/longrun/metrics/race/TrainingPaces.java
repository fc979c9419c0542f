package dev.longrun.metrics.race;

/**
 * The training paces that belong to a pace index, in seconds a kilometre, for flat ground in cool weather.
 *
 * <p>Each is the speed at a share of the index: easy 63 to 73 %, threshold 88 %, interval 97.5 %, repetition 107 %; the marathon
 * pace is that of the equivalent marathon. The shares reproduce Daniels' printed paces (Daniels' Running Formula, 3rd edition) to
 * about 1 s/km; below an index of 46 his printed marathon pace differs a little more, and editions differ in the easy range.
 */
public record TrainingPaces(
    double easyFastSPerKm,
    double easySlowSPerKm,
    double marathonSPerKm,
    double thresholdSPerKm,
    double intervalSPerKm,
    double repetitionSPerKm) {

  /**
   * @param index of a recent race
   * @throws IllegalArgumentException when no marathon has this index
   */
  public static TrainingPaces of(double index) {
    double marathonM = StandardDistance.MARATHON.distanceM();
    return new TrainingPaces(
        paceSPerKm(0.73 * index),
        paceSPerKm(0.63 * index),
        PaceIndex.timeS(index, marathonM) * 1000 / marathonM,
        paceSPerKm(0.88 * index),
        paceSPerKm(0.975 * index),
        paceSPerKm(1.07 * index));
  }

  private static double paceSPerKm(double oxygen) {
    return 60 * 1000 / PaceIndex.velocityMPerMin(oxygen);
  }
}
