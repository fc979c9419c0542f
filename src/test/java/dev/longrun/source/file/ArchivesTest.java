package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Source;
import dev.longrun.log.TrainingLog;
import dev.longrun.log.day.DayLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  private static final String STRAVA_HEADER =
      "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,"
          + "Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"
          + "Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade,Average Positive Grade,Average Negative Grade,"
          + "Max Cadence,Average Cadence,Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,Average Temperature,"
          + "Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,Other Time,Perceived Exertion,Type,Start Time,"
          + "Weighted Average Power,Power Count,Prefer Perceived Exertion,Perceived Relative Effort,Commute\n";

  @TempDir static Path home;
  private static LongrunUnderTest longrun;
  private static Path inbox;

  @BeforeAll
  static void start() throws Exception {
    inbox = home.resolve("inbox");
    longrun = DroppedFilesTest.start(home);
  }

  @BeforeEach
  void nothingYet() throws IOException {
    DroppedFilesTest.empty(home, longrun);
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

  private static byte[] fit(int day) {
    return FitFile.startingAt(String.format("2026-10-%02dT06:00:00Z", day)).seconds(600).bytes();
  }

  private long runs() {
    return ((Number) longrun.value("select count(*) from main_log")).longValue();
  }

  private Map<String, Object> tally() {
    return longrun.rows("select loaded, merged, changed, known, other_sports, no_activity, left_alone, put_aside from file_import order by import_id desc").get(0);
  }

  private String refusal() throws IOException {
    try (Stream<Path> files = Files.list(inbox.resolve("failed"))) {
      return Files.readString(files.filter(file -> file.toString().endsWith(".error.txt")).findFirst().orElseThrow()).strip();
    }
  }

  @Test
  void everythingInAnArchiveAndInTheArchivesInItIsImportedAndReported() throws IOException {
    byte[] inner = new Zip().with("3.fit", fit(3)).with("deeper.zip", new Zip().with("4.fit", fit(4)).bytes()).bytes();
    byte[] settings = FitFile.startingAt("2026-10-01T00:00:00Z").type(com.garmin.fit.File.SETTINGS).bytes();
    drop(
        "all.zip",
        new Zip()
            .with("1.fit", fit(1)).with("x/2.fit.gz", DroppedFilesTest.gzip(fit(2))).with("more.zip", inner).with("settings.fit", settings)
            .with("photo.jpg", "x").with("broken.tcx", "<TrainingCenterDatabase>").with("__MACOSX/._1.fit", "x").bytes());
    assertThat(runs()).isEqualTo(3);
    assertThat(tally())
        .containsEntry("loaded", 3).containsEntry("no_activity", 1).containsEntry("left_alone", 2).containsEntry("put_aside", 2);
    assertThat(home.resolve("outbox/imports/2026-11-22-all-zip.md"))
        .content()
        .contains("| new runs | 3 |", "broken.tcx: ", "more.zip / deeper.zip: It is an archive in an archive in an archive", "done 2026-11-22");
  }

  @Test
  void droppingTheSameArchiveAgainChangesNothing() throws IOException {
    byte[] zip = new Zip().with("1.fit", fit(1)).with("2.fit", fit(2)).bytes();
    drop("all.zip", zip);
    List<Map<String, Object>> before = longrun.rows("select * from main_log order by 1");
    drop("all.zip", zip);
    assertThat(tally()).containsEntry("known", 2).containsEntry("loaded", 0);
    assertThat(longrun.rows("select * from main_log order by 1")).isEqualTo(before);
    assertThat(home.resolve("outbox/imports/2026-11-22-all-zip-2.md")).content().contains("| already known, down to the last byte | 2 |");
  }

  @Test
  void anInterruptedImportGoesOnAndCountsNothingTwice() throws Exception {
    Zip zip = new Zip();
    for (int day = 1; day <= 9; day++) {
      zip.with(day + ".fit", fit(day));
    }
    Path queue = Files.createDirectories(inbox.resolve(".taken/imports"));
    Path file = queue.resolve("20261122T061200Z-0a1b2c3d-all.zip");
    Files.write(file, zip.bytes());
    FileImports imports = longrun.bean("fileImports", FileImports.class);
    FileImport work = imports.begin(file, "all.zip", file.getFileName().toString());
    // What a kill leaves behind: some runs are in, and nobody has said so.
    ActivityLoader loader =
        new ActivityLoader(
            longrun.bean("trainingLog", TrainingLog.class), longrun.bean("putAsides", PutAsides.class),
            new ImportLedger(longrun.service().database(), longrun.settings().clock()), new FileMapper(longrun.settings().timezone()),
            new FitBodies(new DayLog(longrun.service().database(), longrun.settings().clock()), longrun.settings().timezone(), longrun.settings().clock()),
            longrun.settings().clock());
    for (int i = 0; i < 4; i++) {
      loader.take(work.getImportId(), work.tally(), work.source().next());
    }
    assertThat(runs()).isEqualTo(4);
    imports.goOn(work, true);
    assertThat(work.isStopped()).isTrue();
    longrun.close();
    longrun = DroppedFilesTest.start(home);
    longrun.call("import-files");
    assertThat(runs()).isEqualTo(9);
    assertThat(tally()).containsEntry("loaded", 9).containsEntry("known", 0);
    assertThat(longrun.rows("select * from file_import")).hasSize(1);
    assertThat(file).doesNotExist();
  }

  @Test
  void theListOfAGarminExportAndItsFilesAndGarminItselfTellOfOneRun() throws IOException {
    String list =
        """
        [{"summarizedActivitiesExport": [
          {"activityId": 20000000001, "name": "Hamburg - Tempo", "activityType": "running", "sportType": "RUNNING", "distance": 240000,
           "duration": 600000, "elapsedDuration": 610000, "elevationGain": 1250, "avgHr": 151, "maxHr": 170, "avgRunCadence": 86,
           "startTimeGmt": 1793512800000, "startTimeLocal": 1793516400000, "workoutFeel": 75, "workoutRpe": 60, "eventTypeId": 1},
          {"activityId": 20000000002, "activityType": "lap_swimming", "sportType": "SWIMMING", "startTimeGmt": 1793599200000},
          {"activityId": 20000000003, "activityType": "trail_running", "duration": 600000, "startTimeGmt": "never"}]}]""";
    String gear =
        """
        [{"gearDTOS": [{"gearPk": 7, "uuid": "0123456789abcdef0123456789abcdef", "gearTypeName": "Shoes", "displayName": "Brisk 4",
                        "gearMakeName": "Brisk", "gearModelName": "Daily 4"}],
          "gearActivityDTOs": {"7": [{"activityId": 20000000001}, {"activityId": 20000000009}]}}]""";
    byte[] fit = FitFile.startingAt("2026-11-01T06:00:00Z").seconds(600).bytes();
    byte[] export =
        new Zip()
            .with("DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json", list)
            .with("DI_CONNECT/DI-Connect-Fitness/me_gear.json", gear)
            .with("DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", new Zip().with("me_1.fit", fit).bytes())
            .with("customer_data/customer.json", "{}")
            .bytes();
    drop("garmin.zip", export);
    assertThat(longrun.rows(
            "select run_date, name, distance_m, moving_s, elapsed_s, elevation_gain_m, avg_cadence_spm, effort, feel, is_race, garmin_activity_id,"
                + " (select name from shoe where shoe.shoe_id = main_log.shoe_id) as shoe from main_log").get(0).toString())
        .isEqualTo(
            "{run_date=2026-11-01, name=Hamburg - Tempo, distance_m=2400.0, moving_s=600.0, elapsed_s=610.0, elevation_gain_m=12.5,"
                + " avg_cadence_spm=172.0, effort=6.0, feel=4, is_race=1, garmin_activity_id=20000000001, shoe=Brisk 4}");
    assertThat(longrun.rows("select * from split_log")).hasSize(3);
    assertThat(tally()).containsEntry("loaded", 1).containsEntry("merged", 1).containsEntry("other_sports", 1).containsEntry("put_aside", 1);

    // The same activity from the site, its distance and start corrected there.
    longrun.bean("trainingLog", TrainingLog.class)
        .load(Activities.arrival(Activities.run(Source.GARMIN, "20000000001", "2026-11-01T06:10:00Z", 3000, 600)));
    assertThat(longrun.rows("select distance_m, started_at from main_log")).hasSize(1).first()
        .hasToString("{distance_m=3000.0, started_at=2026-11-01T06:10:00Z}");
  }

  private static String row(String id, String date, String name, String type, String gear, String file, String comma) {
    return id + ",\"" + date + "\",\"" + name + "\"," + type + ",\"first line\nsecond line\",600,\"2" + comma + "40\",,,false,my note," + gear + "," + file
        + ",,,610,590,2400.5,,,11,12,,,,,,,,85,171,150,,,,,,,,,,,,7,,,,,,,\n";
  }

  @Test
  void theListOfAStravaExportSaysWhatItsFilesAreAndAddsWhatTheyDoNotKnow() throws IOException {
    String csv =
        STRAVA_HEADER
            + row("900", "Nov 1, 2026, 6:00:00 AM", "Morning, Run", "Run", "Racer", "activities/111.fit.gz", ".")
            + row("901", "2 Nov 2026, 06:00:00", "Ride", "Ride", "", "activities/222.gpx", ".")
            + row("902", "3 Nov 2026, 06:00:00", "By hand", "Trail Run", "", "", ".")
            + row("x", "3 Nov 2026, 06:00:00", "No id", "Run", "", "", ".")
            + row("904", "the other day", "No date", "Run", "", "", ".");
    byte[] export =
        new Zip()
            .with("activities.csv", csv)
            .with("shoes.csv", "Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\nRacer,Brisk,Carbon Racer,\n")
            .with("activities/111.fit.gz", DroppedFilesTest.gzip(FitFile.startingAt("2026-11-01T06:00:00Z").seconds(600).bytes()))
            .with("activities/222.gpx", DroppedFilesTest.gpx("2026-11-02T06:00:00Z", null, 600))
            .with("media/1.jpg", "x")
            .bytes();
    drop("export_1.zip", export);
    List<Map<String, Object>> runs =
        longrun.rows(
            "select run_date, name, comment, sport, distance_m, moving_s, effort, strava_activity_id as id, counted,"
                + " (select brand || ' ' || model from shoe where shoe.shoe_id = main_log.shoe_id) as shoe from main_log order by 1");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).toString())
        .isEqualTo(
            "{run_date=2026-11-01, name=Morning, Run, comment=first line\nsecond line\nmy note, sport=road, distance_m=2400.0, moving_s=600.0,"
                + " effort=7.0, id=900, counted=1, shoe=Brisk Carbon Racer}");
    assertThat(runs.get(1)).containsEntry("sport", "trail").containsEntry("distance_m", 2400.5).containsEntry("moving_s", 590.0);
    assertThat(tally()).containsEntry("loaded", 2).containsEntry("merged", 1).containsEntry("other_sports", 1).containsEntry("put_aside", 2);
  }

  @Test
  void aStravaExportInAnotherLanguageIsReadByThePlacesOfItsColumns() throws IOException {
    String header =
        STRAVA_HEADER.replace("Activity ID", "Aktivitäts-ID").replace("Activity Date", "Aktivitätsdatum").replace("Activity Name", "Name")
            .replace("Activity Type", "Aktivitätsart").replace("Filename", "Dateiname").replace("Elapsed Time", "Verstrichene Zeit")
            .replace("Distance", "Distanz").replace("Max Heart Rate", "Max. Herzfrequenz");
    String csv = header + row("900", "01.11.2026, 06:00:00", "Lauf am Morgen", "Lauf", "", "", ",");
    drop("export.zip", new Zip().with("activities.csv", csv).bytes());
    assertThat(longrun.rows("select started_at, name, distance_m from main_log").get(0))
        .hasToString("{started_at=2026-11-01T06:00:00Z, name=Lauf am Morgen, distance_m=2400.5}");
  }

  @Test
  void anExportThatWasZippedOnceMoreKeepsItsLists() throws IOException {
    String row = "77,\"Nov 3, 2026, 6:00:00 AM\",Zipped twice,Run,,1850,\"6.01\",,,,,,activities/77.fit,,,1850,1800,6010.5\n";
    byte[] export =
        new Zip()
            .with("export_1/activities/77.fit", FitFile.startingAt("2026-11-03T06:00:00Z").seconds(1800).bytes())
            .with("export_1/activities.csv", STRAVA_HEADER + row)
            .bytes();
    drop("outer.zip", new Zip().with("export_1.zip", export).bytes());
    assertThat(longrun.rows("select name from main_log")).containsExactly(Map.of("name", "Zipped twice"));
  }

  @Test
  void aListOfAnUnknownLayoutIsRefusedAndTheFilesAreImported() throws IOException {
    drop("export.zip", new Zip().with("activities.csv", "a,b,c\n1,2,3\n").with("activities/1.fit", fit(1)).bytes());
    assertThat(runs()).isEqualTo(1);
    assertThat(home.resolve("outbox/imports/2026-11-22-export-zip.md")).content().contains("not laid out as Strava's exports are");
  }

  @Test
  void entriesThatWantOutOfTheArchiveAreRefusedAndTheRestIsImported() throws IOException {
    byte[] zip =
        new Zip()
            .with("../../../outside.fit", fit(1)).with("/etc/absolute.fit", fit(2)).with("C:\\windows\\x.fit", fit(3))
            .withLink("link.fit", "/etc/passwd").with("good.fit", fit(5)).bytes();
    drop("slip.zip", zip);
    assertThat(runs()).isEqualTo(1);
    assertThat(tally()).containsEntry("put_aside", 4);
    assertThat(refusal()).contains("4 entries").contains("everything else in it was imported").endsWith(".");
    assertThat(home.resolve("outbox/imports/2026-11-22-slip-zip.md")).content().contains("leads out of the archive", "absolute path", "a link");
    try (Stream<Path> all = Files.walk(home)) {
      assertThat(all.filter(path -> path.getFileName().toString().contains("outside"))).isEmpty();
      assertThat(home.resolveSibling("outside.fit")).doesNotExist();
    }
  }

  @Test
  void aBombIsRefusedAndTheLogUntouched() throws IOException {
    drop("bomb.zip", new Zip().with("a.fit", fit(1)).with("b.fit", new byte[60 << 20]).bytes());
    assertThat(refusal()).contains("bomb");
    assertThat(runs()).isZero();
    drop("d.fit", fit(5));
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void aBombInAnArchiveInTheArchiveIsRefusedWhileItGrows() throws IOException {
    byte[] bomb = new Zip().with("b.gpx", new byte[60 << 20]).bytes();
    drop("bomb.zip", new Zip().with("bomb.zip", bomb).bytes());
    assertThat(refusal()).contains("250 to 1");
  }

  @Test
  void anArchiveOfMoreEntriesThanAnyExportHasIsRefusedBeforeItIsRead() throws IOException {
    Zip zip = new Zip();
    for (int i = 0; i < 100_001; i++) {
      zip.with(i + ".fit", new byte[0]);
    }
    drop("many.zip", zip.bytes());
    assertThat(refusal()).contains("100000 entries");
    assertThat(longrun.rows("select * from imported_file")).isEmpty();
  }

  @Test
  void anArchiveThatIsCutOffIsRefusedWithWhatToDo() throws IOException {
    byte[] zip = new Zip().with("1.fit", fit(1)).with("2.fit", fit(2)).bytes();
    drop("half.zip", Arrays.copyOf(zip, zip.length - 30));
    assertThat(refusal()).contains("again").endsWith(".");
  }

  @Test
  void namesWithControlCharactersDoNotReachTheReport() throws IOException {
    drop("names.zip", new Zip().with("a\u0007\n\u202Eb.fit", "x").with("ok.fit", fit(1)).bytes());
    assertThat(Files.readString(home.resolve("outbox/imports/2026-11-22-names-zip.md")))
        .doesNotContain("\u0007").doesNotContain("\u202E").contains("a b.fit");
  }

  @Test
  void randomBytesThatCallThemselvesAnArchiveAreRefused() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    System.arraycopy("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), 0, noise, 0, 4);
    drop("noise.zip", noise);
    assertThat(refusal()).endsWith(".");
  }
}
