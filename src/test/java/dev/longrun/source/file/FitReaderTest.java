package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import dev.longrun.log.Activity;
import dev.longrun.log.Split;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitReaderTest {
  private static final String START = "2026-11-10T06:00:00Z";
  private static final ZoneId HOME = ZoneId.of("Europe/Berlin");

  private static Activity run(FitFile file) {
    return run(file.bytes());
  }

  private static Activity run(byte[] bytes) {
    return new FileMapper(HOME).judged("fit-x", FitReader.read(bytes).runs().get(0), null).run().orElseThrow();
  }

  @Test
  void theTotalsAreThoseOfTheSessionAndBothFeetCount() {
    Activity run = run(FitFile.startingAt(START).seconds(1000));
    assertThat(run.startedAt()).isEqualTo(Instant.parse(START));
    assertThat(run.distanceM()).isEqualTo(4000);
    assertThat(run.movingS()).isEqualTo(1000);
    assertThat(run.elapsedS()).isEqualTo(1000);
    assertThat(run.avgHrBpm()).isEqualTo(150);
    assertThat(run.maxHrBpm()).isEqualTo(171);
    assertThat(run.avgCadenceSpm()).isEqualTo(170);
    assertThat(run.latitude()).isCloseTo(53.55, within(1e-5));
    assertThat(run.utcOffsetS()).isEqualTo(3600);
  }

  @Test
  void kilometresAreCutWhereTheRecordedDistancePassesThemEvenBetweenTwoRecords() {
    Activity run = run(FitFile.startingAt(START).seconds(910).every(7));
    assertThat(run.splits()).extracting(Split::movingS).containsExactly(250.0, 250.0, 250.0, 160.0);
    assertThat(run.splits()).extracting(Split::distanceM).containsExactly(1000.0, 1000.0, 1000.0, 640.0);
    assertThat(run.splits()).extracting(Split::avgCadenceSpm).containsOnly(170.0);
  }

  @Test
  void aPauseIsInTheElapsedTimeOfItsKilometreAndNotInTheMovingTime() {
    Activity run = run(FitFile.startingAt(START).seconds(700).pause(300, 400));
    assertThat(run.splits()).extracting(Split::movingS).containsExactly(250.0, 250.0, 100.0);
    assertThat(run.splits()).extracting(Split::elapsedS).containsExactly(250.0, 350.0, 100.0);
    assertThat(run.movingS()).isEqualTo(600);
  }

  @Test
  void heartRateIsWeightedByTimeAndNotByRecords() {
    Activity run = run(FitFile.startingAt(START).seconds(250).every(50).records((second, point) ->
        point.setHeartRate((short) (second < 200 ? 140 : 160))));
    // 140 for 150 s, from 140 to 160 in 50 s, 160 for 50 s.
    assertThat(run.splits().get(0).avgHrBpm()).isCloseTo(146, within(0.01));
  }

  @Test
  void effortAndFeelAreWhatTheRunnerPressedAndZeroEffortIsNoAnswer() {
    Activity run = run(FitFile.startingAt(START).session(session -> {
      session.setWorkoutFeel((short) 75);
      session.setWorkoutRpe((short) 40);
    }));
    assertThat(run.feel()).isEqualTo(4);
    assertThat(run.effort()).isEqualTo(4.0);
    Activity other = run(FitFile.startingAt(START).session(session -> {
      session.setWorkoutFeel((short) 0);
      session.setWorkoutRpe((short) 0);
    }));
    assertThat(other.feel()).isEqualTo(1);
    assertThat(other.effort()).isNull();
  }

  @Test
  void aFootPodsPowerIsTakenFromItsDeveloperFieldWhenTheWatchMeasuresNone() {
    assertThat(run(FitFile.startingAt(START).footPodPower(255)).splits()).extracting(Split::avgPowerW).containsOnly(255.0);
    Activity both = run(FitFile.startingAt(START).footPodPower(255).records((second, point) -> point.setPower(300)));
    assertThat(both.splits()).extracting(Split::avgPowerW).containsOnly(300.0);
  }

  @Test
  void cadenceOfBothFeetIsNotDoubled() {
    Activity run = run(FitFile.startingAt(START).records((second, point) -> point.setCadence((short) 172))
        .session(session -> session.setAvgCadence((short) 172)));
    assertThat(run.avgCadenceSpm()).isEqualTo(172);
    assertThat(run.splits()).extracting(Split::avgCadenceSpm).containsOnly(172.0);
  }

  @ParameterizedTest
  @CsvSource({"-25200, -25200", "3661, 3600", "20700, 20700"})
  void theLocalClockOfTheWatchIsBelievedToTheQuarterHour(long written, int understood) {
    assertThat(run(FitFile.startingAt(START).localOffset(written).records((second, point) -> {
      point.setPositionLat(null);
      point.setPositionLong(null);
    })).utcOffsetS()).isEqualTo(understood);
  }

  @ParameterizedTest
  @ValueSource(longs = {86_400, -631_065_600, 1234, 36_000})
  void aBogusLocalClockIsReplacedByTheRunnersZone(long written) {
    assertThat(run(FitFile.startingAt(START).localOffset(written)).utcOffsetS()).as("Berlin in November, 10 degrees east").isEqualTo(3600);
    assertThat(run(FitFile.startingAt("2026-07-10T06:00:00Z").localOffset(written)).utcOffsetS()).as("in summer").isEqualTo(7200);
  }

  @Test
  void severalSessionsOfOneFileAreSeveralRunsAndOtherSportsAreNone() {
    FitFile file =
        FitFile.startingAt(START).seconds(500)
            .then(FitFile.startingAt("2026-11-10T06:10:00Z").seconds(300).sport(Sport.CYCLING, SubSport.GENERIC).speed(8))
            .then(FitFile.startingAt("2026-11-10T06:20:00Z").seconds(250));
    Decoded decoded = FitReader.read(file.bytes());
    assertThat(decoded.others()).containsExactly("cycling");
    assertThat(decoded.runs()).extracting(Recording::part).containsExactly(1, 3);
    Activity last = new FileMapper(HOME).judged("fit-x-3", decoded.runs().get(1), null).run().orElseThrow();
    assertThat(last.startedAt()).isEqualTo("2026-11-10T06:20:00Z");
    assertThat(last.splits()).extracting(Split::movingS).containsExactly(250.0);
    assertThat(last.distanceM()).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({"TRAIL, TRAIL", "TRACK, TRACK", "TREADMILL, TREADMILL", "INDOOR_RUNNING, TREADMILL", "VIRTUAL_ACTIVITY, VIRTUAL", "STREET, ROAD"})
  void theSubSportSaysWhatKindOfRunningItWas(SubSport subSport, dev.longrun.log.Sport kind) {
    assertThat(run(FitFile.startingAt(START).sport(Sport.RUNNING, subSport)).sport()).isEqualTo(kind);
  }

  @Test
  void ofAFileThatIsCutOffTheWholeIsUsedAndTheRestIsToldAbout() {
    byte[] whole = FitFile.startingAt(START).seconds(1000).bytes();
    Decoded decoded = FitReader.read(Arrays.copyOf(whole, whole.length / 2));
    assertThat(decoded.flaw()).contains("cut off");
    Activity run = new FileMapper(HOME).judged("fit-x", decoded.runs().get(0), dev.longrun.log.Sport.ROAD).run().orElseThrow();
    assertThat(run.startedAt()).isEqualTo(Instant.parse(START));
    assertThat(run.splits().get(0).movingS()).isEqualTo(250);
    assertThat(run.movingS()).isCloseTo(500, within(20.0));
    assertThat(run.distanceM()).isCloseTo(4 * run.movingS(), within(8.0));
    assertThat(run.avgHrBpm()).isEqualTo(150);
  }

  @Test
  void aWrongChecksumIsToldAboutAndTheRunIsUsed() {
    byte[] bytes = FitFile.startingAt(START).bytes();
    bytes[bytes.length - 1] ^= 0x55;
    Decoded decoded = FitReader.read(bytes);
    assertThat(decoded.flaw()).contains("checksum");
    assertThat(decoded.runs()).hasSize(1);
  }

  @Test
  void aFileThatTheDeviceNeverClosedIsReadToItsEnd() {
    byte[] bytes = FitFile.startingAt(START).withoutSession().bytes();
    Arrays.fill(bytes, 4, 8, (byte) 0);
    Decoded decoded = FitReader.read(bytes);
    assertThat(decoded.flaw()).isNotNull();
    assertThat(decoded.runs()).hasSize(1);
  }

  @Test
  void aFitFileOfAnotherKindIsNoActivity() {
    byte[] bytes = FitFile.startingAt(START).type(com.garmin.fit.File.MONITORING_B).bytes();
    assertThatThrownBy(() -> FitReader.read(bytes)).isInstanceOf(NoActivity.class).hasMessageContaining("monitoring b");
  }

  @Test
  void aClockThatWasNeverSetIsRefusedWithASentence() {
    byte[] bytes = FitFile.startingAt("1990-01-02T00:00:00Z").bytes();
    assertThatThrownBy(() -> FitReader.read(bytes)).isInstanceOf(UnusableFile.class).hasMessageEndingWith(".");
  }
}
