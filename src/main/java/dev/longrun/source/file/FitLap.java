package dev.longrun.source.file;

import com.garmin.fit.LapMesg;
import com.garmin.fit.Mesg;
import dev.longrun.log.Lap;

/**
 * One lap message.
 *
 * @param startS since 1970; NaN when the device did not write it
 * @param sport FIT's number, -1 when it is not said
 * @param lap without its number, its cadence as the device says it
 */
record FitLap(double startS, int sport, Lap lap) {
  static FitLap of(Mesg message) {
    Lap lap =
        new Lap(
            1,
            FitNames.intensity(FitFields.code(message, LapMesg.IntensityFieldNum, -1)),
            FitFields.number(message, LapMesg.TotalDistanceFieldNum),
            FitFields.number(message, LapMesg.TotalTimerTimeFieldNum),
            FitFields.number(message, LapMesg.TotalElapsedTimeFieldNum),
            FitFields.positive(message, LapMesg.AvgHeartRateFieldNum),
            FitFields.positive(message, LapMesg.AvgPowerFieldNum),
            cadence(message, LapMesg.AvgCadenceFieldNum, LapMesg.AvgFractionalCadenceFieldNum),
            FitFields.number(message, LapMesg.TotalAscentFieldNum),
            FitFields.number(message, LapMesg.TotalDescentFieldNum));
    return new FitLap(FitFields.second(message, LapMesg.StartTimeFieldNum), FitFields.code(message, LapMesg.SportFieldNum, -1), lap);
  }

  static Double cadence(Mesg message, int whole, int fraction) {
    Double steps = FitFields.positive(message, whole);
    Double more = FitFields.number(message, fraction);
    return steps == null ? null : (Double) (steps + (more == null ? 0 : more));
  }
}
