package dev.longrun.source.file;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.Decode;
import com.garmin.fit.DeveloperField;
import com.garmin.fit.EventMesg;
import com.garmin.fit.Field;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SportMesg;
import com.garmin.fit.WorkoutMesg;
import dev.longrun.log.Lap;
import dev.longrun.source.KilometreSplitter;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Reads what a watch writes. Messages are taken as the official decoder hands them over, one after the other; a file that breaks
 * off or whose checksum is wrong gives what was whole until there.
 */
final class FitReader {
  private static final int ACTIVITY = 4;
  private static final int RUNNING = 1;
  private static final int TIMER = 0;
  private static final int START = 0;

  /** Of the header: bytes of data that follow. */
  private static final int SIZE_OFFSET = 4;

  private static final String CRC = "CRC";

  private final Track track = new Track();
  private final Pauses pauses = new Pauses();
  private final List<FitSession> sessions = new ArrayList<>();
  private final List<FitLap> laps = new ArrayList<>();
  private boolean nativePower;
  private boolean packedDistances;
  private int sport = -1;
  private int subSport = -1;
  private String workout;
  private double localSecond = Double.NaN;
  private double localSecondAt = Double.NaN;

  private FitReader() {}

  static boolean isFit(byte[] start) {
    return start.length >= 12 && start[8] == '.' && start[9] == 'F' && start[10] == 'I' && start[11] == 'T';
  }

  /**
   * @throws UnusableFile when nothing of an activity can be read
   * @throws NoActivity as soon as it says that it is none
   */
  static Decoded read(byte[] bytes) {
    FitReader reader = new FitReader();
    Decoded decoded = reader.read(bytes, false);
    return reader.packedDistances ? new FitReader().read(bytes, true) : decoded;
  }

  /**
   * @param expanding whether the decoder is to make several fields of one, which costs a fifth of its time and is needed for the
   *     distances of the oldest watches only
   */
  private Decoded read(byte[] bytes, boolean expanding) {
    String flaw = null;
    Decode decode = new Decode();
    decode.enableSkipExpandComponents(!expanding);
    boolean unclosed = isUnclosed(bytes);
    try {
      decode.read(new ByteArrayInputStream(unclosed ? closed(bytes) : bytes), this::take);
    } catch (UnusableFile | NoActivity e) {
      throw e;
    } catch (RuntimeException e) {
      // The decoder answers damage with exceptions of many kinds.
      String message = String.valueOf(e.getMessage());
      flaw =
          unclosed
              ? "The device did not finish the file; the run holds what it had written."
              : message.contains(CRC)
              ? "The checksum of the file is wrong, so some of its values may be."
              : "The file is cut off or damaged; the run holds what came before that.";
    }
    return decoded(flaw);
  }

  /** The size is written last of all: without it the device has died. */
  private static boolean isUnclosed(byte[] bytes) {
    return bytes.length > SIZE_OFFSET + 4 && size(bytes).getInt(SIZE_OFFSET) == 0;
  }

  /** A copy that says how much there is. */
  private static byte[] closed(byte[] bytes) {
    byte[] copy = bytes.clone();
    size(copy).putInt(SIZE_OFFSET, copy.length - Math.min(copy.length, copy[0] & 0xFF));
    return copy;
  }

