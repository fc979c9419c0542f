package dev.longrun.metrics;

/**
 * A part of a run as the metrics see it: usually a kilometre, the last one shorter; the whole run where nothing finer is known. A
 * value that is not known is null, never 0.
 *
 * @param distanceM metres, above 0, or null
 * @param movingS seconds the timer ran, not negative
 * @param elapsedS seconds from start to end, pauses included
 * @param hrBpm mean heart rate over the moving time
 * @param cadenceSpm steps a minute, both feet
 * @param gainM metres climbed
 * @param lossM metres descended, positive
 */
public record Stretch(
    Double distanceM, double movingS, Double elapsedS, Double hrBpm, Double cadenceSpm, Double gainM, Double lossM) {

  /** A part of which only duration and heart rate are known. */
  public static Stretch of(double movingS, Double hrBpm) {
    return new Stretch(null, movingS, null, hrBpm, null, null, null);
  }

  /** A flat part without pauses. */
  public static Stretch flat(double distanceM, double movingS, Double hrBpm) {
    return new Stretch(distanceM, movingS, movingS, hrBpm, null, 0.0, 0.0);
  }

  /** The same part when its heart was not measured. */
  public Stretch withoutHeartRate() {
    return new Stretch(distanceM, movingS, elapsedS, null, cadenceSpm, gainM, lossM);
  }

  /** Seconds a kilometre over the moving time; null when the distance is not known. */
  public Double paceSPerKm() {
    return distanceM == null || distanceM <= 0 ? null : (Double) (movingS * 1000 / distanceM);
  }
}
