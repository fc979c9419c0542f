package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeeklyTrendTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  @Test
  void findsASlopeThatWildDaysCannotBend() {
    List<DayValue> values = days(300, 1, 0);
    values.set(290, new DayValue(values.get(290).day(), 400));
    values.set(291, new DayValue(values.get(291).day(), 400));
    Estimate slope = (Estimate) WeeklyTrend.of("resting heart rate", "bpm", "mornings", values, 0.5).slope();
    assertThat(slope.value()).isCloseTo(-4, offset(1.5));
    assertThat(slope.interval().contains(-4)).isTrue();
    assertThat(slope.clear()).isTrue();
    assertThat(slope.sentence()).startsWith("Resting heart rate: −").contains("bpm a year (95 % interval −", "300 mornings from 2026-01-05");
  }

  @Test
  void weeksThatAreLikeTheirNeighboursWidenTheInterval() {
    Estimate independent = (Estimate) WeeklyTrend.of("x", "u", "runs", days(400, 2, 0), 0).slope();
    Estimate alike = (Estimate) WeeklyTrend.of("x", "u", "runs", days(400, 2, 0.97), 0).slope();
    assertThat(alike.interval().width()).isGreaterThan(1.5 * independent.interval().width());
  }

  @Test
  void nineteenValuesOrSevenWeeksAreTooFew() {
    assertThat(WeeklyTrend.of("x", "u", "runs", days(19, 3, 0), 0).slope())
        .isInstanceOfSatisfying(TooFew.class, few -> assertThat(few.missing()).isEqualTo(1));
    assertThat(WeeklyTrend.of("x", "u", "runs", days(49, 3, 0), 0).slope())
        .isInstanceOfSatisfying(TooFew.class, few -> assertThat(few.counted()).isEqualTo("weeks"));
    assertThat(WeeklyTrend.of("x", "u", "runs", days(50, 3, 0), 0).slope()).isInstanceOf(Estimate.class);
    assertThat(WeeklyTrend.of("x", "u", "runs", List.of(), 0).slope()).isInstanceOf(TooFew.class);
  }

  @Test
  void valuesThatNeverChangeHaveNoSlopeToTell() {
    List<DayValue> values = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      values.add(new DayValue(MONDAY.plusDays(i), 48));
    }
    Finding slope = WeeklyTrend.of("resting heart rate", "bpm", "mornings", values, 0).slope();
    assertThat(slope).isInstanceOf(Alike.class);
    assertThat(slope.sentence()).startsWith("Resting heart rate: nothing to tell").contains("The value was 48 in 15 of 15 weekly medians");
  }

  @Test
  void lessThanNineMonthsHaveAChangeOverTheTimeSeenAndNoYearlyRate() {
    Estimate slope = (Estimate) WeeklyTrend.of("resting heart rate", "bpm", "mornings", days(141, 1, 0), 0).slope();
    assertThat(slope.unit()).isEqualTo("bpm over 20 weeks");
    assertThat(((Estimate) WeeklyTrend.of("x", "u", "runs", days(280, 1, 0), 0).slope()).unit()).isEqualTo("u a year");
  }

  @Test
  void aGapOfMoreThanEightWeeksEndsTheLine() {
    List<DayValue> values = new ArrayList<>(days(100, 1, 0));
    LocalDate again = values.get(99).day().plusDays(57);
    for (int i = 0; i < 100; i++) {
      values.add(new DayValue(again.plusDays(i), 60 + i % 7));
    }
    Finding slope = WeeklyTrend.of("x", "u", "runs", values, 0).slope();
    assertThat(slope.basis().from()).isEqualTo(again);
    assertThat(slope.basis().excluded()).containsEntry("before a gap of more than 8 weeks", 100);
  }

  @Test
  void aWeekIsItsMedianFromMondayToSunday() {
    List<DayValue> values = List.of(new DayValue(MONDAY, 1), new DayValue(MONDAY.plusDays(6), 3), new DayValue(MONDAY.plusDays(7), 9));
    assertThat(WeeklyTrend.of("x", "u", "runs", values, 0).weeks())
        .containsExactly(new DayValue(MONDAY, 2), new DayValue(MONDAY.plusDays(7), 9));
  }

  @Test
  void whatIsNoNumberIsRefusedWithItsDay() {
    assertThatThrownBy(() -> new DayValue(MONDAY, Double.NaN)).hasMessage("The value of 2026-01-05 is no number: NaN");
  }

  /** Falls by 4 a year from 50, with a scatter of 2 that carries over from day to day. */
  private static List<DayValue> days(int count, long seed, double carriedOver) {
    Random chance = new Random(seed);
    List<DayValue> values = new ArrayList<>();
    double scatter = 0;
    for (int i = 0; i < count; i++) {
      scatter = carriedOver * scatter + Math.sqrt(1 - carriedOver * carriedOver) * 2 * chance.nextGaussian();
      values.add(new DayValue(MONDAY.plusDays(i), 50 - 4 * i / 365.25 + scatter));
    }
    return values;
  }
}
