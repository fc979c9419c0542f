package dev.longrun.log.record;

import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import java.util.Comparator;

/** Whose word counts first among activities of one run, whoever asks: the merging of sources and the records of what the runner said. */
public final class Precedence {
  public static final Comparator<Activity> ORDER =
      Comparator.comparingInt((Activity activity) -> of(activity.source()))
          .thenComparing(FileIdentity::rank)
          .thenComparing(Precedence::recordedS, Comparator.reverseOrder())
          .thenComparing(Activity::externalId);

  private Precedence() {}

  private static int of(Source source) {
    return switch (source) {
      case RUNNER -> 0;
      case GARMIN -> 1;
      case FILE -> 2;
      case STRAVA, OPEN_METEO -> 3;
    };
  }

  /** Of two files of one run the one that goes on longer: the other may have been cut off while it was copied. */
  private static double recordedS(Activity activity) {
    return FileIdentity.isRecording(activity) && activity.elapsedS() != null ? activity.elapsedS() : 0;
  }
}
