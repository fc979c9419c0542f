package dev.longrun.command;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Source.GARMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.command.CommandLineUnderTest.Result;
import dev.longrun.log.Database;
import dev.longrun.log.TrainingLog;
import dev.longrun.service.HomeLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteCommandTest {
  @TempDir Path folder;
  private Path home;
  private CommandLineUnderTest longrun;

  @BeforeEach
  void aHomeWithOneRun() throws Exception {
    home = folder.resolve("home");
    longrun = new CommandLineUnderTest(folder, home).with("LONGRUN_CLOCK", "2026-11-22T06:12:00Z");
    Files.createDirectories(home.resolve("inbox"));
    try (LongrunUnderTest program = LongrunUnderTest.start(home, Map.of())) {
      program.bean("trainingLog", TrainingLog.class).load(arrival(run(GARMIN, "1", "2026-11-20T17:30:00Z")));
    }
  }

  private Map<String, Object> run1() {
    return Database.reading(Database.readOnly(home.resolve("longrun.db")))
        .withHandle(handle -> handle.createQuery("select effort, feel, comment from main_log").mapToMap().one());
  }

  @Test
  void appliesItsOptionsAndPrintsWhatWasApplied() {
    Result result = longrun.run("note", "--effort", "7", "--feel", "4", "--comment", "it's: done #yes");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).containsExactly("run of 2026-11-20, 18:30 (10.0 km): effort 7, feel 4, comment “it's: done #yes”");
    assertThat(run1()).hasToString("{effort=7.0, feel=4, comment=it's: done #yes}");
    assertThat(home.resolve("outbox/notes/2026-11.md")).content().contains("effort 7");
  }

  @Test
  void notesAMorningByItsOptions() {
    Result result = longrun.run("note", "--resting-hr", "47", "--sleep", "7:20");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).containsExactly("morning of 2026-11-22: resting heart rate 47, sleep 7:20 h");
  }

  @Test
  void saysWhatIsWrongAndAppliesNothing() {
    Result result = longrun.run("note", "--effort", "70", "--run", "2026-11-20");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).first().asString().contains("effort is “70”; it must be a number from 1");
    assertThat(run1().get("effort")).isNull();
  }

  @Test
  void withoutOptionsOpensATemplateInTheEditor() throws IOException {
    Path editor = folder.resolve("editor.sh");
    Files.writeString(editor, "#!/bin/sh\nsed -i -e 's/effort:$/effort: 6/' \"$2\"\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    Result result = longrun.with("EDITOR", editor + " -w").run("note");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).containsExactly("run of 2026-11-20, 18:30 (10.0 km): effort 6");
  }

  @Test
  void anUntouchedTemplateNotesNothing() {
    Result result = longrun.with("EDITOR", "true").run("note");
    assertThat(result.out()).containsExactly("Nothing was written, so nothing is noted.");
    assertThat(longrun.with("EDITOR", "no-such-editor").run("note").err()).first().asString().contains("cannot be started");
  }

  @Test
  void handsTheNoteOverWhileTheServiceRuns() throws IOException {
    try (HomeLock service = HomeLock.take(home)) {
      Result result = longrun.run("note", "--effort", "7");
      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).hasSize(1).first().asString().contains("The running service takes the note");
    }
    try (Stream<Path> files = Files.list(home.resolve("inbox"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml")).toList())
          .hasSize(1).first().satisfies(file -> assertThat(file).hasContent("effort: '7'"));
    }
    assertThat(run1().get("effort")).isNull();
  }
}
