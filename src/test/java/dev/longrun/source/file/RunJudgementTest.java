package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunJudgementTest {
  private static RunJudgement unsaid(String name, double km, double minutes) {
    return RunJudgement.of(SaidSport.NOTHING, name, km * 1000, minutes * 60);
  }

  @ParameterizedTest
  @CsvSource({
    ", 10, 50", ", 42.2, 170", "Long slow run, 5, 60", "Mountain ultra marathon, 80, 1200", "Abendlauf, 10, 65", "Fast 5k run, 5, 14.5",
    "Course dans la forêt, 8, 50", "Run/walk intervals, 5, 55"
  })
  void whatSaysNothingIsARunByNameAndSpeed(String name, double km, double minutes) {
    assertThat(unsaid(name, km, minutes).reason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Cycling 4/3/25 6:00 am, 10, 50", "Radfahrt zur Arbeit, 10, 50", "Walking 4/6/25, 6, 60", ", 20, 60", ", 5, 62", "Morning, 10, 27",
    "Morning Run, 20.5, 60", "Morgenspaziergang, 5, 30"
  })
  void ridesAndWalksAreNone(String name, double km, double minutes) {
    assertThat(unsaid(name, km, minutes).reason()).contains("does not say what sport");
  }

  @Test
  void whatIsSaidCountsWhateverTheName() {
    assertThat(RunJudgement.of(SaidSport.running(dev.longrun.log.Sport.TRAIL), "Cycling", 5000.0, 5000.0).sport()).isEqualTo(dev.longrun.log.Sport.TRAIL);
    assertThat(RunJudgement.of(SaidSport.other("Biking"), "Morning run", 5000.0, 1500.0).reason()).isEqualTo("Its sport is Biking.");
  }
}
