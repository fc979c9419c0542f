package dev.longrun.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.command.CommandLineUnderTest.Result;
import dev.longrun.service.HomeLock;
import dev.longrun.source.file.FitFile;
import dev.longrun.source.file.Zip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir Path folder;
  private Path home;
  private CommandLineUnderTest longrun;

  @BeforeEach
  void noHomeYet() {
    home = folder.resolve("home");
    longrun = new CommandLineUnderTest(folder, home).with("LONGRUN_CLOCK", "2026-11-22T06:00:00Z");
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  @Test
  void importsAFolderOfFilesAndArchivesWhereTheyLieAndSaysWhatIsNew() throws IOException {
    byte[] run = FitFile.startingAt("2026-11-10T06:00:00Z").bytes();
    file("old/2026/run.fit", run);
    file("old/all.zip", new Zip().with("x.fit", FitFile.startingAt("2026-11-11T06:00:00Z").bytes()).with("run.fit", run).bytes());
    file("old/letter.doc", new byte[1]);
    Result result = longrun.run("import", folder.resolve("old").toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Done: 2 new runs.").contains("Written: " + home.resolve("outbox/imports/2026-11-22-old.md"))
        .contains("3 looked at: 2 new, 0 merged, 1 known, 0 skipped, 0 loaded in part, 0 refused.");
    assertThat(folder.resolve("old/all.zip")).exists();
    assertThat(longrun.run("import", folder.resolve("old").toString()).out()).contains("Nothing new.");
  }

  @Test
  void aFileThatCannotBeUsedIsALineAndExitCodeOneAndTheNextIsImported() throws IOException {
    Path bad = file("bad.fit", new byte[20]);
    Path good = file("good.fit", FitFile.startingAt("2026-11-10T06:00:00Z").bytes());
    Result result = longrun.run("import", bad.toString(), good.toString());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasSize(1).first().asString().startsWith(bad + ": ").endsWith(".");
    assertThat(result.out()).contains("Done: 1 new run.");
  }

  @Test
  void handsTheFilesOverToTheRunningService() throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    Files.write(home.resolve("inbox/run.fit"), new byte[1]);
    Path run = file("run.fit", FitFile.startingAt("2026-11-10T06:00:00Z").bytes());
    try (HomeLock service = HomeLock.take(home)) {
      Result result = longrun.run("import", run.toString());
      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).singleElement().asString().startsWith("Handed 1 file over to the running service.");
    }
    assertThat(home.resolve("inbox/2-run.fit")).hasSameBinaryContentAs(run);
    assertThat(run).exists();
  }

  @Test
  void aFileNamedTwiceLeavesNothingHiddenInTheInbox() throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    String run = file("run.fit", FitFile.startingAt("2026-11-10T06:00:00Z").bytes()).toString();
    try (HomeLock service = HomeLock.take(home)) {
      assertThat(longrun.run("import", run, run).exitCode()).isZero();
    }
    assertThat(home.resolve("inbox")).isDirectoryNotContaining("glob:**/.*.part");
    assertThat(home.resolve("inbox/run.fit")).exists();
  }

  @Test
  void whatIsNoActivityIsAMistakeInTheCommand() throws IOException {
    assertThat(longrun.run("import", folder.resolve("nothing.fit").toString()).exitCode()).isEqualTo(2);
    assertThat(longrun.run("import", file("note.yaml", new byte[1]).toString()).err()).singleElement().asString().contains("inbox");
    assertThat(longrun.run("import").exitCode()).isEqualTo(2);
    assertThat(home).doesNotExist();
  }
}
