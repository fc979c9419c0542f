package dev.longrun.source.file;

import dev.longrun.log.PlainText;
import dev.longrun.log.Sport;
import dev.longrun.source.KilometreSplitter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads GPX tracks: each one a session, the way measured between its points. Between two segments the timer stood still. Written on
 * the stream, because the parsers there are hold the whole document and a tree for every point's heart rate.
 */
final class GpxReader implements XmlWalk.Listener {
  /** What Strava calls running by a number. */
  private static final String STRAVA_RUN = "9";

  private final Sessions sessions = new Sessions();
  private int tracks;
  private String unreadableTime;
  private GpxTrack current;
  private boolean inPoint;
  private boolean routeOrWaypoint;

  private GpxReader() {}

  static Decoded read(byte[] bytes) {
    GpxReader reader = new GpxReader();
    String flaw = XmlWalk.through(bytes, reader);
    reader.endTrack();
    if (reader.sessions.isEmpty()) {
      throw new UnusableFile(
          reader.unreadableTime != null && flaw == null
              ? "The times of the GPX file cannot be read (the first is \"" + reader.unreadableTime + "\"), so the run has no place in the log."
              : flaw != null
              ? "The GPX file is cut off or damaged before anything of the run."
              : reader.routeOrWaypoint || reader.tracks > 0
                  ? "The GPX file holds a way without times: a plan, and not a run."
                  : "The GPX file holds no track.");
    }
    return reader.sessions.decoded(flaw);
  }

  @Override
  public void begins(String name, UnaryOperator<String> attribute) {
    switch (name) {
      case "trk" -> {
        endTrack();
        current = new GpxTrack();
      }
      case "trkseg" -> {
        if (current != null) {
          current.segment();
        }
      }
      case "trkpt" -> {
        if (current != null) {
          inPoint = true;
          current.point(XmlValues.number(attribute.apply("lat")), XmlValues.number(attribute.apply("lon")));
        }
      }
      case "rte", "wpt" -> routeOrWaypoint = true;
      default -> {
        // What matters of the others is their text.
      }
    }
  }

  @Override
  public void ends(String name, String text) {
    if (current == null) {
      return;
    }
    if (inPoint) {
      switch (name) {
        case "ele" -> current.elevationM = XmlValues.number(text);
        case "time" -> {
          current.second = XmlValues.second(text);
          unreadableTime = unreadableTime == null && Double.isNaN(current.second) && text != null ? PlainText.line(text) : unreadableTime;
        }
        case "hr", "heartrate" -> current.hrBpm = XmlValues.number(text);
        case "cad", "cadence" -> current.cadence = XmlValues.number(text);
        case "power", "PowerInWatts" -> current.powerW = XmlValues.number(text);
        case "trkpt" -> {
          current.endPoint();
          inPoint = false;
        }
        default -> {
          // Temperatures, speeds, courses.
        }
      }
      return;
    }
    switch (name) {
      case "name" -> current.name = text;
      case "desc", "cmt" -> current.comment = current.comment == null ? text : current.comment;
      case "type" -> current.type = text;
      case "trk" -> endTrack();
      default -> {
        // Links, numbers, extensions of the whole track.
      }
    }
  }

  private void endTrack() {
    GpxTrack ended = current;
    current = null;
    inPoint = false;
    if (ended == null) {
      return;
    }
    if (++tracks > Limits.SESSIONS) {
      throw new UnusableFile("The GPX file holds more than " + Limits.SESSIONS + " tracks, which is a collection and not a run.");
    }
    if (ended.track.size() >= 2) {
      sessions.add(ended.raw());
    }
  }

  /** A track under way. */
  private static final class GpxTrack {
    private final Track track = new Track();
    private final Pauses pauses = new Pauses();
    private String name;
    private String comment;
    private String type;
    private boolean newSegment;
    private double latitude;
    private double longitude;
    private double second;
    private double elevationM;
    private double hrBpm;
    private double cadence;
    private double powerW;

    void segment() {
      newSegment = track.size() > 0;
    }

    void point(double latitude, double longitude) {
      this.latitude = latitude;
      this.longitude = longitude;
      second = Double.NaN;
      elevationM = Double.NaN;
      hrBpm = Double.NaN;
      cadence = Double.NaN;
      powerW = Double.NaN;
    }

    void endPoint() {
      if (Double.isNaN(second) || Double.isNaN(latitude) || Double.isNaN(longitude)) {
        return;
      }
      if (newSegment) {
        double before = track.second(track.size() - 1);
        pauses.add(Math.min(before, second), Math.max(before, second));
      }
      newSegment = false;
      track.add(second, Double.NaN, latitude, longitude, hrBpm, powerW, cadence, elevationM);
    }

    Sessions.Raw raw() {
      SaidSport said = STRAVA_RUN.equals(type) ? SaidSport.running(Sport.ROAD) : SportWords.ofType(type);
      return new Sessions.Raw(
          said, Double.NaN, null, name, comment, Summary.NONE, track, pauses, pauses.isEmpty(), List.of(), KilometreSplitter.SATELLITE_STEP_M);
    }
  }
}
