package dev.longrun.inbox;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.felt;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Activities.withGear;
import static dev.longrun.log.Source.GARMIN;
import static dev.longrun.log.Source.STRAVA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activity;
import dev.longrun.log.ActivityMapper;
import dev.longrun.log.Gear;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Rebuild;
import dev.longrun.log.Source;
import dev.longrun.log.TrainingLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log note does, through the real inbox into a real database. */
class LogNotesTest {
  @TempDir static Path home;
  private static LongrunUnderTest longrun;
  private static TrainingLog log;
  private static Path inbox;

  @BeforeAll
  static void start() throws Exception {
    inbox = Files.createDirectories(home.resolve("inbox"));
    open("coach");
  }

  @AfterAll
  static void stop() {
    longrun.close();
  }

  private static void open(String stravaDataUse) throws Exception {
    longrun =
        LongrunUnderTest.start(
            home, Map.of("INBOX_SETTLE_TIME", "0s", "LONGRUN_CLOCK", "2026-11-22T06:12:00Z", "STRAVA_DATA_USE", stravaDataUse));
    log = longrun.bean("trainingLog", TrainingLog.class);
  }

  @BeforeEach
  void forget() throws IOException {
    longrun.forgetEverything();
    for (String folder : List.of("done", "failed")) {
      for (Path file : files(inbox.resolve(folder))) {
        Files.delete(file);
      }
    }
  }

  private void note(String text) throws IOException {
    Files.writeString(inbox.resolve("note.yaml"), text);
    longrun.call("watch-inbox");
  }

  private void load(Activity activity) {
    log.load(arrival(activity));
  }

  private List<Map<String, Object>> rows(String sql) {
    return longrun.rows(sql);
  }

  private String states() {
    return rows("select state, message from note_entry order by note_entry_id").toString();
  }

