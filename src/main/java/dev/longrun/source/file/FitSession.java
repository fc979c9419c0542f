package dev.longrun.source.file;

import com.garmin.fit.Mesg;
import com.garmin.fit.SessionMesg;

/**
 * One session message: the totals of one sport of an activity.
 *
 * @param startS since 1970; NaN when the device did not write it
 * @param sport FIT's number, -1 when it is not said
 */
record FitSession(double startS, int sport, int subSport, Summary summary) {
  static FitSession of(Mesg message) {
    double elapsed = FitFields.numberOrNaN(message, SessionMesg.TotalElapsedTimeFieldNum);
    double start = FitFields.second(message, SessionMesg.StartTimeFieldNum);
    // The time of the message is that of its end.
    double startS = Double.isNaN(start) ? FitFields.second(message, SessionMesg.TimestampFieldNum) - elapsed : start;
    Double latitude = known(FitFields.degrees(message, SessionMesg.StartPositionLatFieldNum));
    Double longitude = known(FitFields.degrees(message, SessionMesg.StartPositionLongFieldNum));
    Summary summary =
        new Summary(
            FitFields.number(message, SessionMesg.TotalDistanceFieldNum),
            FitFields.number(message, SessionMesg.TotalTimerTimeFieldNum),
            null,
            known(elapsed),
            FitFields.positive(message, SessionMesg.AvgHeartRateFieldNum),
            FitFields.positive(message, SessionMesg.MaxHeartRateFieldNum),
            FitFields.positive(message, SessionMesg.AvgPowerFieldNum),
            FitLap.cadence(message, SessionMesg.AvgCadenceFieldNum, SessionMesg.AvgFractionalCadenceFieldNum),
            FitFields.number(message, SessionMesg.TotalAscentFieldNum),
            FitFields.number(message, SessionMesg.TotalDescentFieldNum),
            latitude,
            longitude,
            effort(FitFields.number(message, SessionMesg.WorkoutRpeFieldNum)),
            feel(FitFields.number(message, SessionMesg.WorkoutFeelFieldNum)));
    return new FitSession(
        startS,
        FitFields.code(message, SessionMesg.SportFieldNum, -1),
        FitFields.code(message, SessionMesg.SubSportFieldNum, -1),
        summary);
  }

  FitSession with(int otherSport, int otherSubSport, Double activityTimerS) {
    return new FitSession(startS, otherSport, otherSubSport, summary.witnessedBy(activityTimerS));
  }

  /** In place of one that is missing. */
  static FitSession of(double startS, int sport, int subSport) {
    return new FitSession(startS, sport, subSport, Summary.NONE);
  }

  FitSession startingAt(double second) {
    return new FitSession(second, sport, subSport, summary);
  }

  /** Borg's CR10 times ten. The watch offers 1 to 10, so 0 is "not asked", never "no effort at all". */
  static Double effort(Double rpe) {
    return rpe == null || rpe == 0 ? null : rpe / 10;
  }

  /** 0, 25, 50, 75, 100 from very weak to very strong; 0 is an answer. */
  static Integer feel(Double feel) {
    return feel == null ? null : (int) Math.round(feel / 25) + 1;
  }

  private static Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
