package dev.longrun.demo.runner;

import java.util.ArrayList;
import java.util.List;

/** Cuts laps of any length into kilometres, as if speed, heart rate and climb were even within each lap. */
final class Kilometres {
  private static final double KILOMETRE_M = 1000;
  /** Less than this is rounding, not a kilometre begun. */
  private static final double NOTHING_M = 0.5;

  private Kilometres() {}

  static List<SyntheticLap> of(List<SyntheticLap> laps) {
    List<SyntheticLap> kilometres = new ArrayList<>();
    Sum sum = new Sum();
    for (SyntheticLap lap : laps) {
      double left = lap.distanceM();
      while (left > 0) {
        double part = Math.min(left, KILOMETRE_M - sum.distanceM);
        sum.add(lap, part / lap.distanceM());
        left -= part;
        if (sum.distanceM > KILOMETRE_M - 1e-6) {
          kilometres.add(sum.lap());
          sum = new Sum();
        }
      }
    }
    if (sum.distanceM > NOTHING_M) {
      kilometres.add(sum.lap());
    }
    return kilometres;
  }

  private static final class Sum {
    private double distanceM;
    private double movingS;
    private double elapsedS;
    private double beats;
    private double joules;
    private double steps;
    private double gainM;
    private double lossM;
    private boolean hasHr = true;
    private boolean outdoors = true;

    void add(SyntheticLap lap, double share) {
      double seconds = lap.movingS() * share;
      distanceM += lap.distanceM() * share;
      movingS += seconds;
      elapsedS += lap.elapsedS() * share;
      joules += lap.avgPowerW() * seconds;
      steps += lap.avgCadenceSpm() * seconds;
      hasHr &= lap.avgHrBpm() != null;
      beats += hasHr ? lap.avgHrBpm() * seconds : 0;
      outdoors &= lap.elevationGainM() != null;
      gainM += outdoors ? lap.elevationGainM() * share : 0;
      lossM += outdoors ? lap.elevationLossM() * share : 0;
    }

    SyntheticLap lap() {
      return new SyntheticLap(
          "ACTIVE",
          distanceM,
          movingS,
          elapsedS,
          hasHr ? Double.valueOf(beats / movingS) : null,
          joules / movingS,
          steps / movingS,
          outdoors ? Double.valueOf(gainM) : null,
          outdoors ? Double.valueOf(lossM) : null);
    }
  }
}
