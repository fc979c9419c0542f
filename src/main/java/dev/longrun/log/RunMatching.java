package dev.longrun.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Decides which activities of different sources are one run: started within two minutes of each other, distance and time within
 * ten percent, and not kept apart by the runner. The result depends on the activities alone, never on the order in which they came.
 */
final class RunMatching {
  /** Two devices, or a device and its upload, start a few seconds apart; two runs of one runner never do. */
  static final Duration START_TOLERANCE = Duration.ofMinutes(2);

  private static final double RELATIVE_TOLERANCE = 0.10;

  /** Whose word counts first. */
  static final Comparator<Activity> PRECEDENCE =
      Comparator.comparingInt((Activity activity) -> precedence(activity.source())).thenComparing(Activity::externalId);

  private RunMatching() {}

  /** Each group is one run, its activities in order of precedence; groups by start, then precedence. */
  static List<List<Activity>> runs(List<Activity> activities, BiPredicate<Activity, Activity> areApart) {
    List<List<Activity>> runs = new ArrayList<>();
    activities.stream()
        .sorted(PRECEDENCE)
        .forEach(
            activity ->
                runs.stream()
                    .filter(run -> isSameRun(run, activity) && run.stream().noneMatch(other -> areApart.test(other, activity)))
                    .findFirst()
                    .ifPresentOrElse(run -> run.add(activity), () -> runs.add(new ArrayList<>(List.of(activity)))));
    runs.sort(Comparator.comparing((List<Activity> run) -> run.get(0).startedAt()).thenComparing(run -> run.get(0), PRECEDENCE));
    return runs;
  }

  private static boolean isSameRun(List<Activity> run, Activity activity) {
    // One source never tells of one run twice: two recordings at one source are two runs until the runner says otherwise.
    return run.stream().noneMatch(other -> other.source() == activity.source()) && isAlike(run.get(0), activity);
  }

  private static boolean isAlike(Activity one, Activity other) {
    return Duration.between(one.startedAt(), other.startedAt()).abs().compareTo(START_TOLERANCE) <= 0
        && isNear(one.distanceM(), other.distanceM())
        && (isNear(one.movingS(), other.movingS()) || isNear(one.elapsedS(), other.elapsedS()));
  }

  /** A missing value speaks neither for nor against. */
  private static boolean isNear(Double one, Double other) {
    return one == null || other == null || Math.abs(one - other) <= RELATIVE_TOLERANCE * Math.max(one, other);
  }

  private static int precedence(Source source) {
    return switch (source) {
      case RUNNER -> 0;
      case GARMIN -> 1;
      case FILE -> 2;
      case STRAVA, OPEN_METEO -> 3;
    };
  }
}
