package dev.longrun.source;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Gear;
import dev.longrun.log.Activities;
import dev.longrun.log.Purge;
import dev.longrun.log.Source;
import dev.longrun.log.TrainingLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is purged leaves what it would be had it never been connected. */
class PurgeTest {
  private static final Map<String, String> SETTINGS = Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "STRAVA_DATA_USE", "coach");

  @TempDir Path folder;

  @Test
  void everyTableIsAsIfItHadNeverBeenConnected() throws Exception {
    List<Object> without;
    try (LongrunUnderTest longrun = start("without")) {
      longrun.bean("trainingLog", TrainingLog.class).load(arrival(run(Source.STRAVA, "2", "2026-11-20T06:00:30Z", 9_900, 2_950)));
      longrun.call("derive-metrics");
      without = everything(longrun);
    }
    try (LongrunUnderTest longrun = start("with")) {
      TrainingLog log = longrun.bean("trainingLog", TrainingLog.class);
      log.load(arrival(Activities.withGear(run(Source.GARMIN, "1", "2026-11-20T06:00:00Z", 10_000, 3_000), new Gear("a".repeat(32), "Fast", null, null))));
      log.load(arrival(run(Source.STRAVA, "2", "2026-11-20T06:00:30Z", 9_900, 2_950)));
      log.load(arrival(run(Source.GARMIN, "3", "2026-11-19T06:00:00Z", 5_000, 1_500)));
      longrun.call("derive-metrics");

      assertThat(new Purge(longrun.service().database(), log, longrun.settings().clock()).run(Source.GARMIN)).isEqualTo(2);
      longrun.call("derive-metrics");

      assertThat(everything(longrun)).isEqualTo(without);
      assertThat(longrun.rows("select * from source_record where source = 'garmin'")).isEmpty();
    }
  }

  private LongrunUnderTest start(String name) throws Exception {
    return LongrunUnderTest.start(Files.createDirectory(folder.resolve(name)), SETTINGS);
  }

  private static List<Object> everything(LongrunUnderTest longrun) {
    List<Object> tables = new ArrayList<>();
    for (String table : List.of("main_log", "split_log", "shoe", "field_origin", "put_aside", "run_metric", "day_metric", "source_activity", "day_log")) {
      List<Map<String, Object>> rows = longrun.rows("select * from " + table);
      rows.forEach(row -> row.keySet().removeIf(column -> column.endsWith("_at") && !column.equals("started_at")));
      tables.add(rows);
    }
    return tables;
  }
}
