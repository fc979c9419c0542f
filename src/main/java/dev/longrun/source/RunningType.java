package dev.longrun.source;

import dev.longrun.log.Sport;
import java.util.Locale;
import java.util.Optional;

/** Which names of kinds of activity mean running, and what kind. New ones appear: the pattern decides, not a list. */
public final class RunningType {
  private RunningType() {}

  /** @param name such as {@code trail_running}, {@code Running} or {@code TrailRun}; null is no running */
  public static Optional<Sport> of(String name) {
    String key = name == null ? "" : name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    boolean running =
        key.equals("run") || key.equals("running") || key.endsWith("_running") || key.endsWith("_run") || key.matches("(trail|virtual)run");
    return running ? Optional.of(kind(key)) : Optional.empty();
  }

  /** The kind of something that is known to be running. */
  public static Sport kind(String key) {
    return switch (key) {
      case "trail_running", "trail_run", "trailrun" -> Sport.TRAIL;
      case "track_running" -> Sport.TRACK;
      case "treadmill_running", "indoor_running" -> Sport.TREADMILL;
      case "virtual_run", "virtual_running", "virtualrun" -> Sport.VIRTUAL;
      default -> Sport.ROAD;
    };
  }
}