  private String page() throws IOException {
    return Files.readString(home.resolve("outbox/notes/2026-11.md"));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private String error() throws IOException {
    return Files.readString(files(inbox.resolve("failed")).stream().filter(file -> file.toString().endsWith(".error.txt")).findFirst().orElseThrow());
  }

  /** The whole log without what tells when it was written. */
  private List<Object> theLog() {
    return Stream.of("main_log", "split_log", "lap_log", "field_origin", "shoe", "annotation", "noted_run", "noted_pair", "noted_run_record", "shoe_note")
        .<Object>map(
            table -> rows("select * from " + table + " order by 1, 2, 3").stream().peek(row -> row.keySet().removeAll(List.of("created_at", "updated_at", "said_at"))).toList())
        .toList();
  }

  @Test
  void whatIsSaidOfARunWinsOverEverySourceAndNamesItsOrigin() throws IOException {
    load(felt(run(GARMIN, "1", "2026-11-20T17:30:00Z"), 5.0, 3));
    note("run: 2026-11-20\neffort: 7\nfeel: 4\nshoe: Adios Pro 3\ncomment: legs heavy\n");

    assertThat(rows("select effort, feel, comment, name from main_log"))
        .hasToString("[{effort=7.0, feel=4, comment=legs heavy, name=Garmin 1}]");
    assertThat(rows("select shoe.name from main_log join shoe using (shoe_id)")).hasToString("[{name=Adios Pro 3}]");
    assertThat(rows("select field, others from field_origin where source = 'runner' order by field"))
        .hasToString("[{field=comment, others={}}, {field=effort, others={\"garmin\":5.0}}, {field=feel, others={\"garmin\":3}}, {field=shoe_id, others={}}]");
    assertThat(page())
        .contains("# Log notes of November 2026", "## 22 November 2026, 07:12 – note.yaml")
        .contains("- run of 2026-11-20, 18:30 (10.0 km): effort 7, feel 4, comment “legs heavy”, shoe Adios Pro 3 (new)");
    assertThat(files(inbox.resolve("done"))).hasSize(1);
    assertThat(rows("select * from due_day")).isNotEmpty();
  }

  @Test
  void itSurvivesCorrectionsOtherSourcesRebuildAndALateUploadThatRenumbersTheDay() throws Exception {
    load(run(GARMIN, "1", "2026-11-20T17:30:00Z"));
    note("effort: 7\n");
    load(felt(run(GARMIN, "1", "2026-11-20T17:30:00Z", 10_100, 3_000), 2.0, 2));
    load(felt(run(STRAVA, "9", "2026-11-20T17:30:20Z"), 3.0, null));
    load(run(GARMIN, "0", "2026-11-20T06:00:00Z", 5_000, 1_500));

    assertThat(rows("select run_no, garmin_activity_id, effort, feel from main_log order by run_no"))
        .hasToString("[{run_no=1, garmin_activity_id=0, effort=null, feel=null}, {run_no=2, garmin_activity_id=1, effort=7.0, feel=2}]");
    assertThat(rows("select others from field_origin where field = 'effort'")).hasToString("[{others={\"garmin\":2.0,\"strava\":3.0}}]");

    log.withdraw(GARMIN, "1");
    assertThat(rows("select effort from main_log where strava_activity_id = 9")).as("Strava still has the run").hasToString("[{effort=7.0}]");
    log.deriveAll(STRAVA);
    assertThat(rows("select effort from main_log where strava_activity_id = 9")).hasToString("[{effort=7.0}]");
  }

  @Test
  void rebuildMakesTheSameLogAgain() throws IOException {
    Map<String, Activity> said =
        Map.of(
            "1", felt(run(GARMIN, "1", "2026-11-18T08:00:00Z"), 5.0, 3),
            "2", run(GARMIN, "2", "2026-11-18T17:00:00Z"),
            "3", run(GARMIN, "3", "2026-11-20T08:00:00Z", 3_400, 1_020),
            "4", run(GARMIN, "4", "2026-11-20T08:30:00Z", 6_600, 1_980));
    said.values().forEach(this::load);
    note("- run: 2026-11-18#1\n  effort: 7\n- delete: 2026-11-18#2\n- merge: [2026-11-20#1, 2026-11-20#2]\n- race: 2026-11-20\n");
    List<Object> before = theLog();
    assertThat(rows("select run_date from main_log")).hasSize(2);

    ActivityMapper mapper =
        new ActivityMapper() {
          @Override
          public Source source() {
            return GARMIN;
          }

          @Override
          public Optional<Activity> map(String externalId, Map<String, byte[]> payloads) {
            return Optional.of(said.get(externalId));
          }
        };
    int failures = new Rebuild(longrun.service().database(), log, longrun.bean("putAsides", PutAsides.class), List.of(mapper)).run(done -> {});

    assertThat(failures).isZero();
    assertThat(theLog()).isEqualTo(before);
  }

  @Test
  void anUploadRepeatedUnderANewIdKeepsWhatWasSaid() throws IOException {
    load(run(GARMIN, "1", "2026-11-20T17:30:00Z"));
    note("effort: 7\n");
    log.withdraw(GARMIN, "1");
    load(run(GARMIN, "2", "2026-11-20T17:30:10Z"));
    assertThat(rows("select garmin_activity_id, effort from main_log")).hasToString("[{garmin_activity_id=2, effort=7.0}]");

    load(run(GARMIN, "3", "2026-11-20T17:30:05Z"));
    log.withdraw(GARMIN, "2");
    assertThat(rows("select garmin_activity_id, effort from main_log")).hasToString("[{garmin_activity_id=3, effort=7.0}]");
  }

  @Test
  void noteAndCorrectionGiveTheSameLogInEitherOrder() throws Exception {
    Gear gear = new Gear("g1", "Garmin Shoe", null, null);
    Activity first = withGear(felt(run(GARMIN, "1", "2026-11-20T17:30:00Z"), 5.0, 3), gear);
    Activity corrected = withGear(felt(run(GARMIN, "1", "2026-11-20T17:31:00Z", 10_200, 3_050), 6.0, 3), gear);
    String note = "run: 2026-11-20\neffort: 7\nshoe: Adios Pro 3\nrace: yes\n";
    load(first);
    note(note);
    load(corrected);
    List<Object> before = theLog();
    longrun.forgetEverything();
    load(first);
    load(corrected);
    note(note);
    assertThat(theLog()).isEqualTo(before);
    assertThat(before.toString()).contains("is_race=1");
  }

  @Test
  void aCorrectedNoteReplacesAndTheSameFileTwiceChangesNothing() throws IOException {
    load(felt(run(GARMIN, "1", "2026-11-20T17:30:00Z"), 5.0, 3));
    note("run: 2026-11-20\neffort: 7\nfeel: 4\n");
    note("run: 2026-11-20\neffort: 8\n");
    assertThat(rows("select effort, feel from main_log")).hasToString("[{effort=8.0, feel=4}]");
    List<Object> before = theLog();
    note("run: 2026-11-20\neffort: 8\n");
    assertThat(theLog()).isEqualTo(before);
    assertThat(page()).contains("effort 8 (known already)");
    note("run: 2026-11-20\neffort: none\nfeel: none\n");
    assertThat(rows("select effort, feel from main_log")).as("what Garmin said").hasToString("[{effort=5.0, feel=3}]");
  }

  @Test
  void theSameWordsMeanTheSameRunAfterTheDayWasRenumbered() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    load(run(GARMIN, "2", "2026-11-18T17:00:00Z"));
    note("- run: 2026-11-18#2\n  effort: 7\n- delete: 2026-11-18#1\n");
    load(run(GARMIN, "0", "2026-11-18T06:00:00Z", 5_000, 1_500));
    note("- run: 2026-11-18#2\n  effort: 7\n- delete: 2026-11-18#1\n");
    assertThat(rows("select garmin_activity_id, effort from main_log order by run_no"))
        .hasToString("[{garmin_activity_id=0, effort=null}, {garmin_activity_id=2, effort=7.0}]");
    assertThat(files(inbox.resolve("failed"))).isEmpty();
  }

