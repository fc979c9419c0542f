package dev.longrun.demo.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticRunnerTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);

  private final SyntheticRunner runner = SyntheticRunner.ofTheDemo(LAST_DAY);
  private final Season season = runner.season();

  @Test
  void theSameLastDayGivesTheSameRunsToTheLastDigit() {
    assertThat(SyntheticRunner.ofTheDemo(LAST_DAY).runs().toString()).isEqualTo(runner.runs().toString());
    assertThat(SyntheticRunner.of(LAST_DAY, 2, 7, Truths.ofTheDemo()).runs()).isNotEqualTo(runner.runs());
  }

  @Test
  void trainsTwoYearsUpToTheLastDay() {
    assertThat(runner.runs()).hasSizeBetween(500, 750);
    assertThat(runner.runs().get(0).date()).isAfterOrEqualTo(LAST_DAY.minusYears(2));
    assertThat(last().date()).isEqualTo(LAST_DAY);
    assertThat(runner.runs()).isSortedAccordingTo((a, b) -> a.startedAt().compareTo(b.startedAt()));
    assertThat(runner.runs()).extracting(SyntheticRun::startedAt).doesNotHaveDuplicates();
  }

  @Test
  void theStoryFitsWhateverTheLastDayIs() {
    for (LocalDate lastDay = LocalDate.of(2026, 1, 1); lastDay.getYear() < 2028; lastDay = lastDay.plusDays(29)) {
      SyntheticRunner other = SyntheticRunner.ofTheDemo(lastDay);
      Season story = other.season();
      assertThat(story.goalRace()).isAfter(lastDay).isBefore(lastDay.plusYears(1).plusMonths(1));
      assertThat(story.goalRace().getMonth()).isEqualTo(Month.APRIL);
      assertThat(count(other, SyntheticRun::race)).isEqualTo(2);
      assertThat(count(other, run -> run.garminId() == null)).isEqualTo(1);
      assertThat(count(other, run -> run.avgHrBpm() == null)).isEqualTo(1);
      assertThat(count(other, run -> run.elapsedS() > run.movingS() + 600)).isEqualTo(1);
      assertThat(count(other, run -> run.name().contains("ignore all previous"))).isEqualTo(1);
      assertThat(count(other, SyntheticRun::treadmill)).isBetween(4L, 7L);
      assertThat(count(other, run -> run.date().equals(story.twoRunsOn()))).isEqualTo(2);
      assertThat(other.hoursWithoutWeather()).hasSize(1);
      assertThat(count(other, run -> run.name().contains("new year"))).isEqualTo(1);
      assertThat(count(other, run -> run.name().contains("longest hour"))).isEqualTo(1);
    }
  }

  @Test
  void oneRunGoesOverMidnightAndOneOverTheChangeOfTheClocks() {
    SyntheticRun midnight = only("new year");
    assertThat(midnight.endedAt().atZone(midnight.zone()).toLocalDate()).isEqualTo(midnight.date().plusDays(1));
    SyntheticRun longestHour = only("longest hour");
    assertThat(longestHour.localStart().toLocalDateTime()).isEqualTo(LocalDateTime.of(2026, 10, 25, 2, 30));
    assertThat(longestHour.endedAt().atZone(longestHour.zone()).getOffset()).isNotEqualTo(longestHour.localStart().getOffset());
  }

  @Test
  void onTheJourneyTheLocalDateIsNotTheUtcDate() {
    List<SyntheticRun> away = runner.runs().stream().filter(run -> run.placeName().equals("Boston")).toList();
    assertThat(away).hasSizeGreaterThanOrEqualTo(4);
    assertThat(away).allMatch(run -> run.date().isBefore(LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC)));
  }

  @Test
  void nobodyRunsWhileIllAndTheReturnIsSlow() {
    assertThat(runner.runs())
        .noneMatch(run -> !run.date().isBefore(season.illnessFrom()) && !run.date().isAfter(season.illnessTo()));
    assertThat(weekKm(season.illnessTo())).isLessThan(0.7 * weekKm(season.illnessFrom().minusWeeks(2)));
  }

  @Test
  void weeksGrowCutBackAndTaper() {
    assertThat(weekKm(LAST_DAY.minusWeeks(3))).isGreaterThan(1.3 * weekKm(LAST_DAY.minusWeeks(100)));
    assertThat(weekKm(season.half())).isLessThan(0.8 * weekKm(season.half().minusWeeks(2)));
    assertThat(season.half().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
  }

  @Test
  void racesAreThoseOfARunnerOnTheWayToThreeHours() {
    SyntheticRun half = runner.runs().stream().filter(run -> run.date().equals(season.half())).findFirst().orElseThrow();
    SyntheticRun ten =
        runner.runs().stream().filter(run -> run.date().equals(season.tenKilometres())).findFirst().orElseThrow();
    assertThat(Duration.ofSeconds((long) half.movingS())).isBetween(Duration.ofMinutes(82), Duration.ofMinutes(91));
    assertThat(Duration.ofSeconds((long) ten.movingS())).isBetween(Duration.ofMinutes(37), Duration.ofMinutes(42));
    assertThat(half.shoe()).isEqualTo(Shoe.CARBON);
  }

  @Test
  void lapsAddUpToTheRun() {
    for (SyntheticRun run : runner.runs()) {
      assertThat(run.laps().stream().mapToDouble(SyntheticLap::distanceM).sum()).isCloseTo(run.distanceM(), within(0.1));
      assertThat(run.laps().stream().mapToDouble(SyntheticLap::movingS).sum()).isCloseTo(run.movingS(), within(0.01));
      assertThat(run.kilometres().stream().mapToDouble(SyntheticLap::distanceM).sum()).isCloseTo(run.distanceM(), within(0.6));
      assertThat(run.kilometres()).hasSize((int) Math.ceil((run.distanceM() - 0.5) / 1000));
    }
  }

  @Test
  void anOrdinaryRegressionFindsWhatWasPlanted() {
    Truths truths = Truths.ofTheDemo();
    double[] found = Regression.ofRuns(SyntheticRunner.of(LAST_DAY, 4, 3, truths), truths);
    assertThat(found[1]).as("trend").isCloseTo(truths.fitnessTrendPerYear(), within(0.006));
    assertThat(found[2]).as("heart rate").isCloseTo(truths.hrSlopePerBpm(), within(0.0006));
    assertThat(found[3]).as("heat").isCloseTo(-truths.heatCostPerDegree(), within(0.0005));
    assertThat(found[4]).as("hill").isCloseTo(-truths.hillCostPerMeterPerKm(), within(0.0005));
    assertThat(found[5]).as("carbon").isCloseTo(truths.shoeEffects().get(Shoe.CARBON.title()), within(0.015));
  }

  @Test
  void withoutEffectsNothingIsPlanted() {
    Truths nothing = Truths.ofTheDemo().withoutEffects();
    double[] found = Regression.ofRuns(SyntheticRunner.of(LAST_DAY, 2, 3, nothing), nothing);
    assertThat(found[1]).isCloseTo(0, within(0.006));
    assertThat(found[3]).isCloseTo(0, within(0.0006));
  }

  @Test
  void weatherHasSeasonsAndWarmAfternoons() {
    SyntheticWeather weather = runner.weather();
    double july = mean(weather, LocalDate.of(2026, 7, 1), 14);
    double january = mean(weather, LocalDate.of(2026, 1, 1), 14);
    double julyMorning = mean(weather, LocalDate.of(2026, 7, 1), 4);
    assertThat(july).isBetween(18.0, 28.0);
    assertThat(january).isBetween(-4.0, 8.0);
    assertThat(july - julyMorning).isBetween(3.0, 10.0);
  }

  @Test
  void lifeGoesOnAfterTheLastDay() {
    SyntheticRun before = last();
    assertThat(runner.nextRun().startedAt()).isAfter(before.startedAt());
  }

  @Test
  void theDailyRunnerRunsDaily() {
    SyntheticRunner daily = SyntheticRunner.daily(LAST_DAY, 10, 1);
    assertThat(daily.runs().stream().map(SyntheticRun::date).collect(Collectors.toSet())).hasSize(3652 - 8);
  }

  private static long count(SyntheticRunner runner, Predicate<SyntheticRun> which) {
    return runner.runs().stream().filter(which).count();
  }

  private static double mean(SyntheticWeather weather, LocalDate month, int hour) {
    return month.datesUntil(month.plusMonths(1))
        .mapToDouble(day -> weather.at(day.atTime(hour, 0).toInstant(ZoneOffset.UTC), 51.3, 12.4).temperatureC())
        .average()
        .orElseThrow();
  }

  private double weekKm(LocalDate day) {
    LocalDate monday = Season.monday(day);
    return runner.runs().stream()
            .filter(run -> Season.monday(run.date()).equals(monday))
            .mapToDouble(SyntheticRun::distanceM)
            .sum()
        / 1000;
  }

  private SyntheticRun last() {
    return runner.runs().get(runner.runs().size() - 1);
  }

  private SyntheticRun only(String name) {
    return runner.runs().stream().filter(run -> run.name().contains(name)).findFirst().orElseThrow();
  }
}
