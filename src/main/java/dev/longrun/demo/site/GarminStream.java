package dev.longrun.demo.site;

import dev.longrun.demo.runner.SyntheticLap;
import dev.longrun.demo.runner.SyntheticRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * One run as Garmin's stream: a point every few seconds and at each lap's end. As on the real site the order of the columns is
 * another one for each activity.
 */
final class GarminStream {
  private static final double STEP_S = 5;
  private static final double START_ELEVATION_M = 112;

  private record Point(
      double timestampMs, double durationS, double elapsedS, double distanceM, double elevationM, SyntheticLap lap, boolean first) {}

  private record Column(String key, String unit, double factor, Function<Point, Double> value) {}

  private GarminStream() {}

  static byte[] details(SyntheticRun run, int maxPoints) {
    List<Point> all = points(run);
    int every = Math.max(1, (all.size() + maxPoints - 1) / Math.max(1, maxPoints));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      points.add(all.get(i));
    }
    List<Column> columns = columns(run);
    return Payload.of(
        json ->
            json.object(
                details ->
                    details
                        .put("activityId", run.garminId())
                        .put("measurementCount", (long) columns.size())
                        .put("metricsCount", (long) points.size())
                        .put("totalMetricsCount", (long) all.size())
                        .array(
                            "metricDescriptors",
                            descriptors -> {
                              for (int i = 0; i < columns.size(); i++) {
                                long index = i;
                                Column column = columns.get(i);
                                descriptors.object(
                                    item ->
                                        item.put("metricsIndex", index)
                                            .put("key", column.key())
                                            .object(
                                                "unit", unit -> unit.put("key", column.unit()).put("factor", column.factor())));
                              }
                            })
                        .array(
                            "activityDetailMetrics",
                            rows -> {
                              for (Point point : points) {
                                rows.object(
                                    row ->
                                        row.array(
                                            "metrics",
                                            values -> {
                                              for (Column column : columns) {
                                                values.add(column.value().apply(point));
                                              }
                                            }));
                              }
                            })
                        .put("detailsAvailable", true)));
  }

  private static List<Column> columns(SyntheticRun run) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("sumDuration", "second", 1000, Point::durationS));
    columns.add(new Column("directTimestamp", "gmt", 0, Point::timestampMs));
    columns.add(new Column("sumDistance", "meter", 100, Point::distanceM));
    columns.add(new Column("sumElapsedDuration", "second", 1000, Point::elapsedS));
    columns.add(new Column("directRunCadence", "stepsPerMinute", 1, point -> Math.floor(point.lap().avgCadenceSpm() / 2)));
    columns.add(
        new Column(
            "directFractionalCadence",
            "stepsPerMinute",
            1,
            point -> point.lap().avgCadenceSpm() / 2 - Math.floor(point.lap().avgCadenceSpm() / 2)));
    columns.add(new Column("directDoubleCadence", "stepsPerMinute", 1, point -> point.lap().avgCadenceSpm()));
    columns.add(new Column("directPower", "watt", 1, point -> point.lap().avgPowerW()));
    columns.add(new Column("directSpeed", "mps", 0.1, point -> point.lap().speedMs()));
    if (run.avgHrBpm() != null) {
      columns.add(new Column("directHeartRate", "bpm", 1, point -> point.first() ? null : point.lap().avgHrBpm()));
    }
    if (!run.treadmill()) {
      columns.add(new Column("directElevation", "meter", 100, Point::elevationM));
    }
    Collections.rotate(columns, (int) (run.garminId() % columns.size()));
    return columns;
  }

  /** Each lap at its own even speed, up for its first half and down for its second; a pause stands at the lap's end. */
  private static List<Point> points(SyntheticRun run) {
    List<Point> points = new ArrayList<>();
    double duration = 0;
    double elapsed = 0;
    double distance = 0;
    double elevation = START_ELEVATION_M;
    for (SyntheticLap lap : run.laps()) {
      for (double in = 0; in < lap.movingS(); in += STEP_S) {
        points.add(point(run, lap, duration, elapsed, distance, elevation, in, points.isEmpty()));
      }
      points.add(point(run, lap, duration, elapsed, distance, elevation, lap.movingS(), false));
      duration += lap.movingS();
      elapsed += lap.elapsedS();
      distance += lap.distanceM();
      elevation += gain(lap) - loss(lap);
    }
    return points;
  }

  private static Point point(
      SyntheticRun run, SyntheticLap lap, double duration, double elapsed, double distance, double elevation, double in, boolean first) {
    double share = in / lap.movingS();
    double climbed = gain(lap) * Math.min(1, 2 * share) - loss(lap) * Math.max(0, 2 * share - 1);
    return new Point(
        run.startedAt().toEpochMilli() + Math.rint((elapsed + in) * 1000),
        Math.rint((duration + in) * 1000) / 1000,
        Math.rint((elapsed + in) * 1000) / 1000,
        Math.rint((distance + share * lap.distanceM()) * 100) / 100,
        Math.rint((elevation + climbed) * 10) / 10,
        lap,
        first);
  }

  private static double gain(SyntheticLap lap) {
    return lap.elevationGainM() == null ? 0 : lap.elevationGainM();
  }

  private static double loss(SyntheticLap lap) {
    return lap.elevationLossM() == null ? 0 : lap.elevationLossM();
  }
}
