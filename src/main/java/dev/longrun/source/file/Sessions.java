package dev.longrun.source.file;

import java.util.ArrayList;
import java.util.List;

/** Collects the sessions of a file that is being read: each is set right here, whatever the format. */
final class Sessions {
  /** A device that was started before the first point: longer than that is a clock that was wrong. */
  private static final double LONGEST_WAIT_S = 12 * 3600;

  private final List<Recording> sessions = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private int parts;

  Sessions() {
    this(0);
  }

  /** @param partsBefore sessions that are numbered before these */
  Sessions(int partsBefore) {
    this.parts = partsBefore;
  }

  /**
   * One session as it was read.
   *
   * @param startS as the device says it; NaN when it says nothing
   * @param stops when the timer stood still, as far as the device says so
   * @param untoldStops whether it may have stood still without the device saying so
   */
  record Raw(
      SaidSport said, double startS, Integer utcOffsetS, String name, String comment, Summary summary, Track track, Pauses stops,
      boolean untoldStops, List<TimedLap> laps, double elevationStepM) {}

  /** @param flaw what is wrong with the file as a whole; null when nothing is */
  Decoded decoded(String flaw) {
    return new Decoded(sessions, others, flaw);
  }

  boolean isEmpty() {
    return parts == 0;
  }

  int parts() {
    return parts;
  }

  /**
   * @throws UnusableFile when it may be a run and has no place in time
   */
  void add(Raw raw) {
    parts++;
    if (raw.said().other() != null) {
      others.add(raw.said().other());
    }
    try {
      sessions.add(setRight(raw));
    } catch (UnusableFile e) {
      if (raw.said().other() == null) {
        throw e;
      }
    }
  }

  /** All of another part of the file. */
  void add(Decoded decoded) {
    sessions.addAll(decoded.sessions());
    others.addAll(decoded.others());
    parts = Math.max(parts, decoded.sessions().stream().mapToInt(Recording::part).max().orElse(parts));
  }

  private Recording setRight(Raw raw) {
    TrackCleaning.Cleaned cleaned = TrackCleaning.of(raw.track());
    Track track = cleaned.track();
    double startS = start(raw.startS(), track);
    double lastS = track.size() == 0 ? startS : track.second(track.size() - 1);
    Pauses pauses = raw.stops().within(startS, lastS);
    if (raw.untoldStops()) {
      pauses = pauses.and(StandStill.pauses(track)).within(startS, lastS);
    }
    Double saidM = raw.summary().distanceM();
    List<String> flaws = new ArrayList<>(cleaned.flaws());
    flaws.addAll(DistanceCounter.setRight(track, startS, track.wayM(pauses), saidM == null ? Double.NaN : saidM));
    return new Recording(
        parts, raw.said(), startS, raw.utcOffsetS(), raw.name(), raw.comment(), raw.summary(), track, pauses, raw.laps(), raw.elevationStepM(),
        flaws);
  }

  private static double start(double said, Track track) {
    if (track.size() == 0) {
      return said;
    }
    double first = track.second(0);
    return said <= first && said >= first - LONGEST_WAIT_S ? said : first;
  }
}
