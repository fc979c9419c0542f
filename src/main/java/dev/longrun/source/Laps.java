package dev.longrun.source;

import dev.longrun.log.Lap;
import dev.longrun.log.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells laps that are kilometres, because the watch was set so, from those that somebody meant. */
public final class Laps {
  /** An automatic lap of a kilometre, as watches round it. */
  private static final double SHORTEST_KILOMETRE_M = 990;

  private static final double LONGEST_KILOMETRE_M = 1010;

  /** A last lap of less is the press of the stop button. */
  private static final double SHORTEST_LAST_M = 1;

  private Laps() {}

  /** Whether every lap is a kilometre; the last one may be shorter. */
  public static boolean areKilometres(List<Lap> laps) {
    for (int i = 0; i < laps.size(); i++) {
      Double distance = laps.get(i).distanceM();
      boolean last = i == laps.size() - 1;
      if (distance == null || distance > LONGEST_KILOMETRE_M || !last && distance < SHORTEST_KILOMETRE_M) {
        return false;
      }
      Double movingS = laps.get(i).movingS();
      if (distance >= SHORTEST_LAST_M && (movingS == null || movingS <= 0)) {
        // A kilometre in no time, or in nobody knows what time, tells nothing: the recording does.
        return false;
      }
    }
    return !laps.isEmpty();
  }

  /** Whether a whole kilometre or more of the distance is in no lap: a list that was cut short. */
  public static boolean areCutShort(List<Lap> laps, Double distanceM) {
    double sumM = laps.stream().map(Lap::distanceM).filter(Objects::nonNull).mapToDouble(Double::doubleValue).sum();
    return distanceM != null && sumM <= distanceM - LONGEST_KILOMETRE_M;
  }

  /** @param laps that are kilometres */
  public static List<Split> asKilometres(List<Lap> laps) {
    List<Split> kilometres = new ArrayList<>();
    for (Lap lap : laps) {
      if (lap.distanceM() < SHORTEST_LAST_M) {
        continue;
      }
      kilometres.add(
          new Split(
              kilometres.size() + 1,
              lap.distanceM(),
              lap.movingS(),
              lap.elapsedS(),
              lap.avgHrBpm(),
              lap.avgPowerW(),
              lap.avgCadenceSpm(),
              lap.elevationGainM(),
              lap.elevationLossM()));
    }
    return kilometres;
  }
}
