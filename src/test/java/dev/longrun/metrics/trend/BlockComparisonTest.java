package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockComparisonTest {
  private static final Block SPRING = new Block("spring", ARun.FIRST_DAY.plusDays(7), ARun.FIRST_DAY.plusDays(76));
  private static final Block AUTUMN = new Block("autumn", ARun.FIRST_DAY.plusDays(210), ARun.FIRST_DAY.plusDays(279));

  @Test
  void volumeIntensitySpeedAndFeelAreComparedWithIntervals() {
    BlockComparison answer = BlockComparison.of(twoBlocks(), AUTUMN, SPRING);
    assertThat(answer.earlier()).isEqualTo(SPRING);
    assertThat(((Estimate) answer.weeklyKm()).value()).isCloseTo(30, within(10.0));
    assertThat(((Estimate) answer.hardPercent()).value()).isCloseTo(20, offset(0.001));
    assertThat(((Estimate) answer.speedPercent()).interval().contains(100 * Math.expm1(0.03))).isTrue();
    assertThat(((Estimate) answer.feel()).clear()).isFalse();
    assertThat(answer.weeklyKm().basis().n()).isEqualTo(20);
    assertThat(answer.caveats()).hasSize(2).first().asString().startsWith("Regression to the mean");
  }

  @Test
  void shoesThatChangedWithTheBlocksAreNotAllowedForAndThatIsSaid() {
    List<RunObservation> runs = ARun.many(300, 300, 2, (run, i) -> run.shoe = i < 150 ? "Old" : "New");
    Estimate speed = (Estimate) BlockComparison.of(runs, SPRING, AUTUMN).speedPercent();
    assertThat(speed.caveats()).anyMatch(caveat -> caveat.startsWith("Shoe is not allowed for: it changed along with block"));
  }

  @Test
  void threeWholeWeeksAreTooFew() {
    Block threeWeeks = new Block("short", AUTUMN.from(), AUTUMN.from().plusDays(26));
    BlockComparison answer = BlockComparison.of(twoBlocks(), SPRING, threeWeeks);
    assertThat(answer.weeklyKm().sentence()).contains("It takes 4 whole weeks in 'short'; there are 3 (1 missing).");
  }

  @Test
  void aWeekWithoutARunCountsAsNoKilometresAndAsNoKnowledgeOfIntensity() {
    List<RunObservation> runs = twoBlocks().stream().filter(run -> run.day().isBefore(AUTUMN.from().plusDays(35))).toList();
    BlockComparison answer = BlockComparison.of(runs, SPRING, AUTUMN);
    assertThat(answer.weeklyKm().basis().n()).isEqualTo(20);
    assertThat(answer.hardPercent().basis().n()).isEqualTo(15);
  }

  @Test
  void emptyBlocksAreTooFewOfEverything() {
    BlockComparison answer = BlockComparison.of(List.of(), SPRING, AUTUMN);
    assertThat(List.of(answer.hardPercent(), answer.speedPercent(), answer.feel())).allMatch(TooFew.class::isInstance);
  }

  @Test
  void blocksThatOverlapAreRefused() {
    Block more = new Block("more", SPRING.to(), AUTUMN.to());
    assertThatThrownBy(() -> BlockComparison.of(List.of(), SPRING, more)).hasMessage("The blocks 'spring' and 'more' overlap");
    assertThatThrownBy(() -> new Block("odd", SPRING.to(), SPRING.from())).hasMessageContaining("before it begins");
  }

  @Test
  void welchsIntervalIsTheTextbookOne() {
    WelchDifference difference = WelchDifference.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 4, 6, 8, 10, 12});
    assertThat(difference.difference()).isEqualTo(4);
    assertThat(difference.standardError()).isCloseTo(Math.sqrt(2.5 / 5 + 14 / 6.0), offset(1e-12));
    // t with 6.9765 degrees of freedom: 2.3663.
    assertThat(difference.interval().width() / 2 / difference.standardError()).isCloseTo(2.366, offset(0.002));
    assertThat(WelchDifference.of(new double[] {3, 3}, new double[] {3, 3}).interval()).isEqualTo(new Interval(0, 0));
  }

  @Test
  void aShoeGetsADateFromTheWayItIsWornLately() {
    LocalDate today = LocalDate.of(2026, 11, 22);
    List<Double> even = Collections.nCopies(20, 20.0);
    ShoeRetirement forecast = ShoeRetirement.of("Daily", 500, 600, even, today);
    assertThat(forecast.expected()).isEqualTo(today.plusDays(35)).isEqualTo(forecast.earliest()).isEqualTo(forecast.latest());
    assertThat(forecast.sentence())
        .isEqualTo("Daily has 500 of 600 km; at 20 km a week, as lately, it gets there on 2026-12-27 (from 2026-12-27 to 2026-12-27).");
  }

  @Test
  void oneOddWeekMovesTheDateLittleAndTheRangeMore() {
    LocalDate today = LocalDate.of(2026, 11, 22);
    List<Double> odd = List.of(20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 100.0);
    ShoeRetirement forecast = ShoeRetirement.of("Daily", 500, 600, odd, today);
    assertThat(forecast.expected()).isEqualTo(today.plusDays(35));
    assertThat(forecast.earliest()).isEqualTo(today.plusDays(18));
  }

  @Test
  void aShoeThatRestsHasNoDate() {
    ShoeRetirement forecast = ShoeRetirement.of("Racer", 100, 400, List.of(0.0, 10.0, 0.0, 0.0, 10.0, 0.0, 0.0, 10.0), LocalDate.of(2026, 11, 22));
    assertThat(forecast.expected()).isNull();
    assertThat(forecast.sentence()).contains("when it gets there is not known: worn in 3 of the last 8 weeks, it takes 4.");
    assertThat(ShoeRetirement.of("New", 0, 600, List.of(), LocalDate.of(2026, 11, 22)).missing()).contains("0 of the last 0");
  }

  @Test
  void aShoeBeyondItsLimitHasReachedIt() {
    ShoeRetirement forecast = ShoeRetirement.of("Old", 650, 600, List.of(), LocalDate.of(2026, 11, 22));
    assertThat(forecast.remainingKm()).isZero();
    assertThat(forecast.sentence()).isEqualTo("Old has 650 of 600 km: the limit is reached. Comfort, wear and feel decide.");
  }

  private static List<RunObservation> twoBlocks() {
    return ARun.many(
        300,
        300,
        1,
        (run, i) -> {
          boolean late = !run.day.isBefore(AUTUMN.from());
          run.distanceM += late ? 30_000 / 7.0 : 0;
          run.shareAboveLt1 = late ? 0.3 : 0.1;
          run.faster(late ? 0.03 : 0);
        });
  }
}