  private static ByteBuffer size(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void take(Mesg message) {
    switch (message.getNum()) {
      case MesgNum.RECORD -> point(message);
      case MesgNum.FILE_ID -> fileId(message);
      case MesgNum.SESSION -> session(message);
      case MesgNum.LAP -> lap(message);
      case MesgNum.EVENT -> event(message);
      case MesgNum.SPORT -> {
        sport = FitFields.code(message, SportMesg.SportFieldNum, sport);
        subSport = FitFields.code(message, SportMesg.SubSportFieldNum, subSport);
      }
      case MesgNum.WORKOUT -> workout = FitFields.text(message, WorkoutMesg.WktNameFieldNum);
      case MesgNum.ACTIVITY -> {
        localSecond = FitFields.second(message, ActivityMesg.LocalTimestampFieldNum);
        localSecondAt = FitFields.second(message, ActivityMesg.TimestampFieldNum);
      }
      default -> {
        // Some eighty other kinds of message: devices, zones, splits of other sports, wellness.
      }
    }
  }

  private void fileId(Mesg message) {
    int type = FitFields.code(message, FileIdMesg.TypeFieldNum, ACTIVITY);
    if (type != ACTIVITY) {
      throw new NoActivity("It is a FIT file, but no activity (its type is " + FitNames.fileType(type) + ").");
    }
  }

  /** One pass over the fields: there is a point for every second, and looking for each field anew is what takes the time. */
  private void point(Mesg message) {
    double second = Double.NaN;
    double distance = Double.NaN;
    double latitude = Double.NaN;
    double longitude = Double.NaN;
    double hr = Double.NaN;
    double power = Double.NaN;
    double cadence = Double.NaN;
    double fraction = 0;
    double elevation = Double.NaN;
    for (Field field : message.getFields()) {
      switch (field.getNum()) {
        case RecordMesg.TimestampFieldNum -> second = FitFields.second(field);
        case RecordMesg.DistanceFieldNum -> distance = FitFields.value(field);
        case RecordMesg.PositionLatFieldNum -> latitude = FitFields.degrees(field);
        case RecordMesg.PositionLongFieldNum -> longitude = FitFields.degrees(field);
        case RecordMesg.HeartRateFieldNum -> hr = FitFields.value(field);
        case RecordMesg.PowerFieldNum -> power = FitFields.value(field);
        case RecordMesg.CadenceFieldNum -> cadence = FitFields.value(field);
        case RecordMesg.FractionalCadenceFieldNum -> {
          double value = FitFields.value(field);
          fraction = Double.isNaN(value) ? 0 : value;
        }
        case RecordMesg.EnhancedAltitudeFieldNum -> {
          double value = FitFields.value(field);
          elevation = Double.isNaN(value) ? elevation : value;
        }
        case RecordMesg.AltitudeFieldNum -> elevation = Double.isNaN(elevation) ? FitFields.value(field) : elevation;
        case RecordMesg.CompressedSpeedDistanceFieldNum -> packedDistances = true;
        default -> {
          // Speeds, temperatures, running dynamics.
        }
      }
    }
    if (Double.isNaN(second)) {
      return;
    }
    nativePower |= power > 0;
    developerPower(message);
    track.add(second, distance, latitude, longitude, hr, power, cadence + fraction, elevation);
  }

  /** A foot pod's power comes in a field that its app has described in the file: as standing for the native one, or by its name. */
  private void developerPower(Mesg message) {
    for (DeveloperField field : message.getDeveloperFields()) {
      if (isPower(field)) {
        Double watts = field.getDoubleValue();
        if (watts != null && Double.isFinite(watts)) {
          track.developerPower(watts);
          return;
        }
      }
    }
  }

  private static boolean isPower(DeveloperField field) {
    if (!field.isDefined()) {
      return false;
    }
    String units = field.getUnits();
    boolean watts = units == null || units.isBlank() || units.toLowerCase(Locale.ROOT).matches("w|watts?");
    String name = field.getName() == null ? "" : field.getName().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return watts && (field.getNativeOverride() == RecordMesg.PowerFieldNum || name.matches("(running|run|rp|stryd)?power"));
  }

  private void event(Mesg message) {
    double second = FitFields.second(message, EventMesg.TimestampFieldNum);
    if (Double.isNaN(second) || FitFields.code(message, EventMesg.EventFieldNum, -1) != TIMER) {
      return;
    }
    switch (FitFields.code(message, EventMesg.EventTypeFieldNum, -1)) {
      case START -> pauses.start(second);
      case 1, 4, 8, 9 -> pauses.stop(second); // stop, stop_all, stop_disable, stop_disable_all
      default -> {
        // Markers change nothing.
      }
    }
  }

  private void session(Mesg message) {
    if (sessions.size() < Limits.SESSIONS) {
      sessions.add(FitSession.of(message));
    }
  }

  private void lap(Mesg message) {
    if (laps.size() < Limits.PARTS) {
      laps.add(FitLap.of(message));
    }
  }

  private Decoded decoded(String flaw) {
    if (sessions.isEmpty()) {
      return unclosed(flaw);
    }
    sessions.replaceAll(session -> Double.isNaN(session.startS()) && track.size() > 0 ? session.startingAt(track.second(0)) : session);
    sessions.sort(Comparator.comparingDouble(FitSession::startS));
    List<Recording> runs = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      FitSession session = sessions.get(i);
      if (session.sport() != RUNNING) {
        others.add(FitNames.sport(session.sport()));
      } else {
        runs.add(recording(i, session));
      }
    }
    return new Decoded(runs, others, flaw);
  }

