package dev.longrun.metrics.pace;

import dev.longrun.metrics.Stretch;
import java.util.List;

/**
 * What the kind of a run is told from; never its name. Whatever is not known is null or empty and only makes less be said.
 *
 * @param race whether the runner or a source calls it a race
 * @param movingS seconds of the whole run
 * @param kilometres in order
 * @param laps as the runner or the watch set them, in order; empty when they are the kilometres
 * @param lt1Bpm first lactate threshold
 * @param thresholdPaceSPerKm the pace the runner could race for an hour
 * @param effort 1 to 10
 */
public record RunShape(
    boolean race,
    Double movingS,
    List<Stretch> kilometres,
    List<Stretch> laps,
    Double lt1Bpm,
    Double thresholdPaceSPerKm,
    Double effort) {
  public RunShape {
    kilometres = List.copyOf(kilometres);
    laps = List.copyOf(laps);
  }
}
