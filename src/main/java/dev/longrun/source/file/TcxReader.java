package dev.longrun.source.file;

import dev.longrun.log.Lap;
import dev.longrun.log.PlainText;
import dev.longrun.source.KilometreSplitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads TCX: activities of laps of tracks. Between two tracks the timer stood still. */
final class TcxReader implements XmlWalk.Listener {
  private final Sessions sessions = new Sessions();
  private final Deque<String> path = new ArrayDeque<>();
  private TcxActivity current;
  private boolean course;
  private String unreadableTime;

  private TcxReader() {}

  static Decoded read(byte[] bytes) {
    TcxReader reader = new TcxReader();
    String flaw = XmlWalk.through(bytes, reader);
    reader.endActivity();
    if (reader.sessions.isEmpty()) {
      throw new UnusableFile(
          reader.unreadableTime != null && flaw == null
              ? "The times of the TCX file cannot be read (the first is \"" + reader.unreadableTime + "\"), so the run has no place in the log."
              : flaw != null
              ? "The TCX file is cut off or damaged before anything of the run."
              : reader.course ? "The TCX file holds a course: a plan, and not a run." : "The TCX file holds no activity.");
    }
    return reader.sessions.decoded(flaw);
  }

  @Override
  public void begins(String name, UnaryOperator<String> attribute) {
    path.push(name);
    switch (name) {
      case "Activity" -> {
        endActivity();
        current = new TcxActivity(attribute.apply("Sport"));
      }
      case "Course" -> course = true;
      case "Lap" -> {
        if (current != null) {
          current.beginLap(XmlValues.second(attribute.apply("StartTime")));
        }
      }
      case "Track" -> {
        if (current != null) {
          current.newTrack = current.track.size() > 0;
        }
      }
      case "Trackpoint" -> {
        if (current != null) {
          current.beginPoint();
        }
      }
      default -> {
        // What matters of the others is their text.
      }
    }
  }

  @Override
  public void ends(String name, String text) {
    path.poll();
    if (current == null) {
      return;
    }
    if (current.inPoint) {
      endInPoint(name, text);
    } else if (current.inLap) {
      endInLap(name, text);
    } else {
      switch (name) {
        case "Notes" -> current.comment = text;
        case "Id" -> current.idSecond = XmlValues.second(text);
        case "Activity" -> {
          current.whole = true;
          endActivity();
        }
        default -> {
          // Creator, training plan.
        }
      }
    }
  }

  private void endInPoint(String name, String text) {
    switch (name) {
      case "Time" -> {
        current.second = XmlValues.second(text);
        unreadableTime = unreadableTime == null && Double.isNaN(current.second) && text != null ? PlainText.line(text) : unreadableTime;
      }
      case "LatitudeDegrees" -> current.latitude = XmlValues.number(text);
      case "LongitudeDegrees" -> current.longitude = XmlValues.number(text);
      case "AltitudeMeters" -> current.elevationM = XmlValues.number(text);
      case "DistanceMeters" -> current.distanceM = XmlValues.number(text);
      case "Value" -> {
        if ("HeartRateBpm".equals(path.peek())) {
          current.hrBpm = XmlValues.number(text);
        }
      }
      case "Cadence", "RunCadence" -> current.cadence = XmlValues.number(text);
      case "Watts" -> current.powerW = XmlValues.number(text);
      case "Trackpoint" -> current.endPoint();
      default -> {
        // Speeds, sensor states.
      }
    }
  }

  private void endInLap(String name, String text) {
    switch (name) {
      case "TotalTimeSeconds" -> current.lapMovingS = XmlValues.numberOrNull(text);
      case "DistanceMeters" -> current.lapDistanceM = XmlValues.numberOrNull(text);
      case "Value" -> {
        if ("AverageHeartRateBpm".equals(path.peek())) {
          current.lapHrBpm = XmlValues.numberOrNull(text);
        }
      }
      case "Intensity" -> current.lapIntensity = text == null ? null : text.toLowerCase(Locale.ROOT);
      case "Cadence", "AvgRunCadence" -> current.lapCadence = XmlValues.numberOrNull(text);
      case "AvgWatts" -> current.lapPowerW = XmlValues.numberOrNull(text);
      case "Notes" -> current.comment = current.comment == null ? text : current.comment;
      case "Lap" -> current.endLap();
      default -> {
        // Calories, maxima, triggers.
      }
    }
  }

