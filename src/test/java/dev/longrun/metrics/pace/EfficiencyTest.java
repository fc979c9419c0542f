package dev.longrun.metrics.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.RandomRuns;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.Surface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EfficiencyTest {
  /** A steady flat run of 14 km; its numbers are computed independently of this code. */
  private static final List<Stretch> WORKED =
      kilometres(
          new double[] {312, 305, 302, 301, 300, 300, 299, 300, 301, 300, 300, 301, 302, 301},
          new double[] {136, 140, 142, 143, 144, 145, 145, 146, 147, 148, 149, 150, 150, 151});

  @Test
  void efficiencyReproducesTheWorkedRun() {
    assertThat(EfficiencyFactor.of(WORKED.subList(2, 14), Surface.ROAD).value()).isCloseTo(1.360981419, within(1e-8));
  }

  @Test
  void efficiencyOfTheHalvesReproducesTheWorkedRun() {
    assertThat(halves(WORKED)).containsExactly(new double[] {1.394857423, 1.341783917}, within(1e-8));
    assertThat(halves(WORKED.subList(2, 14))).containsExactly(new double[] {1.385752073, 1.33704174}, within(1e-8));
  }

  @Test
  void decouplingReproducesTheWorkedRun() {
    assertThat(Decoupling.of(WORKED, Surface.ROAD, false, 170.0, 0).value()).isCloseTo(3.515082815, within(1e-8));
  }

  @Test
  void decouplingOfASteadyRunIsZero() {
    for (double pace = 240; pace <= 360; pace += 10) {
      List<Stretch> steady = new ArrayList<>(Collections.nCopies(20, Stretch.flat(1000, pace, 145.0)));
      steady.add(Stretch.flat(700, pace * 0.7, 145.0));
      assertThat(Decoupling.of(steady, Surface.ROAD, false, 170.0, 0).value()).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void itDoesNotMatterHowFinelyARunIsCut() {
    for (List<Stretch> run : RandomRuns.some(100)) {
      double efficiency = EfficiencyFactor.of(run, Surface.ROAD).value();
      assertThat(EfficiencyFactor.of(RandomRuns.inHalves(run), Surface.ROAD).value()).isCloseTo(efficiency, within(1e-9));
    }
    assertThat(Decoupling.of(RandomRuns.inHalves(WORKED), Surface.ROAD, false, 170.0, 0).value()).isCloseTo(3.515082815, within(1e-8));
  }

  @Test
  void aHillThatCostsNoHeartBeatRaisesEfficiency() {
    Stretch hill = new Stretch(1000.0, 300, 300.0, 150.0, null, 20.0, 0.0);
    double onTheFlat = EfficiencyFactor.of(Collections.nCopies(5, Stretch.flat(1000, 300, 150.0)), Surface.ROAD).value();
    assertThat(EfficiencyFactor.of(Collections.nCopies(5, hill), Surface.ROAD).value()).isCloseTo(1.0652 * onTheFlat, within(1e-9));
  }

  @Test
  void efficiencyNeedsTenMinutes() {
    assertThat(EfficiencyFactor.of(List.of(Stretch.flat(2000, 599, 150.0)), Surface.ROAD).missing()).isEqualTo("less than 10 minutes");
    assertThat(EfficiencyFactor.of(List.of(Stretch.flat(2000, 600, 150.0)), Surface.ROAD).isKnown()).isTrue();
  }

  @Test
  void efficiencyNeedsHeartRateForNearlyTheWholeRun() {
    List<Stretch> enough = List.of(Stretch.flat(3000, 950, 150.0), Stretch.flat(200, 50, null));
    List<Stretch> tooLittle = List.of(Stretch.flat(3000, 949, 150.0), Stretch.flat(200, 51, null));
    assertThat(EfficiencyFactor.of(enough, Surface.ROAD).value())
        .isCloseTo(EfficiencyFactor.of(enough.subList(0, 1), Surface.ROAD).value(), within(1e-9));
    assertThat(EfficiencyFactor.of(tooLittle, Surface.ROAD).missing()).isEqualTo("heart rate for less than 95 % of the time");
    assertThat(EfficiencyFactor.of(List.of(Stretch.flat(3000, 900, null)), Surface.ROAD).missing()).isEqualTo("no heart rate");
  }

  @Test
  void efficiencyNeedsDistance() {
    assertThat(EfficiencyFactor.of(List.of(Stretch.flat(2000, 600, 150.0), Stretch.of(300, 150.0)), Surface.ROAD).missing())
        .isEqualTo("no distance");
  }

  @Test
  void indoorsThereIsNeitherEfficiencyNorDecoupling() {
    for (Surface surface : List.of(Surface.TREADMILL, Surface.VIRTUAL)) {
      assertThat(EfficiencyFactor.of(WORKED, surface).missing()).startsWith("run indoors");
      assertThat(Decoupling.of(WORKED, surface, false, 170.0, 0).missing()).startsWith("run indoors");
    }
    assertThat(EfficiencyFactor.of(WORKED, null).isKnown()).isTrue();
  }

  @Test
  void decouplingNeedsARunWithoutRepeats() {
    assertThat(Decoupling.of(WORKED, Surface.ROAD, true, 170.0, 0).missing()).isEqualTo("a run with repeats");
  }

  @Test
  void decouplingEndsWithAPauseOfMoreThanThreeMinutes() {
    assertThat(Decoupling.of(WORKED, Surface.ROAD, false, 170.0, 180).isKnown()).isTrue();
    assertThat(Decoupling.of(WORKED, Surface.ROAD, false, 170.0, 181).missing()).isEqualTo("a pause of more than 3 minutes");
  }

  @Test
  void decouplingIsIndicativeFromFortyMinutesAfterTheWarmUpAndFullFromSixty() {
    assertThat(steady(2 + 7, 300).missing()).isEqualTo("less than 40 minutes after the warm-up");
    assertThat(steady(2 + 8, 300).method()).isEqualTo("halves-indicative");
    assertThat(steady(2 + 11, 300).method()).isEqualTo("halves-indicative");
    assertThat(steady(2 + 12, 300).method()).isEqualTo("halves");
    assertThat(steady(1, 300).missing()).isEqualTo("less than 40 minutes after the warm-up");
    assertThat(steady(0, 300).missing()).isEqualTo("less than 40 minutes after the warm-up");
  }

  @Test
  void theWarmUpIsTheLongerOfTenMinutesAndTwoKilometres() {
    // At 4:00 ten minutes are 2.5 km: 13 km leave 42 minutes, 12 km only 38.
    assertThat(steady(13, 240).isKnown()).isTrue();
    assertThat(steady(12, 240).isKnown()).isFalse();
    // At 6:00 two kilometres are 12 minutes: 8 km leave 36 minutes.
    assertThat(steady(9, 360).isKnown()).isTrue();
    assertThat(steady(8, 360).isKnown()).isFalse();
  }

  @Test
  void aLastPartBelowFourHundredMetresIsLeftOut() {
    List<Stretch> run = new ArrayList<>(WORKED);
    run.add(Stretch.flat(399, 200, 190.0));
    assertThat(Decoupling.of(run, Surface.ROAD, false, 170.0, 0).value()).isCloseTo(3.515082815, within(1e-8));
    run.set(14, Stretch.flat(400, 121, 152.0));
    assertThat(Decoupling.of(run, Surface.ROAD, false, 170.0, 0).value()).isGreaterThan(3.6);
  }

  @Test
  void decouplingNeedsAnEvenPace() {
    assertThat(alternating(0.059).isKnown()).isTrue();
    assertThat(alternating(0.061).missing()).isEqualTo("the pace varied by more than 6 %");
  }

  @Test
  void aHillyRunOfEvenEffortIsEven() {
    Stretch climb = new Stretch(1000.0, 300 * 1.19, null, 145.0, null, 50.0, 0.0);
    List<Stretch> run = new ArrayList<>();
    for (int pair = 0; pair < 8; pair++) {
      run.add(Stretch.flat(1000, 300, 145.0));
      run.add(climb);
    }
    assertThat(Decoupling.of(run, Surface.ROAD, false, 170.0, 0).value()).isCloseTo(0, within(1e-9));
  }

  @Test
  void decouplingNeedsARunBelowThreshold() {
    List<Stretch> run = Collections.nCopies(15, Stretch.flat(1000, 300, 152.0));
    assertThat(Decoupling.of(run, Surface.ROAD, false, 160.1, 0).isKnown()).isTrue();
    assertThat(Decoupling.of(run, Surface.ROAD, false, 159.9, 0).missing()).isEqualTo("harder than 95 % of the threshold heart rate");
    assertThat(Decoupling.of(run, Surface.ROAD, false, null, 0).missing()).startsWith("no threshold heart rate");
  }

  @Test
  void decouplingNeedsHeartRateForNearlyTheWholeSteadyPart() {
    // The steady part is the last 12 of 14 kilometres, all of 300 s.
    assertThat(withoutHeartRateFor(0.6).value()).isCloseTo(0, within(1e-9));
    assertThat(withoutHeartRateFor(0.61).missing()).isEqualTo("heart rate for less than 95 % of the time");
  }

  private static double[] halves(List<Stretch> run) {
    double whole = Parts.movingS(run);
    return new double[] {
      EfficiencyFactor.of(Parts.between(run, 0, whole / 2), Surface.ROAD).value(),
      EfficiencyFactor.of(Parts.between(run, whole / 2, whole), Surface.ROAD).value()
    };
  }

  private static Measured withoutHeartRateFor(double kilometres) {
    List<Stretch> run = new ArrayList<>(Collections.nCopies(13, Stretch.flat(1000, 300, 145.0)));
    run.add(Stretch.flat(1000 * (1 - kilometres), 300 * (1 - kilometres), 145.0));
    run.add(Stretch.flat(1000 * kilometres, 300 * kilometres, null));
    return Decoupling.of(run, Surface.ROAD, false, 170.0, 0);
  }

  private static Measured steady(int kilometres, double pace) {
    return Decoupling.of(Collections.nCopies(kilometres, Stretch.flat(1000, pace, 145.0)), Surface.ROAD, false, 170.0, 0);
  }

  /** Parts of 300 s whose speed is by turns above and below the mean. */
  private static Measured alternating(double variation) {
    List<Stretch> run = new ArrayList<>();
    for (int pair = 0; pair < 7; pair++) {
      run.add(Stretch.flat(1000 * (1 + variation), 300, 145.0));
      run.add(Stretch.flat(1000 * (1 - variation), 300, 145.0));
    }
    return Decoupling.of(run, Surface.ROAD, false, 170.0, 0);
  }

  private static List<Stretch> kilometres(double[] seconds, double[] heartRates) {
    List<Stretch> kilometres = new ArrayList<>();
    for (int km = 0; km < seconds.length; km++) {
      kilometres.add(Stretch.flat(1000, seconds[km], heartRates[km]));
    }
    return kilometres;
  }
}