  @Test
  void anAmbiguousOrAbsentRunIsRefusedWithWhatThereIsAndTheRestIsApplied() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    load(run(GARMIN, "2", "2026-11-18T17:00:00Z", 5_000, 1_500));
    note("- run: 2026-11-18\n  effort: 7\n- run: 2026-11-18#3\n  effort: 7\n- run: 2026-11-18 12:00\n  effort: 3\n- run: 2026-11-18 18:10\n  effort: 4\n");

    assertThat(error())
        .contains("Line 1: run 2026-11-18: that day has several runs; say which one, by number or by time: there are 2026-11-18#1 at 09:00 (10.0 km) and 2026-11-18#2 at 18:00 (5.0 km).")
        .contains("Line 3: run 2026-11-18#3: there is no such run; there are")
        .contains("Line 5: run 2026-11-18 12:00: no run of that day began near that time")
        .contains("The rest of the file was applied and need not be dropped again:", "- run of 2026-11-18, 18:00 (5.0 km): effort 4");
    assertThat(rows("select run_no, effort from main_log where effort is not null")).hasToString("[{run_no=2, effort=4.0}]");
    assertThat(page()).contains("- **Not applied.** Line 1: run 2026-11-18: that day has several runs");
  }

  @Test
  void aNoteThatComesBeforeItsRunWaitsForIt() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    note("- run: 2026-11-20\n  effort: 7\n- run: 2026-11-21 18:30\n  feel: 2\n");
    assertThat(page()).contains("run of 2026-11-20: effort 7 – none is in the log yet; the nearest runs are of 2026-11-18 (waits until the run comes)");
    assertThat(files(inbox.resolve("failed"))).isEmpty();

    load(run(GARMIN, "3", "2026-11-21T07:00:00Z"));
    load(run(GARMIN, "4", "2026-11-21T17:20:00Z"));
    load(run(GARMIN, "2", "2026-11-20T17:30:00Z"));
    longrun.call("watch-inbox");
    assertThat(rows("select garmin_activity_id, effort, feel from main_log where effort is not null or feel is not null order by run_date"))
        .hasToString("[{garmin_activity_id=2, effort=7.0, feel=null}, {garmin_activity_id=4, effort=null, feel=2}]");
    assertThat(page()).contains("- run of 2026-11-20, 18:30 (10.0 km): effort 7").doesNotContain("waits");
    load(run(GARMIN, "5", "2026-11-20T05:00:00Z"));
    assertThat(rows("select garmin_activity_id from main_log where effort = 7")).hasToString("[{garmin_activity_id=2}]");
  }

  @Test
  void aDeletedRunStaysDeletedWhateverComesAndCanBeBroughtBack() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    load(run(GARMIN, "2", "2026-11-18T17:00:00Z"));
    note("delete: 2026-11-18#2\n");
    load(run(STRAVA, "9", "2026-11-18T17:00:30Z"));
    load(felt(run(GARMIN, "2", "2026-11-18T17:00:00Z"), 3.0, 3));
    log.deriveAll(STRAVA);
    log.withdraw(GARMIN, "2");
    assertThat(rows("select garmin_activity_id from main_log")).hasToString("[{garmin_activity_id=1}]");
    assertThat(page()).contains("deleted; `keep: 2026-11-18".replace("`", "\\`"));

    note("keep: 2026-11-18#2\n");
    assertThat(rows("select run_no, strava_activity_id from main_log order by run_no"))
        .hasToString("[{run_no=1, strava_activity_id=null}, {run_no=2, strava_activity_id=9}]");
    note("undelete: 2026-11-18#2\n");
    assertThat(states()).contains("is in the log");
    note("keep: 2026-11-17\n");
    assertThat(error()).contains("no run of that day was deleted");
  }

  @Test
  void theOnlyRunOfADayIsBroughtBackByItsDay() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    note("delete: 2026-11-18 09:00\n");
    note("run: 2026-11-18\neffort: 3\n");
    assertThat(error()).contains("you have deleted it (2026-11-18 09:00); `keep: 2026-11-18` brings it back");
    note("keep: 2026-11-18\n");
    assertThat(rows("select count(*) as runs from main_log")).hasToString("[{runs=1}]");
  }

  @Test
  void twoRecordingsOfTheSameTimeBecomeOneRunAndTwoAgain() throws Exception {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    load(run(STRAVA, "9", "2026-11-18T08:05:00Z", 10_050, 3_010));
    note("merge: [2026-11-18#1, 2026-11-18#2]\n");
    assertThat(rows("select garmin_activity_id, strava_activity_id, distance_m from main_log"))
        .hasToString("[{garmin_activity_id=1, strava_activity_id=9, distance_m=10000.0}]");
    load(felt(run(STRAVA, "9", "2026-11-18T08:05:00Z", 10_060, 3_010), 6.0, null));
    load(run(GARMIN, "1", "2026-11-18T08:00:10Z"));
    assertThat(rows("select distance_m, effort from main_log")).hasToString("[{distance_m=10000.0, effort=6.0}]");
    assertThat(rows("select run_no from source_activity")).hasToString("[{run_no=1}, {run_no=1}]");

    note("apart: [2026-11-18#1, 2026-11-18#2]\n");
    assertThat(rows("select run_no, garmin_activity_id from main_log order by run_no"))
        .hasToString("[{run_no=1, garmin_activity_id=1}, {run_no=2, garmin_activity_id=null}]");
    note("merge: [2026-11-18#1, 2026-11-18#2]\n");
    log.withdraw(GARMIN, "1");
    assertThat(rows("select strava_activity_id from main_log")).as("the other is not lost").hasToString("[{strava_activity_id=9}]");
  }

  @Test
  void twoRecordingsAfterEachOtherAreAddedUp() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z", 3_400, 1_020));
    load(run(GARMIN, "2", "2026-11-18T08:30:00Z", 6_600, 1_980));
    note("merge: [2026-11-18#1, 2026-11-18#2]\n");
    assertThat(rows("select distance_m, moving_s, elapsed_s, avg_hr_bpm, garmin_activity_id from main_log"))
        .hasToString("[{distance_m=10000.0, moving_s=3000.0, elapsed_s=3840.0, avg_hr_bpm=150.0, garmin_activity_id=1}]");
    assertThat(rows("select count(*) as kilometres, min(round(distance_m)) as least, sum(moving_s) as time from split_log"))
        .hasToString("[{kilometres=10, least=1000.0, time=3000.0}]");
  }

  @Test
  void aDefaultShoeIsWornFromTheNextDayOnWhenNobodyNamesAnother() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    load(run(GARMIN, "2", "2026-11-24T08:00:00Z"));
    note("- shoe: Old Faithful\n  default_for: [road, track]\n");
    load(run(GARMIN, "3", "2026-11-25T08:00:00Z"));
    load(withGear(run(GARMIN, "4", "2026-11-26T08:00:00Z"), new Gear("g1", "Racer", null, null)));
    String worn = "select run_date, shoe.name from main_log left join shoe using (shoe_id) order by run_date";
    assertThat(rows(worn)).extracting("name").containsExactly(null, "Old Faithful", "Old Faithful", "Racer");

    note("- shoe: Old Faithful\n  default_for: none\n");
    assertThat(rows(worn)).extracting("name").containsExactly(null, null, null, "Racer");
  }

  @Test
  void runsThatAreHoursApartAreNotOne() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    load(run(GARMIN, "2", "2026-11-18T17:00:00Z"));
    note("merge: [2026-11-18#2, 2026-11-18#1]\n");
    assertThat(error()).contains("the run of 2026-11-18, 18:00 (10.0 km) began 8 hours after the run of 2026-11-18, 09:00 (10.0 km) had ended");
    assertThat(rows("select * from noted_pair")).isEmpty();
  }

  @Test
  void whatWasTakenForOneRunIsTakenApart() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    load(run(STRAVA, "9", "2026-11-18T08:00:30Z"));
    note("run: 2026-11-18\neffort: 4\n");
    note("apart: 2026-11-18\n");
    load(felt(run(STRAVA, "9", "2026-11-18T08:00:30Z"), null, 2));
    assertThat(rows("select run_no, garmin_activity_id, effort from main_log order by run_no"))
        .hasToString("[{run_no=1, garmin_activity_id=1, effort=4.0}, {run_no=2, garmin_activity_id=null, effort=null}]");
  }

  @Test
  void aRaceMarksTheRunOfItsDayAndNotTheWarmUp() throws IOException {
    load(run(GARMIN, "1", "2026-11-15T08:00:00Z", 2_500, 900));
    note("race: 2026-11-15\nname: City run\ndistance_km: 10\ngoal: 38:30\n");
    assertThat(rows("select is_race from main_log")).as("2.5 km are no race over 10").hasToString("[{is_race=0}]");
    load(run(GARMIN, "2", "2026-11-15T09:00:00Z", 10_060, 2_330));
    load(run(GARMIN, "3", "2026-11-15T10:00:00Z", 11_000, 4_000));
    assertThat(rows("select garmin_activity_id from main_log where is_race = 1")).hasToString("[{garmin_activity_id=2}]");
    assertThat(rows("select source from field_origin where field = 'is_race'")).hasToString("[{source=runner}]");

    log.withdraw(GARMIN, "2");
    assertThat(rows("select garmin_activity_id from main_log where is_race = 1")).hasToString("[{garmin_activity_id=3}]");
    note("run: 2026-11-15#2\nrace: no\n");
    assertThat(rows("select * from main_log where is_race = 1")).isEmpty();
    note("- race: 2026-11-15\n  remove: yes\n- run: 2026-11-15#2\n  race: none\n");
    assertThat(rows("select * from annotation")).isEmpty();
  }

  @Test
  void annotationsAreNotedCorrectedAndRemoved() throws IOException {
    note(
        """
        - race: 2027-04-11
          name: Hamburg Marathon
          distance_km: marathon
          goal: 2:59:59
        - block: 2026-12-01..2027-03-28
          name: Marathon build
        - injury: 2026-10-02..
          body_part: left calf
          severity: 2
        - illness: 2026-11-01..2026-11-03
          text: a cold
        - runner: 2026-11-01
          max_hr: 188
          resting_hr: 47
          threshold_pace: 4:05
        - note: 2026-11-19
          text: slept badly all week
        """);
    note(
        """
        - race: 2027-04-11
          goal: 2:55:00
        - block: 2026-12-08..2027-03-28
          name: marathon build
        - injury: 2026-10-02..2026-10-09
        - runner: 2026-11-01
          max_hr: 189
        - note: 2026-11-19
          text: and a sore throat
        """);
    assertThat(rows("select kind, from_date, to_date, name, text, distance_m, goal_time_s, body_part, severity, quantity, value from annotation order by annotation_id"))
        .extracting(row -> row.values().stream().filter(java.util.Objects::nonNull).map(Object::toString).toList().toString())
        .containsExactly(
            "[race, 2027-04-11, Hamburg Marathon, 42195.0, 10500.0]",
            "[block, 2026-12-08, 2027-03-28, marathon build]",
            "[injury, 2026-10-02, 2026-10-09, left calf, 2]",
            "[illness, 2026-11-01, 2026-11-03, a cold]",
            "[threshold, 2026-11-01, max_hr_bpm, 189.0]",
            "[threshold, 2026-11-01, resting_hr_bpm, 47.0]",
            "[threshold, 2026-11-01, threshold_pace_s_per_km, 245.0]",
            "[note, 2026-11-19, slept badly all week]",
            "[note, 2026-11-19, and a sore throat]");
    note("- injury: 2026-10-02\n  remove: yes\n- note: 2026-11-19\n  remove: yes\n- runner: 2026-11-01\n  max_hr: none\n- illness: 2026-11-02\n  remove: yes\n");
    assertThat(rows("select count(*) as left from annotation")).hasToString("[{left=5}]");
    assertThat(error()).contains("illness of 2026-11-02: nothing of the kind is noted there; there is one of 2026-11-01");
  }

  @Test
  void noSourceOverwritesWhatIsSaidOfAShoe() throws IOException {
    Gear gear = new Gear("g1", "Adios Pro 3", "Adidas Inc", "A-3");
    load(withGear(run(GARMIN, "1", "2026-11-18T08:00:00Z"), gear));
    note("shoe: adios pro3\nbrand: adidas\ncarbon_plate: yes\nstart_km: 40\nretire_at_km: 350 km\ndefault_for: [track, road]\n");
    load(withGear(run(GARMIN, "2", "2026-11-19T08:00:00Z"), new Gear("g1", "Adios Pro III", "Adidas Inc", "A-3")));
    assertThat(rows("select name, brand, model, carbon_plate, start_km, retire_at_km, default_for, retired_on from shoe"))
        .hasToString("[{name=Adios Pro III, brand=adidas, model=A-3, carbon_plate=1, start_km=40.0, retire_at_km=350.0, default_for=road, track, retired_on=null}]");
    assertThat(rows("select km, remaining_km from v_shoe_mileage")).hasToString("[{km=60.0, remaining_km=290.0}]");
    note("shoe: Adios Pro III\nretired: yes\n");
    assertThat(rows("select retired_on from shoe")).hasToString("[{retired_on=2026-11-22}]");
  }

  @Test
  void aShoeIsFoundForgivinglyButAnotherNumberIsAnotherShoe() throws IOException {
    load(withGear(run(GARMIN, "1", "2026-11-18T08:00:00Z"), new Gear("g1", "Race shoe", "adidas", "Adizero Adios Pro 3")));
    load(withGear(run(GARMIN, "2", "2026-11-19T08:00:00Z"), new Gear("g2", "Pegasus 40", "Nike", null)));
    note("- run: 2026-11-18\n  shoe: adios-pro 3\n- run: 2026-11-19\n  shoe: Pegasis 40\n");
    assertThat(rows("select name from shoe order by shoe_id")).hasToString("[{name=Race shoe}, {name=Pegasus 40}]");
    note("- run: 2026-11-19\n  shoe: Pegasus 41\n");
    assertThat(rows("select name from shoe order by shoe_id")).hasToString("[{name=Race shoe}, {name=Pegasus 40}, {name=Pegasus 41}]");
    note("- run: 2026-11-19\n  shoe: Pegasus\n");
    assertThat(error()).contains("shoe “Pegasus”: several shoes may be meant: Pegasus 40, Pegasus 41; write the whole name.");
  }

  @Test
  void aShoeOfANoteIsTheOneThatASourceNamesLater() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    note("shoe: Adios Pro 3\neffort: 3\n");
    load(withGear(run(GARMIN, "2", "2026-11-19T08:00:00Z"), new Gear("g1", "ADIOS PRO 3", "adidas", null)));
    assertThat(rows("select name, brand, garmin_gear_id from shoe")).hasToString("[{name=Adios Pro 3, brand=adidas, garmin_gear_id=g1}]");
  }

  @Test
  void whatIsSaidOfAStravaRunOutlivesTheErasureOfItsData() throws Exception {
    longrun.close();
    open("seven-days");
    load(run(STRAVA, "9", "2026-11-20T17:30:00Z"));
    note("effort: 7\n");
    assertThat(page()).contains("run of 2026-11-20, 18:30: effort 7").doesNotContain("km");
    log.eraseOlderThan(STRAVA, Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(rows("select * from noted_run_record")).isEmpty();
    load(run(GARMIN, "1", "2026-11-20T17:30:05Z"));
    assertThat(rows("select effort from main_log")).hasToString("[{effort=7.0}]");
    longrun.close();
    open("coach");
  }

  @Test
  void aFileTakenBeforeACrashIsAppliedOnce() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    note("- effort: 7\n- effort: 70\n");
    String takenAs = (String) rows("select taken_as from note_file").get(0).get("taken_as");
    for (Path file : files(inbox.resolve("failed"))) {
      Files.delete(file);
    }
    load(run(GARMIN, "2", "2026-11-19T08:00:00Z"));
    Files.writeString(inbox.resolve(".taken").resolve(takenAs), "- effort: 7\n- effort: 70\n");
    longrun.call("watch-inbox");
    assertThat(rows("select effort from main_log order by run_date")).hasToString("[{effort=7.0}, {effort=null}]");
    assertThat(rows("select count(*) as files from note_file")).hasToString("[{files=1}]");
    assertThat(error()).contains("Line 2: effort is “70”");
  }

  @Test
  void notesAreReadInWindows1252AndRefusedInUtf16() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T08:00:00Z"));
    Files.write(inbox.resolve("a.yml"), "comment: Füße schwer – “müde”\r\n".getBytes("windows-1252"));
    longrun.call("watch-inbox");
    assertThat(rows("select comment from main_log")).hasToString("[{comment=Füße schwer – “müde”}]");
    Files.write(inbox.resolve("b.yaml"), "effort: 7".getBytes(StandardCharsets.UTF_16));
    longrun.call("watch-inbox");
    assertThat(error()).contains("UTF-16").contains("Nothing of the file was applied.");
  }

  @Test
  void aNoteLongerThan64KiBIsRefused() throws IOException {
    note("comment: " + "a".repeat(64 * 1024));
    assertThat(error()).contains("64 KiB");
  }

  @Test
  void tenNotesOfAHurriedRunnerGiveWhatIsRightAndSayWhatIsNot() throws IOException {
    load(run(GARMIN, "1", "2026-11-18T06:00:00Z", 8_000, 2_400));
    load(run(GARMIN, "2", "2026-11-18T17:00:00Z"));
    load(run(GARMIN, "3", "2026-11-20T17:30:00Z"));
    String[] notes = {
      "effort:7\nfeel 4\n",
      "- run: 2026-11-18 #2\n  effort: 8\n- run: yesterday\n  comment: rest day: no run, just walking\n",
      "Run: 20.11.2026\nRPE: 6\n",
      "effort: 6\r\nfeel: 4\r\ncomment: “felt good!” #sunday\r\nshoe: Adios Pro 3\r\n",
      "- shoe: adios pro 3\n\tcarbon plate: yes\n\tretire at km: 350\n",
      "- race: 2027-04-11\nname: Hamburg\ndistance_km: 42,195\ngoal: 2:59:59\n",
      "injury: left calf\nsince: 2026-11-01\n",
      "– delete: 2026-11-18#1\n",
      "max_hr: 188\n",
      "- run: 2026-11-18\n  efort: 5\n"
    };
    for (int i = 0; i < notes.length; i++) {
      Files.writeString(inbox.resolve("note" + i + ".yaml"), notes[i]);
    }
    longrun.call("watch-inbox");

    assertThat(rows("select run_date, effort, feel, comment, name from main_log order by run_date").toString())
        .contains("run_date=2026-11-20, effort=6.0, feel=4, comment=“felt good!” #sunday");
    assertThat(rows("select garmin_activity_id from main_log order by 1")).hasToString("[{garmin_activity_id=2}, {garmin_activity_id=3}]");
    assertThat(rows("select carbon_plate, retire_at_km from shoe")).hasToString("[{carbon_plate=1, retire_at_km=350.0}]");
    assertThat(rows("select name, goal_time_s from annotation")).hasToString("[{name=Hamburg, goal_time_s=10799.0}]");
    assertThat(files(inbox.resolve("failed"))).hasSize(12);
    assertThat(page())
        .contains("“feel 4” lacks its colon", "did you mean effort?", "is \\`2026-11-20\\` meant?", "YAML takes \\#2 for a comment")
        .contains("beside max\\_hr it needs one of runner", "run of 2026-11-18, 07:00 (8.0 km): deleted");
  }
}