  /** The session comes last in a file: one that is cut off has none, and is told by its points. */
  private Decoded unclosed(String flaw) {
    int said = sport >= 0 ? sport : laps.isEmpty() ? -1 : laps.get(0).sport();
    if (track.size() == 0) {
      throw new UnusableFile(
          flaw == null ? "The FIT file holds no session and no points." : "The FIT file is cut off or damaged before anything of the run.");
    }
    if (said >= 0 && said != RUNNING) {
      return new Decoded(List.of(), List.of(FitNames.sport(said)), flaw);
    }
    FitSession session = FitSession.of(track.second(0), said, subSport);
    sessions.add(session);
    String why = flaw == null ? "The file has no session; the run is made from its points." : flaw;
    return new Decoded(List.of(recording(0, session)), List.of(), why);
  }

  private Recording recording(int index, FitSession session) {
    double startS = session.startS();
    double endS = index + 1 < sessions.size() ? sessions.get(index + 1).startS() : Double.POSITIVE_INFINITY;
    int from = index == 0 ? 0 : track.firstAt(startS);
    int to = endS == Double.POSITIVE_INFINITY ? track.size() : track.firstAt(endS);
    if (!nativePower) {
      track.useDeveloperPower(from, to);
    }
    if (!track.knowsDistance(from, to)) {
      track.measure(from, to, point -> false);
    }
    List<Lap> own = new ArrayList<>();
    for (FitLap lap : laps) {
      if (Double.isNaN(lap.startS()) || lap.startS() >= startS - 1 && lap.startS() < endS) {
        own.add(lap.numbered(own.size() + 1));
      }
    }
    Double longitude = session.summary().longitude() != null ? session.summary().longitude() : track.firstLongitude(from, to);
    OptionalInt offset =
        Double.isNaN(localSecond) || Double.isNaN(localSecondAt)
            ? OptionalInt.empty()
            : LocalClock.utcOffsetS((long) localSecond, (long) localSecondAt, longitude);
    return new Recording(
        index + 1,
        FitNames.kind(session.subSport()),
        startS,
        offset.isPresent() ? (Integer) offset.getAsInt() : null,
        workout,
        null,
        session.summary(),
        track,
        from,
        to,
        base(index, from),
        pausesOf(session, from, to),
        own,
        KilometreSplitter.BAROMETER_STEP_M);
  }

  /** Some devices count the metres of a second session on from the first, others from 0. */
  private double base(int index, int from) {
    if (index == 0) {
      return 0;
    }
    double before = track.lastDistanceBefore(from);
    double first = track.firstDistanceFrom(from);
    return Double.isFinite(before) && first >= before ? before : 0;
  }

  /** A device that writes no events still says how long its timer ran: then the pauses are where nothing moved. */
  private Pauses pausesOf(FitSession session, int from, int to) {
    Double moving = session.summary().movingS();
    Double elapsed = session.summary().elapsedS();
    boolean missing = pauses.isEmpty() && moving != null && elapsed != null && elapsed - moving > StandStill.GAP_S;
    return missing ? StandStill.pauses(track, from, to) : pauses;
  }
}
