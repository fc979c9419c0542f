package dev.longrun.source.strava;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Rebuild;
import dev.longrun.log.TrainingLog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildStravaTest {
  private static final String RUNS = "select * from main_log order by run_date, run_no";
  private static final String KILOMETRES = "select * from split_log order by run_date, run_no, km";

  @TempDir static Path home;
  private static StravaSite site;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void start() throws Exception {
    site = new StravaSite();
    longrun = LongrunUnderTest.start(home, site.settings());
  }

  @AfterAll
  static void stop() {
    longrun.close();
    site.close();
  }

  @BeforeEach
  void beginAfresh() {
    longrun.forgetEverything();
    site.clear();
  }

  @Test
  void theLogIsMadeAgainFromWhatStravaOnceSaidAndOnlyDifferencesAreWritten() {
    site.publish(StravaSite.run(17466192740L, "2026-11-10T06:00:00Z").put("gear_id", "g77"));
    site.publish(StravaSite.run(17466192741L, "2026-11-11T06:00:00Z"));
    site.answer("/api/v3/gear/g77", okJson("{\"id\":\"g77\",\"name\":\"Saucony Ride 15\",\"brand_name\":\"Saucony\",\"model_name\":\"Ride 15\"}"));
    longrun.call("poll-strava");
    List<Map<String, Object>> runs = longrun.rows(RUNS);
    List<Map<String, Object>> kilometres = longrun.rows(KILOMETRES);
    List<Map<String, Object>> shoes = longrun.rows("select * from shoe");
    assertThat(runs).hasSize(2);
    assertThat(shoes).hasSize(1);
    site.clear();

    assertThat(rebuild()).isZero();
    assertThat(longrun.rows(RUNS)).isEqualTo(runs);
    assertThat(longrun.rows(KILOMETRES)).isEqualTo(kilometres);
    assertThat(longrun.rows("select * from shoe")).isEqualTo(shoes);

    longrun.service().database().writing()
        .useHandle(
            handle -> {
              handle.execute("update main_log set distance_m = 1, shoe_id = null where strava_activity_id = 17466192740");
              handle.execute("delete from split_log where km = 2");
            });
    assertThat(rebuild()).isZero();
    assertThat(longrun.rows("select distance_m, shoe_id from main_log order by run_date"))
        .isEqualTo(runs.stream().map(run -> pair(run, "distance_m", "shoe_id")).toList());
    assertThat(longrun.rows("select km from split_log")).hasSameSizeAs(kilometres);
    assertThat(site.web.getAllServeEvents()).as("nobody is asked").isEmpty();
  }

  private static Map<String, Object> pair(Map<String, Object> row, String one, String other) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(one, row.get(one));
    pair.put(other, row.get(other));
    return pair;
  }

  private int rebuild() {
    TrainingLog log = longrun.bean("trainingLog", TrainingLog.class);
    PutAsides putAsides = longrun.bean("putAsides", PutAsides.class);
    return new Rebuild(longrun.service().database(), log, putAsides, List.of(new StravaMapper())).run(done -> {});
  }
}
