package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactTablesTest {
  @Test
  void periodsStandSideBySideThingsInATableEachAndTheRestInAList() {
    String tables =
        FactTables.of(
            List.of(
                fact("week.distance", "distance", 50.0, "this week"),
                fact("previous.distance", "distance", 40.0, "the week before"),
                fact("week.longest", "longest run", 20.0, "this week"),
                fact("log.shoe-1.km", "shoe Racer, light, run so far", 300.0, "today"),
                fact("log.shoe-1.remaining", "shoe Racer, light, left until its limit", 100.0, "today"),
                fact("log.shoe-2.km", "shoe Daily, run so far", 10.0, "today")));

    assertThat(tables)
        .isEqualTo(
            """
            |  | this week | the week before |
            | --- | --- | --- |
            | distance | 50.0 km | 40.0 km |

            | Fact | Period | Value |
            | --- | --- | --- |
            | longest run | this week | 20.0 km |

            |  | run so far | left until its limit |
            | --- | --- | --- |
            | shoe Racer, light | 300.0 km | 100.0 km |
            | shoe Daily | 10.0 km |  |""");
  }

  private static Fact fact(String id, String label, double value, String period) {
    return new Fact(id, label, value, "km", period, null, null, "facts/x.sql");
  }
}
