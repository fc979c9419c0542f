package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Rebuild;
import dev.longrun.log.Source;
import dev.longrun.log.TrainingLog;
import dev.longrun.log.Activities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedFilesTest {
  static final String START = "2026-11-10T06:00:00Z";

  @TempDir static Path home;
  private static LongrunUnderTest longrun;
  private static Path inbox;

  @BeforeAll
  static void start() throws Exception {
    inbox = home.resolve("inbox");
    longrun = start(home);
  }

  @BeforeEach
  void nothingYet() throws IOException {
    empty(home, longrun);
  }

  /** As if the program had just been started for the first time, which takes longer. */
  static void empty(Path home, LongrunUnderTest longrun) throws IOException {
    longrun.forgetEverything();
    for (String folder : List.of("inbox", "outbox")) {
      if (Files.exists(home.resolve(folder))) {
        try (Stream<Path> files = Files.walk(home.resolve(folder))) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
    Files.createDirectories(home.resolve("inbox"));
  }

  static LongrunUnderTest start(Path home) throws Exception {
    return LongrunUnderTest.start(home, Map.of("INBOX_SETTLE_TIME", "0s", "LONGRUN_CLOCK", "2026-11-22T06:12:00Z"));
  }

  @AfterAll
  static void stop() {
    longrun.close();
  }

  private void drop(String name, byte[] bytes) throws IOException {
    Files.write(inbox.resolve(name), bytes);
    longrun.call("take-inbox");
    longrun.call("watch-inbox");
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] gpx(String start, String type, int points) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><name>Dyke</name>");
    text.append(type == null ? "" : "<type>" + type + "</type>").append("<trkseg>");
    java.time.Instant at = java.time.Instant.parse(start);
    for (int i = 0; i < points; i++) {
      // 4 m/s to the north.
      text.append("<trkpt lat=\"").append(53.55 + i * 4 / 111_195.0).append("\" lon=\"10\"><time>").append(at.plusSeconds(i)).append("</time></trkpt>");
    }
    return text.append("</trkseg></trk></gpx>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> names(String folder) throws IOException {
    Path path = inbox.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString().replaceFirst("^\\d{8}-\\d{6}-", "")).sorted().toList();
    }
  }

  private long runs() {
    return ((Number) longrun.value("select count(*) from main_log")).longValue();
  }

  @Test
  void aDroppedFitFileIsARunWithKilometresAndLiesInDone() throws IOException {
    drop("run.fit", FitFile.startingAt(START).seconds(1000).bytes());
    assertThat(longrun.rows("select run_date, distance_m, moving_s, counted from main_log"))
        .containsExactly(Map.of("run_date", "2026-11-10", "distance_m", 4000.0, "moving_s", 1000.0, "counted", 1));
    assertThat(longrun.rows("select km from split_log")).hasSize(4);
    assertThat(names("done")).containsExactly("run.fit");
    assertThat(home.resolve("outbox/imports")).as("nothing that its owner would not expect").doesNotExist();
    assertThat(longrun.value("select count(*) from due_day")).isEqualTo(1);
  }

  @Test
  void theSameBytesUnderAnotherNameOrCompressedChangeNothing() throws IOException {
    byte[] run = FitFile.startingAt(START).bytes();
    drop("run.fit", run);
    List<Map<String, Object>> before = longrun.rows("select * from main_log");
    drop("other.fit", run);
    drop("run.fit.gz", gzip(run));
    assertThat(longrun.rows("select * from main_log")).isEqualTo(before);
    assertThat(longrun.rows("select known from file_import order by import_id")).extracting(row -> row.get("known")).containsExactly(0, 1, 1);
    assertThat(longrun.rows("select * from source_activity")).hasSize(1);
  }

  @Test
  void oneRunAsFitAndGpxAndFromGarminAndFromStravaIsOneRunInWhateverOrderTheyCome() throws Exception {
    byte[] fit = FitFile.startingAt(START).seconds(1000).session(session -> session.setWorkoutRpe((short) 60)).bytes();
    byte[] gpx = gpx("2026-11-10T06:00:02Z", "running", 998);
    List<Runnable> arrivals =
        new ArrayList<>(
            List.of(
                () -> dropQuietly("run.fit", fit),
                () -> dropQuietly("run.gpx", gpx),
                () -> longrun.bean("trainingLog", TrainingLog.class)
                    .load(Activities.arrival(Activities.run(Source.GARMIN, "20000000001", START, 4020, 1000))),
                () -> longrun.bean("trainingLog", TrainingLog.class)
                    .load(Activities.arrival(Activities.run(Source.STRAVA, "900", "2026-11-10T06:00:01Z", 3990, 990)))));
    List<Map<String, Object>> first = null;
    for (int seed = 0; seed < 6; seed++) {
      longrun.forgetEverything();
      Collections.shuffle(arrivals, new Random(seed));
      arrivals.forEach(Runnable::run);
      List<Map<String, Object>> now =
          longrun.rows("select run_date, run_no, distance_m, effort, garmin_activity_id, strava_activity_id, name from main_log");
      assertThat(now).hasSize(1);
      first = first == null ? now : first;
      assertThat(now).isEqualTo(first);
    }
    assertThat(first.get(0)).containsEntry("distance_m", 4020.0).containsEntry("effort", 6.0).containsEntry("name", "Garmin 20000000001");
  }

  private void dropQuietly(String name, byte[] bytes) {
    try {
      drop(name, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aDistanceThatTheRunnerCorrectedAtTheSiteLeavesTheRunOne() throws IOException {
    longrun.bean("trainingLog", TrainingLog.class).load(Activities.arrival(Activities.run(Source.GARMIN, "20000000001", START, 5000, 1000)));
    drop("treadmill.fit", FitFile.startingAt(START).seconds(1000).bytes());
    assertThat(longrun.rows("select distance_m from main_log")).containsExactly(Map.of("distance_m", 5000.0));
  }

  @Test
  void aDamagedFileIsUsedAsFarAsItIsWholeAndTheRunIsFlagged() throws IOException {
    byte[] whole = FitFile.startingAt(START).seconds(1000).bytes();
    drop("half.fit", Arrays.copyOf(whole, whole.length / 2));
    assertThat(runs()).isEqualTo(1);
    assertThat(longrun.value("select reason from put_aside where source = 'file' and resolved_at is null").toString()).contains("cut off");
    assertThat(home.resolve("outbox/imports/2026-11-22-half-fit.md")).content().contains("Loaded in part", "cut off");
    assertThat(names("done")).containsExactly("half.fit");
  }

  @Test
  void whatIsNoActivityLiesInFailedWithOneSentenceAndTheNextFileIsImported() throws IOException {
    Files.writeString(inbox.resolve("a.fit"), "x");
    Files.write(inbox.resolve("b.gpx"), new byte[0]);
    Files.writeString(inbox.resolve("c.zip"), "PK no archive");
    drop("d.fit", FitFile.startingAt(START).bytes());
    assertThat(names("failed")).containsExactly("a.fit", "a.fit.error.txt", "b.gpx", "b.gpx.error.txt", "c.zip", "c.zip.error.txt");
    assertThat(runs()).isEqualTo(1);
    try (Stream<Path> reasons = Files.list(inbox.resolve("failed"))) {
      assertThat(reasons.filter(file -> file.toString().endsWith(".error.txt")))
          .allSatisfy(file -> assertThat(Files.readString(file).strip()).endsWith(".").hasLineCount(1));
    }
    assertThat(home.resolve("outbox/imports/2026-11-22-a-fit.md")).exists();
  }

  @Test
  void whatCouldNotBeUsedIsRefusedWithTheSameReasonWhenItIsDroppedAgain() throws IOException {
    drop("a.fit", "x".getBytes(StandardCharsets.UTF_8));
    drop("b.fit", "x".getBytes(StandardCharsets.UTF_8));
    assertThat(names("failed")).containsExactly("a.fit", "a.fit.error.txt", "b.fit", "b.fit.error.txt");
    assertThat(longrun.rows("select put_aside, refusal from file_import")).hasSize(2).allSatisfy(
        row -> assertThat(row).isEqualTo(Map.of("put_aside", 1, "refusal", "It is neither FIT nor TCX nor GPX, whatever its name says.")));
  }

  @Test
  void ofTwoCopiesOfARunTheOneThatWasNotCutOffIsBelieved() throws IOException {
    byte[] whole = FitFile.startingAt(START).seconds(1000).bytes();
    for (int tenths = 3; tenths < 10; tenths++) {
      drop("cut.fit", Arrays.copyOf(whole, whole.length * tenths / 10));
    }
    drop("whole.fit", whole);
    assertThat(longrun.rows("select distance_m, moving_s from main_log")).containsExactly(Map.of("distance_m", 4000.0, "moving_s", 1000.0));
    assertThat(longrun.rows("select km from split_log")).hasSize(4);
  }

  @Test
  void aNoteDroppedTogetherWithARunMeansThatRun() throws IOException {
    drop("before.fit", FitFile.startingAt("2026-11-09T06:00:00Z").bytes());
    Files.writeString(inbox.resolve("a.yaml"), "effort: 7");
    drop("run.fit", FitFile.startingAt(START).bytes());
    assertThat(longrun.rows("select run_date from main_log where effort = 7")).containsExactly(Map.of("run_date", "2026-11-10"));
    assertThat(names("done")).containsExactly("a.yaml", "before.fit", "run.fit");
    assertThat(names(".taken/imports")).isEmpty();
    assertThat(home.resolve("outbox/notes/2026-11.md")).content().contains("effort 7");
  }

  @Test
  void anotherSportIsCountedAndNotLoaded() throws IOException {
    drop("ride.fit", FitFile.startingAt(START).sport(com.garmin.fit.Sport.CYCLING, com.garmin.fit.SubSport.ROAD).bytes());
    assertThat(runs()).isZero();
    assertThat(longrun.value("select other_sports from file_import")).isEqualTo(1);
    assertThat(names("done")).containsExactly("ride.fit");
    assertThat(home.resolve("outbox/imports/2026-11-22-ride-fit.md")).content().contains("cycling");
  }

  @Test
  void anUnreadableFileIsRefused() throws IOException {
    if ("root".equals(System.getProperty("user.name"))) {
      return;
    }
    Path file = inbox.resolve("run.fit");
    Files.write(file, FitFile.startingAt(START).bytes());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    longrun.call("watch-inbox");
    assertThat(names("failed")).contains("run.fit");
  }

  @Test
  void anArchiveCutOffAfterAFewBytesIsRefusedAndStaysNowhere() throws IOException {
    byte[] whole = gzip(FitFile.startingAt(START).bytes());
    for (int bytes : new int[] {1, 3, 7, 12}) {
      drop("cut" + bytes + ".fit.gz", Arrays.copyOf(whole, bytes));
      assertThat(failed("cut" + bytes + ".fit.gz")).as(bytes + " bytes").endsWith(".\n");
    }
    assertThat(inbox.resolve(".taken/imports")).isEmptyDirectory();
  }

  @Test
  void aDroppedFolderIsOneImportWithEverythingInIt() throws IOException {
    Path folder = Files.createDirectories(inbox.resolve("2026/october"));
    Files.write(folder.resolve("one.fit"), FitFile.startingAt(START).bytes());
    Files.write(folder.resolve("two.fit.gz"), gzip(FitFile.startingAt("2026-11-11T06:00:00Z").bytes()));
    Files.write(inbox.resolve("2026/notes.txt"), new byte[] {'?'});
    longrun.call("take-inbox");
    longrun.call("watch-inbox");
    assertThat(longrun.rows("select loaded, left_alone from file_import")).containsExactly(Map.of("loaded", 2, "left_alone", 1));
    assertThat(home.resolve("outbox/imports/2026-11-22-2026.md")).content().contains("2 looked at: 2 new, 0 merged, 0 known, 0 skipped");
    assertThat(inbox.resolve("2026")).doesNotExist();
  }

  @Test
  void aFolderWithNothingInItIsRefusedWithASentence() throws IOException {
    Files.createDirectories(inbox.resolve("empty/still empty"));
    longrun.call("take-inbox");
    longrun.call("watch-inbox");
    assertThat(failed("empty")).contains("no activity in it");
  }

  @Test
  void whatWasSkippedIsARunWhenTheRunnerSaysSoAndNoneWhenTheySayThat() throws IOException {
    drop("ride.gpx", gpx("Cycling home", 5.0));
    assertThat(home.resolve("outbox/imports/2026-11-22-ride-gpx.md")).content().contains("does not say what sport", "is\\_run: yes");
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(0);
    drop("yes.yaml", "- file: ride.gpx\n  is_run: yes\n".getBytes(StandardCharsets.UTF_8));
    assertThat(longrun.rows("select name, counted from main_log")).containsExactly(Map.of("name", "Cycling home", "counted", 1));
    drop("no.yaml", "- file: ride.gpx\n  is_run: no\n".getBytes(StandardCharsets.UTF_8));
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(0);
  }

  @Test
  void theWordOfAFileHoldsBeforeItComes() throws IOException {
    drop("word.yaml", "- file: ride.gpx\n  is_run: yes\n".getBytes(StandardCharsets.UTF_8));
    drop("ride.gpx", gpx("Cycling home", 5.0));
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(1);
  }

  @Test
  void aRunThatNobodyCanHaveRunIsShownAndCountsWhenTheRunnerSaysItIsRight() throws IOException {
    drop("car.fit", FitFile.startingAt(START).seconds(3120).every(10).speed(40).bytes());
    assertThat(longrun.rows("select counted, uncounted_because from main_log"))
        .containsExactly(Map.of("counted", 0, "uncounted_because", "Nobody runs 124.8 km in 0:52:00. A log note with `is_run: yes` lets it count."));
    longrun.call("derive-metrics");
    assertThat(longrun.value("select count(*) from best_effort")).isEqualTo(0);
    drop("right.yaml", "- run: 2026-11-10\n  is_run: yes\n".getBytes(StandardCharsets.UTF_8));
    assertThat(longrun.value("select counted from main_log")).isEqualTo(1);
    drop("wrong.yaml", "- run: 2026-11-10\n  is_run: no\n".getBytes(StandardCharsets.UTF_8));
    assertThat(longrun.value("select counted from main_log")).isEqualTo(0);
  }

  /** A quarter of an hour to the north. */
  private static byte[] gpx(String name, double speedMs) {
    return SyntheticGpx.named(name).speed(speedMs).seconds(900).bytes();
  }

  private static String failed(String name) throws IOException {
    try (Stream<Path> files = Files.list(inbox.resolve("failed"))) {
      Path reason = files.filter(file -> file.getFileName().toString().endsWith(name + ".error.txt")).findFirst().orElseThrow();
      return Files.readString(reason);
    }
  }

  @Test
  void whatWasClaimedBeforeACrashIsImportedAtTheNextStart() throws Exception {
    longrun.close();
    Path queue = Files.createDirectories(inbox.resolve(".taken/imports"));
    Files.write(queue.resolve("20261121T200000Z-0a1b2c3d-run.fit"), FitFile.startingAt(START).bytes());
    longrun = start(home);
    longrun.call("import-files");
    assertThat(runs()).isEqualTo(1);
    assertThat(names("done")).containsExactly("run.fit");
    assertThat(names(".taken/imports")).isEmpty();
  }

  @Test
  void rebuildMakesTheRunsOfFilesAgainFromTheKeptBytes() throws IOException {
    drop("run.fit", FitFile.startingAt(START).seconds(500).then(FitFile.startingAt("2026-11-10T07:00:00Z").seconds(250)).bytes());
    drop("run.gpx", gpx("2026-11-11T06:00:00Z", null, 600));
    List<Map<String, Object>> runs = longrun.rows("select * from main_log order by 1, 2");
    assertThat(runs).hasSize(3);
    Rebuild rebuild =
        new Rebuild(
            longrun.service().database(),
            longrun.bean("trainingLog", TrainingLog.class),
            longrun.bean("putAsides", PutAsides.class),
            List.of(new FileMapper(ZoneId.of("Europe/Berlin"))));
    assertThat(rebuild.run(done -> {})).isZero();
    assertThat(longrun.rows("select * from main_log order by 1, 2")).isEqualTo(runs);
  }
}
