package dev.longrun.analysis;

import dev.longrun.metrics.race.MarathonGoal;
import dev.longrun.metrics.race.StandardDistance;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The race the runner trains for.
 *
 * @param date null when it is not set
 */
public record Goal(LocalDate date, double timeS, double distanceM) {

  /** Empty when the goal is over no standard distance: nothing can be forecast then. */
  public Optional<StandardDistance> distance() {
    return StandardDistance.official(distanceM);
  }

  /** Empty when the goal is another race, or a time in which nobody runs a marathon. */
  Optional<MarathonGoal> marathon() {
    return distance().filter(StandardDistance.MARATHON::equals).flatMap(marathon -> MarathonGoal.of(timeS));
  }
}
