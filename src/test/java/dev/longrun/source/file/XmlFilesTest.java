package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.log.Activity;
import dev.longrun.log.Split;
import dev.longrun.log.Sport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlFilesTest {
  private static final String START = "2026-11-10T06:00:00Z";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Activity run(Decoded decoded) {
    return new FileMapper(ZoneId.of("Europe/Berlin")).judged("tcx-x", decoded.runs().get(0), null).run().orElseThrow();
  }

  /** Two laps of a run at 4 m/s with 100 s of rest between them, as Garmin's site writes it. */
  private static String tcx(String sport) {
    StringBuilder text = new StringBuilder("   \n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\"><Activities>");
    text.append("<Activity Sport=\"").append(sport).append("\"><Id>").append(START).append("</Id>");
    int metres = 0;
    for (int lap = 0; lap < 2; lap++) {
      Instant start = Instant.parse(START).plusSeconds(lap * 400L);
      text.append("<Lap StartTime=\"").append(start).append("\"><TotalTimeSeconds>300</TotalTimeSeconds><DistanceMeters>1200</DistanceMeters>");
      text.append("<AverageHeartRateBpm><Value>148</Value></AverageHeartRateBpm><Intensity>Active</Intensity><Track>");
      for (int second = 0; second <= 300; second += 10) {
        text.append("<Trackpoint><Time>").append(start.plusSeconds(second)).append("</Time><Position><LatitudeDegrees>53.55</LatitudeDegrees>");
        text.append("<LongitudeDegrees>10</LongitudeDegrees></Position><AltitudeMeters>12.5</AltitudeMeters><DistanceMeters>");
        text.append(metres + second * 4).append("</DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm><Extensions>");
        text.append("<ns3:TPX xmlns:ns3=\"http://www.garmin.com/xmlschemas/ActivityExtension/v2\"><ns3:RunCadence>84</ns3:RunCadence>");
        text.append("<ns3:Watts>240</ns3:Watts></ns3:TPX></Extensions></Trackpoint>");
      }
      metres += 1200;
      text.append("</Track></Lap>");
    }
    return text.append("<Notes>windy &amp; wet</Notes></Activity></Activities></TrainingCenterDatabase>").toString();
  }

  @Test
  void aTcxOfTwoLapsWithARestBetweenThemIsARunWithKilometresAndAPause() {
    Activity run = run(TcxReader.read(utf8(tcx("Running"))));
    assertThat(run.startedAt()).isEqualTo(START);
    assertThat(run.distanceM()).isEqualTo(2400);
    assertThat(run.movingS()).isEqualTo(600);
    assertThat(run.elapsedS()).isEqualTo(700);
    assertThat(run.splits()).extracting(Split::movingS).containsExactly(250.0, 250.0, 100.0);
    assertThat(run.splits()).extracting(Split::elapsedS).containsExactly(250.0, 350.0, 100.0);
    assertThat(run.splits()).extracting(Split::avgCadenceSpm).containsOnly(168.0);
    assertThat(run.splits()).extracting(Split::avgPowerW).containsOnly(240.0);
    assertThat(run.comment()).isEqualTo("windy & wet");
    assertThat(run.laps()).hasSize(2);
    assertThat(run.utcOffsetS()).as("Berlin").isEqualTo(3600);
  }

  @Test
  void aTcxOfAnotherSportIsCounted() {
    assertThat(TcxReader.read(utf8(tcx("Biking"))).others()).containsExactly("Biking");
  }

  @Test
  void ofATcxThatIsCutOffTheWholeIsUsed() {
    byte[] whole = utf8(tcx("Running"));
    Decoded decoded = TcxReader.read(Arrays.copyOf(whole, whole.length / 2));
    assertThat(decoded.flaw()).contains("cut off");
    assertThat(run(decoded).splits().get(0).movingS()).isEqualTo(250);
  }

  @Test
  void aGpxIsMeasuredBetweenItsPointsAndAGapBetweenSegmentsIsAPause() {
    String gpx =
        "<gpx><trk><type>trail_running</type><trkseg>" + point(0, 0) + point(0.01, 278) + "</trkseg><trkseg>" + point(0.01, 400) + point(0.02, 678)
            + "</trkseg></trk></gpx>";
    Activity run = run(GpxReader.read(utf8(gpx)));
    // A hundredth of a degree of latitude is 1,111.95 m on a sphere of 6,371 km.
    assertThat(run.distanceM()).isCloseTo(2223.9, within(0.1));
    assertThat(run.movingS()).isEqualTo(556);
    assertThat(run.elapsedS()).isEqualTo(678);
    assertThat(run.sport()).isEqualTo(Sport.TRAIL);
  }

  private static String point(double latitude, int second) {
    return "<trkpt lat=\"" + latitude + "\" lon=\"10\"><ele>5</ele><time>" + Instant.parse(START).plusSeconds(second)
        + "</time><extensions><a:TrackPointExtension xmlns:a=\"a\"><a:hr>140</a:hr><a:cad>82</a:cad></a:TrackPointExtension></extensions></trkpt>";
  }

  @Test
  void aGpxFarFromHomeIsDatedByTheSunThere() {
    String gpx = ("<gpx><trk><type>running</type><trkseg>" + point(0, 0) + point(0.01, 278) + "</trkseg></trk></gpx>").replace("lon=\"10\"", "lon=\"-122\"");
    assertThat(run(GpxReader.read(utf8(gpx))).utcOffsetS()).isEqualTo(-8 * 3600);
  }

  @Test
  void aGpxWithoutASportIsARunWhenItIsAsFastAsOne() {
    FileMapper mapper = new FileMapper(ZoneId.of("UTC"));
    String run = "<gpx><trk><trkseg>" + point(0, 0) + point(0.01, 278) + "</trkseg></trk></gpx>";
    String ride = "<gpx><trk><trkseg>" + point(0, 0) + point(0.01, 110) + "</trkseg></trk></gpx>";
    assertThat(mapper.judged("gpx-x", GpxReader.read(utf8(run)).runs().get(0), null).run()).isPresent();
    assertThat(mapper.judged("gpx-x", GpxReader.read(utf8(ride)).runs().get(0), null).run()).isEmpty();
  }

  @Test
  void aWayWithoutTimesIsAPlanAndNoRun() {
    String gpx = "<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"/><trkpt lat=\"1.1\" lon=\"1\"/></trkseg></trk></gpx>";
    assertThatThrownBy(() -> GpxReader.read(utf8(gpx))).isInstanceOf(UnusableFile.class).hasMessageContaining("plan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE gpx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><gpx><trk><name>&b;</name></trk></gpx>",
        "<!DOCTYPE gpx SYSTEM \"file:///etc/passwd\"><gpx/>",
        "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><gpx><trk><name>&x;</name></trk></gpx>"
      })
  void definitionsOfDocumentTypesAreRefused(String gpx) {
    assertThatThrownBy(() -> GpxReader.read(utf8(gpx))).isInstanceOf(UnusableFile.class).hasMessageContaining("document type");
  }

  @Test
  void aTextOfMegabytesAndElementsWithinElementsAreRefused() {
    assertThatThrownBy(() -> GpxReader.read(utf8("<gpx><trk><name>" + "x".repeat(2_000_000)))).isInstanceOf(UnusableFile.class).hasMessageContaining("1 MiB");
    assertThatThrownBy(() -> GpxReader.read(utf8("<gpx><a b=\"" + "x".repeat(2_000_000)))).isInstanceOf(UnusableFile.class).hasMessageContaining("1 MiB");
    assertThatThrownBy(() -> GpxReader.read(utf8("<gpx>" + "<a>".repeat(100_000)))).isInstanceOf(UnusableFile.class).hasMessageContaining("deeper");
  }

  @Test
  void namesInAnyEncodingLeaveTheRunReadable() {
    String gpx = "<gpx><trk><name>D\u00FCne</name><type>running</type><trkseg>" + point(0, 0) + point(0.01, 278) + "</trkseg></trk></gpx>";
    assertThat(run(GpxReader.read(gpx.getBytes(StandardCharsets.ISO_8859_1))).splits()).hasSize(2);
    String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + gpx;
    assertThat(run(GpxReader.read(latin.getBytes(StandardCharsets.ISO_8859_1))).name()).isEqualTo("D\u00FCne");
    assertThat(run(GpxReader.read(gpx.getBytes(StandardCharsets.UTF_16))).name()).isEqualTo("D\u00FCne");
    assertThat(run(GpxReader.read(("\uFEFF" + gpx).getBytes(StandardCharsets.UTF_8))).name()).isEqualTo("D\u00FCne");
  }

  @Test
  void numbersThatAreNoneAreMissing() {
    String gpx =
        "<gpx><trk><type>running</type><trkseg>"
            + point(0, 0).replace("<ele>5", "<ele>NaN").replace(":hr>140", ":hr>1e999")
            + point(0.01, 278).replace("<ele>5", "<ele>-Infinity").replace(":hr>140", ":hr>1e999")
            + "<trkpt lat=\"Infinity\" lon=\"10\"><time>" + START + "</time></trkpt></trkseg></trk></gpx>";
    Activity run = run(GpxReader.read(utf8(gpx)));
    assertThat(run.avgHrBpm()).isNull();
    assertThat(run.elevationGainM()).isNull();
    assertThat(run.splits()).hasSize(2);
  }
}
