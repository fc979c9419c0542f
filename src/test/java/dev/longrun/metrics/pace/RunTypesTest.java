package dev.longrun.metrics.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTypesTest {
  private static final Double LT1 = 153.0;
  private static final Double THRESHOLD = 240.0;
  private static final Stretch EASY = Stretch.flat(1000, 320, 140.0);
  private static final Stretch HARD = Stretch.flat(1000, 250, 165.0);

  @Test
  void whatSomebodyCallsARaceIsARace() {
    assertThat(RunTypes.of(new RunShape(true, null, List.of(), List.of(), null, null, null)))
        .isEqualTo(new TypedRun(RunType.RACE, "marked as a race"));
  }

  @Test
  void ninetyMinutesAreLong() {
    assertThat(type(shape(Collections.nCopies(20, Stretch.flat(900, 270, 140.0))))).isEqualTo(RunType.LONG);
    assertThat(type(shape(Collections.nCopies(20, Stretch.flat(900, 269.9, 140.0))))).isEqualTo(RunType.EASY);
    assertThat(type(new RunShape(false, 5400.0, List.of(), List.of(), null, null, null))).isEqualTo(RunType.LONG);
  }

  @Test
  void threeHardLapsBetweenEasyOnesAreIntervals() {
    List<Stretch> laps = session(3, Stretch.flat(1000, 230, 168.0), Stretch.flat(300, 120, 145.0));
    assertThat(RunTypes.of(withLaps(laps))).isEqualTo(new TypedRun(RunType.INTERVAL, "3 hard laps between easy ones"));
    assertThat(type(withLaps(session(2, Stretch.flat(1000, 230, 168.0), Stretch.flat(300, 120, 145.0))))).isEqualTo(RunType.EASY);
  }

  @Test
  void severalHardLapsInARowAreOneRepeat() {
    List<Stretch> laps = new ArrayList<>(List.of(EASY, HARD, HARD, EASY, HARD, HARD, EASY));
    assertThat(RunTypes.hasRepeats(withLaps(laps))).isFalse();
    laps.addAll(List.of(HARD, EASY));
    assertThat(RunTypes.of(withLaps(laps)).because()).isEqualTo("3 hard laps between easy ones");
  }

  @Test
  void standingRestsDivideRepeatsToo() {
    assertThat(type(withLaps(session(4, Stretch.flat(400, 84, 170.0), Stretch.flat(0, 90, 140.0))))).isEqualTo(RunType.INTERVAL);
  }

  @Test
  void withoutLapsTheKilometresAreLookedAt() {
    assertThat(type(shape(List.of(EASY, HARD, EASY, HARD, EASY, HARD, EASY)))).isEqualTo(RunType.INTERVAL);
  }

  @Test
  void stridesAreNoSession() {
    assertThat(type(withLaps(session(8, Stretch.flat(100, 20, 150.0), Stretch.flat(100, 60, 140.0))))).isEqualTo(RunType.EASY);
    assertThat(type(withLaps(session(6, Stretch.flat(160, 35, 150.0), Stretch.flat(100, 60, 140.0))))).isEqualTo(RunType.EASY);
  }

  @Test
  void alternatingRunningAndWalkingIsNoSessionWhenThresholdsSayItIsEasy() {
    List<Stretch> laps = session(6, Stretch.flat(500, 180, 140.0), Stretch.flat(100, 60, 120.0));
    assertThat(RunTypes.hasRepeats(withLaps(laps))).isFalse();
    assertThat(RunTypes.hasRepeats(new RunShape(false, 3000.0, List.of(), laps, LT1, null, null))).isFalse();
    assertThat(RunTypes.hasRepeats(new RunShape(false, 3000.0, List.of(), laps, null, null, null))).isTrue();
  }

  @Test
  void lapsThatDifferLittleAreASteadyRun() {
    List<Stretch> laps = new ArrayList<>();
    for (int pair = 0; pair < 5; pair++) {
      laps.add(Stretch.flat(1000, 250, 140.0));
      laps.add(Stretch.flat(1000, 285, 140.0));
    }
    assertThat(RunTypes.hasRepeats(withLaps(laps))).isFalse();
    laps.set(1, Stretch.flat(1000, 288, 140.0));
    Collections.replaceAll(laps, Stretch.flat(1000, 285, 140.0), Stretch.flat(1000, 288, 140.0));
    assertThat(RunTypes.hasRepeats(withLaps(laps))).isTrue();
  }

  @Test
  void hillsAreNoRepeatsWhenTheEffortIsEven() {
    List<Stretch> run = new ArrayList<>();
    for (int pair = 0; pair < 5; pair++) {
      run.add(Stretch.flat(1000, 300, 140.0));
      run.add(new Stretch(1000.0, 300 * 1.47, null, 140.0, null, 100.0, 0.0));
    }
    assertThat(type(shape(run))).isEqualTo(RunType.EASY);
  }

  @Test
  void twentyHardMinutesInARowAreATempoRun() {
    assertThat(RunTypes.of(shape(run(2, Collections.nCopies(4, Stretch.flat(1200, 300, 153.0))))))
        .isEqualTo(new TypedRun(RunType.TEMPO, "20 minutes in a row at 153 bpm or more or at marathon pace or faster"));
    assertThat(type(shape(run(4, Collections.nCopies(4, Stretch.flat(1000, 299, 153.0)))))).isEqualTo(RunType.EASY);
    assertThat(type(shape(run(4, Collections.nCopies(4, Stretch.flat(1000, 300, 152.0)))))).isEqualTo(RunType.EASY);
  }

  @Test
  void paceTellsATempoRunWithoutHeartRate() {
    List<Stretch> atMarathonPace = Collections.nCopies(5, Stretch.flat(1000, 240 * 1.06, null));
    assertThat(type(new RunShape(false, null, atMarathonPace, List.of(), null, THRESHOLD, null))).isEqualTo(RunType.TEMPO);
    List<Stretch> slower = Collections.nCopies(5, Stretch.flat(1000, 240 * 1.061, null));
    assertThat(type(new RunShape(false, null, slower, List.of(), null, THRESHOLD, null))).isEqualTo(RunType.EASY);
  }

  @Test
  void hardForHalfOfTheRunIsATempoRunEvenInPieces() {
    List<Stretch> pieces = new ArrayList<>();
    for (int piece = 0; piece < 3; piece++) {
      pieces.addAll(List.of(Stretch.flat(1000, 300, 158.0), Stretch.flat(1000, 300, 158.0), Stretch.flat(1000, 300, 150.0)));
    }
    assertThat(RunTypes.of(shape(pieces)).because()).startsWith("30 of 45 minutes");
    pieces.addAll(Collections.nCopies(5, EASY));
    assertThat(type(shape(pieces))).isEqualTo(RunType.EASY);
  }

  @Test
  void easyNeedsSomethingThatTells() {
    List<Stretch> silent = Collections.nCopies(8, Stretch.flat(1000, 320, null));
    assertThat(RunTypes.of(new RunShape(false, null, silent, List.of(), LT1, null, null)))
        .isEqualTo(new TypedRun(null, "neither heart rate nor pace, with its threshold, tells easy from hard"));
    List<Stretch> halfSilent = new ArrayList<>(silent);
    halfSilent.addAll(Collections.nCopies(8, EASY));
    assertThat(type(new RunShape(false, null, halfSilent, List.of(), LT1, null, null))).isNull();
    assertThat(type(new RunShape(false, null, silent, List.of(), LT1, THRESHOLD, null))).isEqualTo(RunType.EASY);
  }

  @Test
  void aLowEffortIsEasyWhenNothingElseTells() {
    assertThat(type(new RunShape(false, 2400.0, List.of(), List.of(), null, null, 4.0))).isEqualTo(RunType.EASY);
    assertThat(type(new RunShape(false, 2400.0, List.of(), List.of(), null, null, 5.0))).isNull();
  }

  @Test
  void ofARunWithoutTimeNothingIsSaid() {
    assertThat(RunTypes.of(new RunShape(false, null, List.of(), List.of(), LT1, THRESHOLD, null)))
        .isEqualTo(new TypedRun(null, "its moving time is not known"));
  }

  private static RunType type(RunShape shape) {
    return RunTypes.of(shape).type();
  }

  private static RunShape shape(List<Stretch> kilometres) {
    return new RunShape(false, null, kilometres, List.of(), LT1, THRESHOLD, null);
  }

  private static RunShape withLaps(List<Stretch> laps) {
    return new RunShape(false, null, List.of(), laps, LT1, THRESHOLD, null);
  }

  /** Warm-up, repeats with rests, cool-down. */
  private static List<Stretch> session(int repeats, Stretch repeat, Stretch rest) {
    List<Stretch> laps = new ArrayList<>(List.of(Stretch.flat(2000, 640, 135.0)));
    for (int i = 0; i < repeats; i++) {
      laps.add(repeat);
      laps.add(rest);
    }
    laps.add(Stretch.flat(2000, 640, 140.0));
    return laps;
  }

  private static List<Stretch> run(int easyKilometres, List<Stretch> block) {
    List<Stretch> run = new ArrayList<>(Collections.nCopies(easyKilometres, EASY));
    run.addAll(block);
    run.add(EASY);
    return run;
  }
}
