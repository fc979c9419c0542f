package dev.longrun.coach.findings;

import dev.longrun.log.RunKey;
import java.time.LocalDate;

/**
 * One counted run with what was derived of it. Missing values are null.
 *
 * @param name text from outside
 * @param type {@code race}, {@code long}, {@code tempo}, {@code interval}, {@code easy}
 * @param shoe its name, text from outside
 * @param raceDistanceM official distance of a race
 */
public record RunRow(
    LocalDate day,
    int no,
    String startedAt,
    String name,
    String sport,
    String type,
    Double distanceM,
    Double movingS,
    Double elapsedS,
    Double paceSPerKm,
    Double avgHrBpm,
    Double maxHrBpm,
    Double avgPowerW,
    Double avgCadenceSpm,
    Double gainM,
    Double effort,
    Double feel,
    Long shoeId,
    String shoe,
    Double load,
    String loadMissing,
    Double gapSPerKm,
    Double heatPct,
    Double temperatureC,
    Double dewPointC,
    Double efMPerBeat,
    Double decouplingPct,
    Double z1S,
    Double z2S,
    Double z3S,
    Double spikeRatio,
    boolean isRace,
    Double raceDistanceM,
    Double raceTimeS,
    Double paceIndex,
    String comment) {

  /** A run that may be shown to the runner and to nobody else. */
  public static RunRow shownOnly(LocalDate day, int no, String name, Double km, Double movingS, Double paceSPerKm) {
    Double distanceM = km == null ? null : (Double) (km * 1000);
    return new RunRow(
        day, no, null, name, null, null, distanceM, movingS, null, paceSPerKm, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, false, null, null, null, null);
  }

  public RunKey key() {
    return new RunKey(day.toString(), no);
  }

  public Double km() {
    return distanceM == null ? null : (Double) (distanceM / 1000);
  }
}
