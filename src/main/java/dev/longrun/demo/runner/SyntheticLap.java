package dev.longrun.demo.runner;

/**
 * A stretch of a synthetic run: a kilometre, or a lap that the runner's watch was told to take.
 *
 * @param intensity Garmin's word: WARMUP, ACTIVE, INTERVAL, RECOVERY, COOLDOWN
 * @param avgHrBpm null: no heart rate was recorded
 * @param elevationGainM null indoors
 */
public record SyntheticLap(
    String intensity,
    double distanceM,
    double movingS,
    double elapsedS,
    Double avgHrBpm,
    double avgPowerW,
    double avgCadenceSpm,
    Double elevationGainM,
    Double elevationLossM) {

  public double speedMs() {
    return distanceM / movingS;
  }
}
