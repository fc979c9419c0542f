package dev.longrun.log.run;

import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import dev.longrun.log.record.FileIdentity;
import dev.longrun.log.record.Precedence;
import dev.longrun.log.record.SourceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Decides which activities of different sources are one run: those that a site and its own export call by one id, a file and whatever
 * started in the very same second, what of two sites did so and took the same time, everything that started within two minutes of each
 * other with distance and time within ten percent, and what lies within the time of the other as the larger part of it; never what the runner has kept apart. The result depends on the activities alone, never on the order in which they came.
 */
public final class RunMatching {
  /** Sites cut the fraction of a second off, or round it. */
  private static final Duration SAME_SECOND = Duration.ofSeconds(1);

  private static final double RELATIVE_TOLERANCE = 0.10;

  private static final double SMALLEST_CUT = 0.5;

  private RunMatching() {}

  /** Each group is one run, its activities in order of precedence; groups by start, then precedence. */
  static List<List<Activity>> runs(List<Activity> activities, BiPredicate<Activity, Activity> areApart) {
    List<List<Activity>> runs = new ArrayList<>();
    activities.stream()
        .sorted(Precedence.ORDER)
        .forEach(
            activity ->
                runOf(activity, runs.stream().filter(run -> run.stream().noneMatch(other -> areApart.test(other, activity))).toList())
                    .ifPresentOrElse(run -> run.add(activity), () -> runs.add(new ArrayList<>(List.of(activity)))));
    runs.sort(Comparator.comparing((List<Activity> run) -> run.get(0).startedAt()).thenComparing(run -> run.get(0), Precedence.ORDER));
    return runs;
  }

  private static Optional<List<Activity>> runOf(Activity activity, List<List<Activity>> runs) {
    return first(runs, run -> isCalledTheSame(run, activity))
        .or(() -> first(runs, run -> mayBeOne(run, activity) && isTheSameRecording(run, activity)))
        .or(() -> first(runs, run -> mayBeOne(run, activity) && isAlike(run.get(0), activity)))
        .or(() -> first(runs, run -> mayBeOne(run, activity) && isCutFromTheSame(run.get(0), activity)));
  }

  private static Optional<List<Activity>> first(List<List<Activity>> runs, Predicate<List<Activity>> condition) {
    return runs.stream().filter(condition).findFirst();
  }

  private static boolean isCalledTheSame(List<Activity> run, Activity activity) {
    Optional<FileIdentity.Name> name = FileIdentity.siteName(activity);
    return name.isPresent() && run.stream().anyMatch(other -> FileIdentity.siteName(other).equals(name));
  }

  /**
   * A site never tells of one run twice: two recordings at one site are two runs until the runner says otherwise. Files tell of one
   * run as often as they were saved.
   */
  private static boolean mayBeOne(List<Activity> run, Activity activity) {
    return run.stream()
        .noneMatch(other -> isAnotherOfTheSameSite(other, activity) || FileIdentity.areOfOneRecording(other, activity));
  }

  private static boolean isAnotherOfTheSameSite(Activity one, Activity other) {
    if (one.source() == other.source() && one.source() != Source.FILE) {
      return true;
    }
    Optional<FileIdentity.Name> name = FileIdentity.siteName(one);
    Optional<FileIdentity.Name> otherName = FileIdentity.siteName(other);
    return name.isPresent() && otherName.isPresent() && name.get().source() == otherName.get().source();
  }

  /** Sites let the runner correct the distance of a treadmill; the second in which the recording began stays. */
  private static boolean isTheSameRecording(List<Activity> run, Activity activity) {
    return run.stream()
        .filter(other -> other.source() == Source.FILE || activity.source() == Source.FILE || isOfTheSameTime(other, activity))
        .anyMatch(other -> Duration.between(other.startedAt(), activity.startedAt()).abs().compareTo(SAME_SECOND) <= 0);
  }

  /** Both known, for without one nothing is sure. */
  private static boolean isOfTheSameTime(Activity one, Activity other) {
    return one.movingS() != null && other.movingS() != null && isNear(one.movingS(), other.movingS())
        || one.elapsedS() != null && other.elapsedS() != null && isNear(one.elapsedS(), other.elapsedS());
  }

  /**
   * Whether one lies within the time of the other and is no longer a way: a start or an end that was cropped, a second device that was
   * switched on late. Less than half of the other proves nothing: a watch may have been left running.
   */
  private static boolean isCutFromTheSame(Activity one, Activity other) {
    Double oneS = one.elapsedS() == null ? one.movingS() : one.elapsedS();
    Double otherS = other.elapsedS() == null ? other.movingS() : other.elapsedS();
    if (oneS == null || otherS == null || one.distanceM() == null || other.distanceM() == null) {
      return false;
    }
    boolean oneIsLonger = oneS >= otherS;
    Activity whole = oneIsLonger ? one : other;
    Activity cut = oneIsLonger ? other : one;
    double wholeS = Math.max(oneS, otherS);
    double cutS = Math.min(oneS, otherS);
    double beginsS = Duration.between(whole.startedAt(), cut.startedAt()).toSeconds();
    double tolerance = SourceStore.START_TOLERANCE.toSeconds();
    return beginsS >= -tolerance
        && beginsS + cutS <= wholeS + tolerance
        && cutS >= SMALLEST_CUT * wholeS
        && cut.distanceM() <= whole.distanceM() * (1 + RELATIVE_TOLERANCE)
        && cut.distanceM() >= SMALLEST_CUT * whole.distanceM();
  }

  private static boolean isAlike(Activity one, Activity other) {
    return Duration.between(one.startedAt(), other.startedAt()).abs().compareTo(SourceStore.START_TOLERANCE) <= 0
        && isNear(one.distanceM(), other.distanceM())
        && (isNear(one.movingS(), other.movingS()) || isNear(one.elapsedS(), other.elapsedS()));
  }

  /** A missing value speaks neither for nor against. */
  private static boolean isNear(Double one, Double other) {
    return one == null || other == null || Math.abs(one - other) <= RELATIVE_TOLERANCE * Math.max(one, other);
  }
}
