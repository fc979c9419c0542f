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
import com.garmin.fit.SportMesg;
import com.garmin.fit.WorkoutMesg;
import dev.longrun.log.Sport;
import dev.longrun.source.KilometreSplitter;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final int ZWIFT = 260;
  private static final int TIMER = 0;
  private static final int START = 0;

  /** Of the header: bytes of data that follow. */
  private static final int SIZE_OFFSET = 4;

  private static final int HEADER_BYTES = 12;
  private static final int CRC_BYTES = 2;

  private static final String CRC = "CRC";

  private final Sessions found;
  private final Track track = new Track();
  private final Pauses pauses = new Pauses();
  private final List<FitSession> sessions = new ArrayList<>();
  private final List<FitLap> laps = new ArrayList<>();
  private boolean nativePower;
  private boolean packedDistances;
  private boolean virtual;
  private int sport = -1;
  private int subSport = -1;
  private String profile;
  private String workout;
  private Double activityTimerS;
  private double localSecond = Double.NaN;
  private double localSecondAt = Double.NaN;

  /** @param partsBefore sessions of the files before this one */
  private FitReader(int partsBefore) {
    this.found = new Sessions(partsBefore);
  }

  static boolean isFit(byte[] start) {
    return start.length >= 12 && start[8] == '.' && start[9] == 'F' && start[10] == 'I' && start[11] == 'T';
  }

  /**
   * Reads all activities of it: some programs write one file behind the other.
   *
   * @throws UnusableFile when nothing of an activity can be read
   * @throws NoActivity as soon as it says that it is none
   */
  static Decoded read(byte[] bytes) {
    int end = endOfFirst(bytes, 0);
    Decoded first = readOne(end == bytes.length ? bytes : Arrays.copyOf(bytes, end), 0);
    if (end == bytes.length) {
      return first;
    }
    Sessions all = new Sessions();
    all.add(first);
    String flaw = first.flaw();
    for (int begin = end; begin < bytes.length && all.parts() < Limits.SESSIONS; begin = end) {
      end = endOfFirst(bytes, begin);
      try {
        Decoded next = readOne(Arrays.copyOfRange(bytes, begin, end), all.parts());
        all.add(next);
        flaw = flaw == null ? next.flaw() : flaw;
      } catch (UnusableFile | NoActivity e) {
        // Not every file behind an activity is one.
      }
    }
    return all.decoded(flaw);
  }

  /** Where the file that begins there ends: at the end of all when nothing that follows is a FIT file of its own. */
  private static int endOfFirst(byte[] bytes, int begin) {
    if (bytes.length - begin < SIZE_OFFSET + 8 || isUnclosed(bytes)) {
      return bytes.length;
    }
    long end = begin + (bytes[begin] & 0xFFL) + (size(bytes).getInt(begin + SIZE_OFFSET) & 0xFFFFFFFFL) + CRC_BYTES;
    boolean another = end + HEADER_BYTES < bytes.length && isFit(Arrays.copyOfRange(bytes, (int) end, (int) end + HEADER_BYTES));
    return another ? (int) end : bytes.length;
  }

  private static Decoded readOne(byte[] bytes, int partsBefore) {
    FitReader reader = new FitReader(partsBefore);
    Decoded decoded = reader.read(bytes, false);
    return reader.packedDistances ? new FitReader(partsBefore).read(bytes, true) : decoded;
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
        profile = FitFields.text(message, SportMesg.NameFieldNum);
      }
      case MesgNum.WORKOUT -> workout = FitFields.text(message, WorkoutMesg.WktNameFieldNum);
      case MesgNum.ACTIVITY -> {
        localSecond = FitFields.second(message, ActivityMesg.LocalTimestampFieldNum);
        localSecondAt = FitFields.second(message, ActivityMesg.TimestampFieldNum);
        activityTimerS = FitFields.number(message, ActivityMesg.TotalTimerTimeFieldNum);
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
    virtual |= FitFields.code(message, FileIdMesg.ManufacturerFieldNum, 0) == ZWIFT;
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
    String why = flaw;
    if (sessions.isEmpty()) {
      sessions.add(unclosed(flaw));
      why = flaw == null ? "The file has no session; the run is made from its points." : flaw;
    }
    if (!nativePower) {
      track.useDeveloperPower();
    }
    sessions.replaceAll(session -> Double.isNaN(session.startS()) && track.size() > 0 ? session.startingAt(track.second(0)) : session);
    sessions.sort(Comparator.comparingDouble(FitSession::startS));
    for (int i = 0; i < sessions.size(); i++) {
      add(i, sessions.get(i));
    }
    return found.decoded(why);
  }

  /** The session comes last in a file: one that is cut off has none, and is told by its points. */
  private FitSession unclosed(String flaw) {
    if (track.size() == 0) {
      throw new UnusableFile(
          flaw == null ? "The FIT file holds no session and no points." : "The FIT file is cut off or damaged before anything of the run.");
    }
    return FitSession.of(Double.NaN, sport >= 0 || laps.isEmpty() ? sport : laps.get(0).sport(), subSport);
  }

  private void add(int index, FitSession session) {
    double startS = session.startS();
    double endS = index + 1 < sessions.size() ? sessions.get(index + 1).startS() : Double.POSITIVE_INFINITY;
    Track own = sessions.size() == 1 ? track : track.between(index == 0 ? Double.NEGATIVE_INFINITY : startS, endS);
    List<TimedLap> ownLaps = new ArrayList<>();
    for (FitLap lap : laps) {
      if (Double.isNaN(lap.startS()) || lap.startS() >= startS - 1 && lap.startS() < endS) {
        ownLaps.add(new TimedLap(lap.startS(), lap.lap()));
      }
    }
    Summary summary = sessions.size() == 1 ? session.summary().witnessedBy(activityTimerS) : session.summary();
    found.add(
        new Sessions.Raw(
            said(session), startS, offset(summary, own), workout, null, summary, own, pauses, isSilentAboutPauses(summary), ownLaps,
            KilometreSplitter.BAROMETER_STEP_M));
  }

  private SaidSport said(FitSession session) {
    boolean silent = session.sport() < 0;
    SaidSport said = FitNames.said(silent ? sport : session.sport(), silent && session.subSport() < 0 ? subSport : session.subSport(), profile);
    return virtual && said.run() != null ? SaidSport.running(Sport.VIRTUAL) : said;
  }

  /** Null when the device does not say, or cannot be right. */
  private Integer offset(Summary summary, Track own) {
    if (Double.isNaN(localSecond) || Double.isNaN(localSecondAt)) {
      return null;
    }
    Double longitude = summary.longitude() != null ? summary.longitude() : own.firstLongitude();
    OptionalInt offset = LocalClock.utcOffsetS((long) localSecond, (long) localSecondAt, longitude);
    return offset.isPresent() ? (Integer) offset.getAsInt() : null;
  }

  /** A device that writes no events may still say how long its timer ran: then the pauses are where nothing moved. */
  private boolean isSilentAboutPauses(Summary summary) {
    Double moving = summary.movingS();
    Double elapsed = summary.elapsedS();
    boolean without = moving != null && elapsed != null && moving > 0 && elapsed > 0 && elapsed - moving <= StandStill.GAP_S;
    return pauses.isEmpty() && !without;
  }
}