  private void endActivity() {
    TcxActivity ended = current;
    current = null;
    if (ended == null) {
      return;
    }
    if (sessions.parts() == Limits.SESSIONS) {
      throw new UnusableFile("The TCX file holds more than " + Limits.SESSIONS + " activities; drop them one by one.");
    }
    if (ended.track.size() > 0 || ended.hasLapsThatSaySomething()) {
      sessions.add(ended.raw());
    }
  }

  /** An activity under way. */
  private static final class TcxActivity {
    private final String sport;
    private final Track track = new Track();
    private final Pauses pauses = new Pauses();
    private final List<TimedLap> laps = new ArrayList<>();
    private double idSecond = Double.NaN;
    private double firstLapSecond = Double.NaN;
    private String comment;
    private boolean whole;

    private boolean inLap;
    private double lapSecond;
    private Double lapMovingS;
    private Double lapDistanceM;
    private Double lapHrBpm;
    private Double lapPowerW;
    private Double lapCadence;
    private String lapIntensity;

    private boolean newTrack;
    private boolean inPoint;
    private double second;
    private double latitude;
    private double longitude;
    private double elevationM;
    private double distanceM;
    private double hrBpm;
    private double cadence;
    private double powerW;

    TcxActivity(String sport) {
      this.sport = sport;
    }

    void beginLap(double second) {
      inLap = true;
      lapSecond = second;
      firstLapSecond = Double.isNaN(firstLapSecond) ? second : firstLapSecond;
      lapMovingS = null;
      lapDistanceM = null;
      lapHrBpm = null;
      lapPowerW = null;
      lapCadence = null;
      lapIntensity = null;
    }

    void endLap() {
      inLap = false;
      if (laps.size() < Limits.PARTS) {
        Double elapsed = track.size() > 0 && track.second(track.size() - 1) > lapSecond ? track.second(track.size() - 1) - lapSecond : null;
        Lap lap = new Lap(laps.size() + 1, lapIntensity, lapDistanceM, lapMovingS, elapsed, lapHrBpm, lapPowerW, lapCadence, null, null);
        laps.add(new TimedLap(lapSecond, lap));
      }
    }

    void beginPoint() {
      inPoint = true;
      second = Double.NaN;
      latitude = Double.NaN;
      longitude = Double.NaN;
      elevationM = Double.NaN;
      distanceM = Double.NaN;
      hrBpm = Double.NaN;
      cadence = Double.NaN;
      powerW = Double.NaN;
    }

    void endPoint() {
      inPoint = false;
      if (Double.isNaN(second)) {
        return;
      }
      int before = track.size() - 1;
      // A lap ends one track and begins another in the same second: that is no pause.
      if (newTrack && second - track.second(before) > StandStill.GAP_S) {
        pauses.add(track.second(before), second);
      }
      newTrack = false;
      track.add(second, distanceM, latitude, longitude, hrBpm, powerW, cadence, elevationM);
    }

    boolean hasLapsThatSaySomething() {
      return laps.stream().map(TimedLap::lap).anyMatch(lap -> isPositive(lap.distanceM()) || isPositive(lap.movingS()));
    }

    private static boolean isPositive(Double value) {
      return value != null && value > 0;
    }

    Sessions.Raw raw() {
      double start = Double.isNaN(firstLapSecond) ? idSecond : firstLapSecond;
      Summary summary = summary();
      return new Sessions.Raw(
          SportWords.ofType(sport), start, null, null, comment, summary, track, pauses, isTimerShorter(start, summary), laps,
          KilometreSplitter.SATELLITE_STEP_M);
    }

    private boolean isTimerShorter(double start, Summary summary) {
      Double moving = summary.movingS();
      return track.size() > 0 && (moving == null || !(moving > 0) || track.second(track.size() - 1) - start - moving > StandStill.GAP_S);
    }

    /** The laps carry what the device measured; there is no total of the whole. */
    private Summary summary() {
      if (!whole) {
        return Summary.NONE;
      }
      return new Summary(sum(Lap::distanceM), sum(Lap::movingS), null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private Double sum(Function<Lap, Double> field) {
      List<Double> values = laps.stream().map(TimedLap::lap).map(field).toList();
      return values.isEmpty() || values.contains(null) ? null : (Double) values.stream().mapToDouble(Double::doubleValue).sum();
    }
  }
}
