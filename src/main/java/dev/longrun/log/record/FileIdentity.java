package dev.longrun.log.record;

import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import java.util.List;
import java.util.Optional;

/**
 * How activities that came as files are named, so that one thing has one name however often and in whatever wrapping it comes: a
 * recording by its bytes, a row of a site's account export by the id the site gave it.
 *
 * <p>What the names start with is also the order in which files are believed. What Garmin's own list says has seen the runner's
 * corrections; a FIT file knows more than a TCX and a TCX more than a GPX; what Strava's list says comes last, because Strava makes
 * its own moving time and distance of a recording.
 */
public final class FileIdentity {
  public static final String GARMIN = "garmin";
  public static final String FIT = "fit";
  public static final String TCX = "tcx";
  public static final String GPX = "gpx";
  public static final String STRAVA = "strava";

  /** The kind of the record that keeps what the runner says of a file: whether it is a run. */
  public static final String IS_RUN = "is_run";

  private static final List<String> BELIEVED = List.of(GARMIN, FIT, TCX, GPX, STRAVA);

  private static final List<String> RECORDINGS = List.of(FIT, TCX, GPX);

  /** Enough of a SHA-256 to tell the files of a lifetime apart. */
  private static final int HASH_LENGTH = 24;

  private FileIdentity() {}

  /** The name of one session of a recording. */
  public static String ofRecording(String form, String sha256, int part) {
    return form + "-" + hash(sha256) + (part == 1 ? "" : "-" + part);
  }

  /** What of its bytes is in the name of a recording. */
  public static String hash(String sha256) {
    return sha256.substring(0, HASH_LENGTH);
  }

  /** The name of a row in the list of a site's export. */
  public static String ofListed(String site, String activityId) {
    return site + "-" + activityId;
  }

  /** Which session of its recording a name means, from 1. */
  public static int part(String externalId) {
    String[] pieces = externalId.split("-");
    return pieces.length > 2 && pieces[2].matches("[0-9]{1,4}") ? Integer.parseInt(pieces[2]) : 1;
  }

  /** The first piece of a name: what kind of thing said it. */
  public static String form(String externalId) {
    int end = externalId.indexOf('-');
    return end < 0 ? externalId : externalId.substring(0, end);
  }

  /** A smaller one is believed first. */
  static int rank(Activity activity) {
    int rank = activity.source() == Source.FILE ? BELIEVED.indexOf(form(activity.externalId())) : 0;
    return rank < 0 ? BELIEVED.size() : rank;
  }

  /** The same activity under its other name: the site's own one of a listed row, the listed row of a site's one. */
  static Optional<Name> counterpart(Activity activity) {
    String id = activity.externalId();
    return switch (activity.source()) {
      case GARMIN -> Optional.of(new Name(Source.FILE, ofListed(GARMIN, id)));
      case STRAVA -> Optional.of(new Name(Source.FILE, ofListed(STRAVA, id)));
      case FILE ->
          switch (form(id)) {
            case GARMIN -> Optional.of(new Name(Source.GARMIN, id.substring(GARMIN.length() + 1)));
            case STRAVA -> Optional.of(new Name(Source.STRAVA, id.substring(STRAVA.length() + 1)));
            default -> Optional.empty();
          };
      case RUNNER, OPEN_METEO -> Optional.empty();
    };
  }

  /** An activity as one source names it. */
  public record Name(Source source, String externalId) {}

  /** The activity's name at the site, whether the site itself or its export says it. */
  public static Optional<Name> siteName(Activity activity) {
    return switch (activity.source()) {
      case GARMIN, STRAVA -> Optional.of(new Name(activity.source(), activity.externalId()));
      case FILE -> counterpart(activity);
      case RUNNER, OPEN_METEO -> Optional.empty();
    };
  }

  /** Whether both are sessions of one recording, which are two things by the device's own account. */
  public static boolean areOfOneRecording(Activity one, Activity other) {
    return isRecording(one)
        && isRecording(other)
        && part(one.externalId()) != part(other.externalId())
        && recording(one).equals(recording(other));
  }

  /** Whether it is a file's own record, not a row of a list. */
  static boolean isRecording(Activity activity) {
    return activity.source() == Source.FILE && RECORDINGS.contains(form(activity.externalId()));
  }

  private static String recording(Activity activity) {
    String[] pieces = activity.externalId().split("-");
    return pieces[0] + "-" + (pieces.length > 1 ? pieces[1] : "");
  }

  /** Whether the source knows what the runner's clock showed. A TCX, a GPX and Strava's list only know UTC. */
  public static boolean knowsLocalTime(Activity activity) {
    return activity.source() != Source.FILE || List.of(GARMIN, FIT).contains(form(activity.externalId()));
  }
}
