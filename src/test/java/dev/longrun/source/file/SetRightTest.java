package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.RecordMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import dev.longrun.log.Activity;
import dev.longrun.log.Split;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with single points or totals, the run keeps its kilometres. */
class SetRightTest {
  private static final String START = "2026-11-10T06:00:00Z";
  private static final FileMapper MAPPER = new FileMapper(ZoneId.of("Europe/Berlin"));

  private static Activity run(Decoded decoded) {
    return MAPPER.judged("x-x", decoded.sessions().get(0), null).run().orElseThrow();
  }

  private static void isTheEvenRun(Activity run) {
    assertThat(run.startedAt()).isCloseTo(Instant.parse(START), within(10, ChronoUnit.SECONDS));
    assertThat(run.distanceM()).isCloseTo(3600, within(40.0));
    assertThat(run.movingS()).isCloseTo(1200, within(15.0));
    assertThat(run.avgHrBpm()).isCloseTo(150, within(1.0));
    assertThat(run.splits().stream().mapToDouble(Split::distanceM).sum()).isCloseTo(run.distanceM(), within(15.0));
    assertThat(run.splits()).allSatisfy(split -> assertThat(split.movingS() / split.distanceM()).isCloseTo(1 / 3.0, within(0.05)));
  }

  private static String at(int second) {
    return SyntheticGpx.START.plusSeconds(second).toString();
  }

