package dev.longrun.source.file;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A GPX file of an even run to the north, whose points may be tampered with. */
final class SyntheticGpx {
  static final Instant START = Instant.parse("2026-11-10T06:00:00Z");

  private static final double METRES_PER_DEGREE = 111_195;

  private final String name;
  private String type;
  private double speedMs = 3;
  private int seconds = 1200;
  private IntFunction<String> time = second -> START.plusSeconds(second).toString();
  private IntFunction<String> latitude = second -> degrees(second * speedMs);
  private UnaryOperator<String> text = UnaryOperator.identity();

  private SyntheticGpx(String name) {
    this.name = name;
  }

  static SyntheticGpx named(String name) {
    return new SyntheticGpx(name);
  }

  static SyntheticGpx run() {
    return new SyntheticGpx("Run").type("running");
  }

  SyntheticGpx type(String type) {
    this.type = type;
    return this;
  }

  SyntheticGpx speed(double speedMs) {
    this.speedMs = speedMs;
    return this;
  }

  SyntheticGpx seconds(int seconds) {
    this.seconds = seconds;
    return this;
  }

  /** Other times, by second of the run; null: the right one. */
  SyntheticGpx times(IntFunction<String> other) {
    IntFunction<String> right = time;
    time = second -> other.apply(second) == null ? right.apply(second) : other.apply(second);
    return this;
  }

  /** Other latitudes; null: the right one. */
  SyntheticGpx latitudes(IntFunction<String> other) {
    IntFunction<String> right = latitude;
    latitude = second -> other.apply(second) == null ? right.apply(second) : other.apply(second);
    return this;
  }

  /** The whole text changed. */
  SyntheticGpx written(UnaryOperator<String> otherwise) {
    text = otherwise;
    return this;
  }

  static String degrees(double metresNorth) {
    return String.format(Locale.ROOT, "%.7f", 50 + metresNorth / METRES_PER_DEGREE);
  }

  byte[] bytes() {
    StringBuilder gpx = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx><trk><name>" + name + "</name>");
    gpx.append(type == null ? "" : "<type>" + type + "</type>").append("<trkseg>");
    for (int second = 0; second <= seconds; second += 5) {
      gpx.append("<trkpt lat=\"").append(latitude.apply(second)).append("\" lon=\"8.0\"><ele>100</ele><time>").append(time.apply(second));
      gpx.append("</time><extensions><gpxtpx:hr>150</gpxtpx:hr></extensions></trkpt>");
    }
    return text.apply(gpx.append("</trkseg></trk></gpx>").toString()).getBytes(StandardCharsets.UTF_8);
  }
}
