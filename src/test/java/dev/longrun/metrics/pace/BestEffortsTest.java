package dev.longrun.metrics.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.RandomRuns;
import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestEffortsTest {
  @Test
  void aRunHasTheDistancesItIsLongEnoughFor() {
    List<Stretch> run = new ArrayList<>(Collections.nCopies(42, Stretch.flat(1000, 250, null)));
    assertThat(distances(run)).containsExactly(1000.0, 5000.0, 10_000.0, 21_097.5);
    run.add(Stretch.flat(195, 48.75, null));
    assertThat(distances(run)).containsExactly(1000.0, 5000.0, 10_000.0, 21_097.5, 42_195.0);
    assertThat(BestEfforts.of(run).get(4).timeS()).isCloseTo(42.195 * 250, within(1e-6));
    assertThat(distances(List.of(Stretch.flat(999, 250, null)))).isEmpty();
    assertThat(distances(List.of())).isEmpty();
  }

  @Test
  void theFastestWindowOfWholeKilometresIsFoundWhereItIs() {
    List<Stretch> run = kilometres(300, 290, 240, 241, 242, 239, 238, 310);
    assertThat(BestEfforts.of(run)).containsExactly(new BestEffort(1000, 238, 6000), new BestEffort(5000, 1200, 2000));
  }

  @Test
  void ofEquallyFastWindowsTheFirstCounts() {
    assertThat(BestEfforts.of(kilometres(300, 300, 300, 300, 300, 300))).allMatch(best -> best.fromM() == 0);
  }

  @Test
  void aWindowThatEndsAtABorderReachesBackInProportion() {
    // 21 km at 4:00 after 2 km at 5:00: the missing 97.5 m lie in the second kilometre.
    List<Stretch> run = new ArrayList<>(kilometres(300, 300));
    run.addAll(Collections.nCopies(21, Stretch.flat(1000, 240, null)));
    BestEffort half = BestEfforts.of(run).get(3);
    assertThat(half.timeS()).isCloseTo(21 * 240 + 0.0975 * 300, within(1e-6));
    assertThat(half.fromM()).isCloseTo(1902.5, within(1e-6));
  }

  @Test
  void aPauseCounts() {
    List<Stretch> run = new ArrayList<>(kilometres(300, 300, 300, 300, 300));
    run.set(2, new Stretch(1000.0, 300, 360.0, null, null, null, null));
    assertThat(BestEfforts.of(run).get(1).timeS()).isEqualTo(1560);
    run.set(2, new Stretch(1000.0, 300, null, null, null, null, null));
    assertThat(BestEfforts.of(run).get(1).timeS()).isEqualTo(1500);
  }

  @Test
  void nothingIsLookedForAfterAKilometreOfUnknownLengthOrTime() {
    List<Stretch> run = new ArrayList<>(kilometres(300, 290, 300, 200));
    run.set(2, Stretch.of(300, 150.0));
    assertThat(BestEfforts.of(run)).containsExactly(new BestEffort(1000, 290, 1000));
    run.set(2, Stretch.flat(1000, 0, null));
    assertThat(BestEfforts.of(run)).containsExactly(new BestEffort(1000, 290, 1000));
  }

  @Test
  void aKilometreFasterThanAnybodyRunsIsNoRecord() {
    assertThat(BestEfforts.of(kilometres(300, 290, 60, 280))).containsExactly(new BestEffort(1000, 290, 1000));
  }

  @Test
  void noWindowAnywhereIsFaster() {
    for (List<Stretch> run : RandomRuns.some(40)) {
      double length = run.stream().mapToDouble(Stretch::distanceM).sum();
      for (BestEffort best : BestEfforts.of(run)) {
        for (double fromM = 0; fromM + best.distanceM() <= length; fromM += 37) {
          assertThat(seconds(run, fromM + best.distanceM()) - seconds(run, fromM)).isGreaterThanOrEqualTo(best.timeS() - 1e-6);
        }
        assertThat(seconds(run, best.fromM() + best.distanceM()) - seconds(run, best.fromM())).isCloseTo(best.timeS(), within(1e-6));
      }
    }
  }

  @Test
  void itDoesNotMatterHowFinelyARunIsCut() {
    for (List<Stretch> run : RandomRuns.some(40)) {
      List<BestEffort> halves = BestEfforts.of(RandomRuns.inHalves(run));
      for (BestEffort best : BestEfforts.of(run)) {
        assertThat(halves).anyMatch(half -> half.distanceM() == best.distanceM() && Math.abs(half.timeS() - best.timeS()) < 1e-6);
      }
    }
  }

  private static double seconds(List<Stretch> run, double metre) {
    double done = 0;
    double seconds = 0;
    for (Stretch part : run) {
      double inside = Math.min(Math.max(metre - done, 0), part.distanceM());
      seconds += part.elapsedS() * inside / part.distanceM();
      done += part.distanceM();
    }
    return seconds;
  }

  private static List<Double> distances(List<Stretch> run) {
    return BestEfforts.of(run).stream().map(BestEffort::distanceM).toList();
  }

  private static List<Stretch> kilometres(double... seconds) {
    List<Stretch> kilometres = new ArrayList<>();
    for (double second : seconds) {
      kilometres.add(Stretch.flat(1000, second, null));
    }
    return kilometres;
  }
}
