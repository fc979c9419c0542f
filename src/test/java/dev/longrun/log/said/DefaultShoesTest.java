package dev.longrun.log.said;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Source.GARMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultShoesTest {
  private static final String WORN = "select run_date, shoe.name from main_log left join shoe using (shoe_id) order by run_date";

  @TempDir Path home;

  @Test
  void aDefaultCanBeSwitchedBackAndTheRunsBetweenKeepTheirs() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of("LONGRUN_CLOCK", "2026-11-22T06:12:00Z"))) {
      say(longrun, 1, "2026-11-10");
      say(longrun, 2, "2026-11-15");
      assertThat(longrun.value("select default_for from shoe where shoe_id = 1")).isNull();
      say(longrun, 1, "2026-11-20");
      for (String day : List.of("10", "11", "15", "16", "20", "21")) {
        longrun.call("load-activity", arrival(run(GARMIN, day, "2026-11-%sT08:00:00Z".formatted(day))));
      }
      assertThat(longrun.rows(WORN)).extracting("name").containsExactly(null, "First", "First", "Second", "Second", "First");
    }
  }

  @Test
  void theDayOnWhichItIsSaidIsTheRunnersOwn() throws Exception {
    Path inbox = Files.createDirectories(home.resolve("inbox"));
    Map<String, String> nearMidnight = Map.of("LONGRUN_CLOCK", "2026-11-22T23:30:00Z", "INBOX_SETTLE_TIME", "0s");
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, nearMidnight)) {
      Files.writeString(inbox.resolve("note.yaml"), "- shoe: First\n  default_for: [road]\n");
      longrun.call("watch-inbox");
      longrun.call("load-activity", arrival(run(GARMIN, "1", "2026-11-23T08:00:00Z")));
      longrun.call("load-activity", arrival(run(GARMIN, "2", "2026-11-24T08:00:00Z")));
      assertThat(longrun.rows(WORN)).extracting("name").containsExactly(null, "First");
    }
  }

  private static void say(LongrunUnderTest longrun, long shoe, String day) {
    longrun.service().database().writing()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  insert into shoe (shoe_id, name, created_at, updated_at) values (1, 'First', 'x', 'x'), (2, 'Second', 'x', 'x')
                  on conflict do nothing""");
              handle.execute("update shoe set default_for = 'road' where shoe_id = ?", shoe);
              new DefaultShoes(handle, "x", LocalDate.parse(day)).set(shoe, "road");
            });
  }
}
