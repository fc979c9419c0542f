package dev.longrun.source.file;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.DeveloperDataIdMesg;
import com.garmin.fit.DeveloperField;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.FieldDescriptionMesg;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.FitBaseType;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A FIT file as a watch would write it, made by the official encoder: an even run at 4 m/s, heart rate 150, one leg 85 times a minute,
 * unless told otherwise.
 */
public final class FitFile {
  private static final double SEMICIRCLES = Math.pow(2, 31) / 180;

  private final Instant start;
  private int seconds = 1000;
  private int every = 1;
  private double speedMs = 4;
  private Sport sport = Sport.RUNNING;
  private SubSport subSport = SubSport.GENERIC;
  private File type = File.ACTIVITY;
  private Long localOffsetS = 3600L;
  private final List<int[]> pauses = new ArrayList<>();
  private boolean session = true;
  private int footPodW;
  private BiConsumer<Integer, RecordMesg> record = (second, message) -> {};
  private Consumer<SessionMesg> sessionDetail = message -> {};
  private final List<FitFile> more = new ArrayList<>();
  private double distanceM;

  private final List<Mesg> wearer = new ArrayList<>();

  private FitFile(Instant start) {
    this.start = start;
  }

  public static FitFile startingAt(String start) {
    return new FitFile(Instant.parse(start));
  }

  public FitFile seconds(int seconds) {
    this.seconds = seconds;
    return this;
  }

  /** A device that records only now and then. */
  FitFile every(int seconds) {
    this.every = seconds;
    return this;
  }

  public FitFile speed(double speedMs) {
    this.speedMs = speedMs;
    return this;
  }

  FitFile sport(Sport sport, SubSport subSport) {
    this.sport = sport;
    this.subSport = subSport;
    return this;
  }

  public FitFile type(File type) {
    this.type = type;
    return this;
  }

  /** Null: no activity message; nonsense is possible. */
  FitFile localOffset(Long seconds) {
    this.localOffsetS = seconds;
    return this;
  }

  /** The timer stands still from one second to another; nothing is recorded. */
  FitFile pause(int from, int to) {
    pauses.add(new int[] {from, to});
    return this;
  }

  FitFile withoutSession() {
    session = false;
    return this;
  }

  FitFile footPodPower(int watts) {
    footPodW = watts;
    return this;
  }

  public FitFile records(BiConsumer<Integer, RecordMesg> detail) {
    this.record = detail;
    return this;
  }

  /** Messages that stand before the activity, such as how the watch is set. */
  FitFile wearer(Mesg... messages) {
    wearer.addAll(List.of(messages));
    return this;
  }

  public FitFile session(Consumer<SessionMesg> detail) {
    this.sessionDetail = detail;
    return this;
  }

  /** Another session behind this one in the same file. */
  FitFile then(FitFile next) {
    more.add(next);
    return this;
  }

  public byte[] bytes() {
    BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
    FileIdMesg id = new FileIdMesg();
    id.setType(type);
    id.setManufacturer(Manufacturer.GARMIN);
    id.setProduct(4315);
    id.setSerialNumber(1234567L);
    id.setTimeCreated(time(0));
    encoder.write(id);
    wearer.forEach(encoder::write);
    DeveloperField power = footPodW > 0 ? footPod(encoder) : null;
    double metres = 0;
    List<FitFile> sessions = new ArrayList<>(List.of(this));
    sessions.addAll(more);
    for (FitFile one : sessions) {
      metres = one.body(encoder, metres, power, footPodW);
    }
    for (FitFile one : sessions) {
      if (one.session) {
        one.end(encoder);
      }
    }
    if (session && localOffsetS != null) {
      ActivityMesg activity = new ActivityMesg();
      activity.setTimestamp(time(seconds));
      activity.setLocalTimestamp(time(seconds).getTimestamp() + localOffsetS);
      activity.setNumSessions(sessions.size());
      encoder.write(activity);
    }
    return encoder.close();
  }

  private static DeveloperField footPod(BufferEncoder encoder) {
    DeveloperDataIdMesg app = new DeveloperDataIdMesg();
    app.setDeveloperDataIndex((short) 0);
    encoder.write(app);
    FieldDescriptionMesg description = new FieldDescriptionMesg();
    description.setDeveloperDataIndex((short) 0);
    description.setFieldDefinitionNumber((short) 0);
    description.setFitBaseTypeId(FitBaseType.UINT16);
    description.setFieldName(0, "Power");
    description.setUnits(0, "watts");
    encoder.write(description);
    return new DeveloperField(description, app);
  }

  private double body(BufferEncoder encoder, double metresBefore, DeveloperField power, int watts) {
    encoder.write(timer(0, EventType.START));
    double metres = 0;
    for (int second = 0; second <= seconds; second += every) {
      int at = second;
      if (pauses.stream().anyMatch(pause -> at > pause[0] && at < pause[1])) {
        continue;
      }
      pauses.stream().filter(pause -> pause[0] == at).forEach(pause -> encoder.write(timer(at, EventType.STOP_ALL)));
      pauses.stream().filter(pause -> pause[1] == at).forEach(pause -> encoder.write(timer(at, EventType.START)));
      double movingS = second - pauses.stream().mapToDouble(pause -> Math.max(0, Math.min(at, pause[1]) - pause[0])).sum();
      metres = movingS * speedMs;
      RecordMesg point = new RecordMesg();
      point.setTimestamp(time(second));
      point.setDistance((float) (metresBefore + metres));
      point.setHeartRate((short) 150);
      point.setCadence((short) 85);
      point.setPositionLat((int) ((53.55 + metres / 111_195) * SEMICIRCLES));
      point.setPositionLong((int) (10.0 * SEMICIRCLES));
      record.accept(second, point);
      if (power != null) {
        DeveloperField value = new DeveloperField(power);
        value.setValue(watts);
        point.addDeveloperField(value);
      }
      encoder.write(point);
    }
    encoder.write(timer(seconds, EventType.STOP_ALL));
    distanceM = metres;
    return metresBefore + metres;
  }

  private void end(BufferEncoder encoder) {
    double stoodS = pauses.stream().mapToDouble(pause -> pause[1] - pause[0]).sum();
    LapMesg lap = new LapMesg();
    lap.setStartTime(time(0));
    lap.setTimestamp(time(seconds));
    lap.setTotalDistance((float) distanceM);
    lap.setTotalTimerTime((float) (seconds - stoodS));
    lap.setTotalElapsedTime((float) seconds);
    lap.setAvgCadence((short) 85);
    encoder.write(lap);
    SessionMesg total = new SessionMesg();
    total.setStartTime(time(0));
    total.setTimestamp(time(seconds));
    total.setSport(sport);
    total.setSubSport(subSport);
    total.setTotalDistance((float) distanceM);
    total.setTotalTimerTime((float) (seconds - stoodS));
    total.setTotalElapsedTime((float) seconds);
    total.setAvgHeartRate((short) 150);
    total.setMaxHeartRate((short) 171);
    total.setAvgCadence((short) 85);
    sessionDetail.accept(total);
    encoder.write(total);
  }

  private EventMesg timer(int second, EventType type) {
    EventMesg event = new EventMesg();
    event.setTimestamp(time(second));
    event.setEvent(Event.TIMER);
    event.setEventType(type);
    return event;
  }

  private DateTime time(int second) {
    return DateTime.from(start.plusSeconds(second));
  }
}
