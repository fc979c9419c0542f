package dev.longrun.source.garmin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Rebuild;
import dev.longrun.log.TrainingLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildGarminTest extends GarminUnderTest {
  @Test
  void theLogIsMadeAgainFromWhatGarminOnceSaidAndOnlyDifferencesAreWritten() {
    site.publish(GarminSite.run(20000000001L, "2026-11-10T06:00:00"));
    poll();
    List<Map<String, Object>> runs = longrun.rows("select * from main_log order by run_date, run_no");
    List<Map<String, Object>> kilometres = longrun.rows("select * from split_log order by run_date, run_no, km");

    assertThat(rebuild()).isZero();
    assertThat(longrun.rows("select * from main_log order by run_date, run_no")).isEqualTo(runs);
    assertThat(longrun.rows("select * from split_log order by run_date, run_no, km")).isEqualTo(kilometres);

    longrun.service().database().writing()
        .useHandle(
            handle -> {
              handle.execute("update main_log set distance_m = 1 where garmin_activity_id = 20000000001");
              handle.execute("delete from split_log where km > 3");
            });
    assertThat(rebuild()).isZero();
    assertThat(longrun.rows("select distance_m from main_log order by run_date, run_no"))
        .isEqualTo(runs.stream().map(run -> Map.of("distance_m", run.get("distance_m"))).toList());
    assertThat(longrun.rows("select km from split_log")).hasSameSizeAs(kilometres);
  }

  private int rebuild() {
    TrainingLog log = longrun.bean("trainingLog", TrainingLog.class);
    PutAsides putAsides = longrun.bean("putAsides", PutAsides.class);
    return new Rebuild(longrun.service().database(), log, putAsides, List.of(new GarminMapper())).run(done -> {});
  }
}