  static Stream<Arguments> gpxFiles() {
    return Stream.of(
        Arguments.of("offsets without a colon", SyntheticGpx.run().times(second -> at(second + 3600).replace("Z", "+0100"))),
        Arguments.of("a blank for the T", SyntheticGpx.run().times(second -> at(second).replace('T', ' ').replace("Z", ""))),
        Arguments.of("fractions with a comma", SyntheticGpx.run().times(second -> at(second).replace("Z", ",25Z"))),
        Arguments.of("decimal commas", SyntheticGpx.run().latitudes(second -> SyntheticGpx.degrees(second * 3).replace('.', ','))),
        Arguments.of("a time in the future", SyntheticGpx.run().times(second -> second == 600 ? "2027-01-10T06:00:00Z" : null)),
        Arguments.of("the last time in the future", SyntheticGpx.run().times(second -> second == 1200 ? "2027-01-10T06:00:00Z" : null)),
        Arguments.of("a time in the year 0", SyntheticGpx.run().times(second -> second == 500 ? "0000-01-01T00:00:00Z" : null)),
        Arguments.of("a first time of 1970", SyntheticGpx.run().times(second -> second == 0 ? "1970-01-01T00:00:00Z" : null)),
        Arguments.of("a first time of the evening before", SyntheticGpx.run().times(second -> second == 0 ? "2026-11-09T20:00:00Z" : null)),
        Arguments.of("a first time that is too late", SyntheticGpx.run().times(second -> second == 0 ? at(900) : null)),
        Arguments.of("all in the wrong order", SyntheticGpx.run().times(second -> at(1200 - second)).latitudes(second -> SyntheticGpx.degrees(3600 - second * 3))),
        Arguments.of("a place far off", SyntheticGpx.run().latitudes(second -> second == 600 ? "50.9" : null)),
        Arguments.of("the first place far off", SyntheticGpx.run().latitudes(second -> second == 0 ? "51.9" : null)),
        Arguments.of(
            "places at 0/0",
            SyntheticGpx.run().latitudes(second -> second == 300 ? "0.0" : null).written(text -> text.replace("lat=\"0.0\" lon=\"8.0\"", "lat=\"0.0\" lon=\"0.0\""))),
        Arguments.of("a bare ampersand", SyntheticGpx.named("Tom & Jerry < 10k &nbsp; &#0; &#xD83D; &#55357;").type("run")),
        Arguments.of("control characters and comments", SyntheticGpx.run().written(text -> text.replace("<trkseg>", "<!-- a -- b \u0001 --><trkseg>\u0002"))),
        Arguments.of("prefixes nobody declared", SyntheticGpx.run().written(text -> text.replace("<trk>", "<x:trk>").replace("</trk>", "</x:trk>"))),
        Arguments.of("a byte order mark and blanks", SyntheticGpx.run().written(text -> "\uFEFF  \n" + text)),
        Arguments.of("a type in another language", SyntheticGpx.named("x").type("Laufen")),
        Arguments.of("a type that says nothing", SyntheticGpx.named("x").type("unknown")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gpxFiles")
  void aGpxWithOneThingWrongIsTheSameRun(String what, SyntheticGpx file) {
    isTheEvenRun(run(GpxReader.read(file.bytes())));
  }

  @Test
  void whatWasLeftOutIsSaid() {
    Activity run = run(GpxReader.read(SyntheticGpx.run().times(second -> second == 0 ? "1970-01-01T00:00:00Z" : null).bytes()));
    assertThat(run.flaws()).containsExactly("1 point of a time that cannot be: left out.");
    assertThat(run(GpxReader.read(SyntheticGpx.run().bytes())).flaws()).isEmpty();
  }

  @Test
  void aWholeWayThatNobodyCanHaveRunKeepsItsLength() {
    Activity run = run(GpxReader.read(SyntheticGpx.run().speed(64.1).seconds(3120).bytes()));
    assertThat(run.distanceM()).isCloseTo(200_000, within(200.0));
    assertThat(run.flaws()).isEmpty();
  }

  @Test
  void timesThatCannotBeReadAreNoPlan() {
    byte[] bytes = SyntheticGpx.run().times(second -> "10.11.2026 06:00").bytes();
    assertThatThrownBy(() -> GpxReader.read(bytes)).hasMessageContaining("times of the GPX file cannot be read (the first is \"10.11.2026 06:00\")");
  }

  private static FitFile fit() {
    return FitFile.startingAt(START).seconds(1200).speed(3);
  }

  private static FitFile points(BiConsumer<Integer, RecordMesg> change) {
    return fit().records(change);
  }

  static Stream<Arguments> fitFiles() {
    return Stream.of(
        Arguments.of("a timer of 0", fit().session(session -> session.setTotalTimerTime(0f))),
        Arguments.of("a timer that is wrong", fit().session(session -> session.setTotalTimerTime(400f))),
        Arguments.of("a distance of 0", fit().session(session -> session.setTotalDistance(0f))),
        Arguments.of("a distance that is wrong", fit().session(session -> session.setTotalDistance(9000f))),
        Arguments.of("an elapsed time of 0", fit().session(session -> session.setTotalElapsedTime(0f))),
        Arguments.of("an average heart rate of 0", fit().session(session -> session.setAvgHeartRate((short) 0))),
        Arguments.of("a counter that starts again", points((second, point) -> point.setDistance((float) (second < 600 ? second * 3 : (second - 600) * 3)))),
        Arguments.of("a counter of an earlier leg", points((second, point) -> point.setDistance((float) (40_000 + second * 3)))),
        Arguments.of("a counter of kilometres", points((second, point) -> point.setDistance((float) Math.max(0.01, second * 0.003)))),
        Arguments.of("one wild distance", points((second, point) -> point.setDistance(second == 700 ? 3e6f : second * 3f))),
        Arguments.of("a counter that stays at 0", points((second, point) -> point.setDistance(0f))),
        Arguments.of("a counter of each point", points((second, point) -> point.setDistance(3f))),
        Arguments.of("no sport at all", fit().sport(Sport.GENERIC, SubSport.GENERIC)),
        Arguments.of("no session", fit().withoutSession()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fitFiles")
  void aFitWithOneThingWrongIsTheSameRun(String what, FitFile file) {
    isTheEvenRun(run(FitReader.read(file.bytes())));
  }

  @Test
  void aTreadmillCorrectedAfterwardsHasKilometresThatSumToIt() {
    FitFile file = points((second, point) -> {
      point.setPositionLat(null);
      point.setPositionLong(null);
    }).sport(Sport.RUNNING, SubSport.TREADMILL).session(session -> session.setTotalDistance(3780f));
    Activity run = run(FitReader.read(file.bytes()));
    assertThat(run.distanceM()).isEqualTo(3780);
    assertThat(run.splits().stream().mapToDouble(Split::distanceM).sum()).isCloseTo(3780, within(1.0));
    assertThat(run.flaws()).isEmpty();
  }

  @Test
  void theClimbOfTheKilometresSumsToThatOfTheRun() {
    FitFile file =
        points((second, point) -> point.setEnhancedAltitude((float) (100 + 20 * Math.sin(second / 60.0)))).session(session -> session.setTotalAscent(135));
    Activity run = run(FitReader.read(file.bytes()));
    assertThat(run.elevationGainM()).isEqualTo(135);
    assertThat(run.splits().stream().mapToDouble(Split::elevationGainM).sum()).isCloseTo(135, within(0.01));
  }

  @Test
  void twoActivitiesInOneFileAreTwo() throws Exception {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(fit().bytes());
    both.write(FitFile.startingAt("2026-11-12T06:00:00Z").seconds(1200).speed(3).bytes());
    Decoded decoded = FitReader.read(both.toByteArray());
    assertThat(decoded.runs()).extracting(Recording::part).containsExactly(1, 2);
    isTheEvenRun(run(decoded));
  }

  @Test
  void aVirtualRunIsNowhereAndOnTheRunnersOwnDay() {
    Activity run = run(FitReader.read(FitFile.startingAt("2026-11-10T23:30:00Z").localOffset(-36_000L).sport(Sport.RUNNING, SubSport.VIRTUAL_ACTIVITY).bytes()));
    assertThat(run.latitude()).isNull();
    assertThat(run.runDate()).isEqualTo("2026-11-11");
  }

  @Test
  void aClockEqualToUtcFarFromGreenwichIsNotBelieved() {
    assertThat(run(FitReader.read(FitFile.startingAt("2026-11-10T23:30:00Z").localOffset(0L).bytes())).runDate()).isEqualTo("2026-11-11");
  }

  @Test
  void cadenceOfBothFeetWithLongWalksIsNotDoubled() {
    Activity run = run(FitReader.read(points((second, point) -> point.setCadence((short) (second % 100 < 60 ? 112 : 165))).bytes()));
    assertThat(run.avgCadenceSpm()).isCloseTo(133, within(5.0));
    Activity oneLeg = run(FitReader.read(points((second, point) -> point.setCadence((short) (second % 50 == 0 ? 180 : 84))).bytes()));
    assertThat(oneLeg.splits().get(1).avgCadenceSpm()).isCloseTo(170, within(8.0));
  }
}
