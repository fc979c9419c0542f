package dev.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir Path folder;

  @Test
  void aFileIsTouchedOnlyWhenItsContentChanges() throws IOException {
    Outbox outbox = new Outbox(folder);
    assertThat(outbox.write("weekly/2026-W46.md", "one")).isTrue();
    Path file = folder.resolve("weekly/2026-W46.md");
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, longAgo);

    assertThat(outbox.write("weekly/2026-W46.md", "one")).isFalse();
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    assertThat(outbox.write("weekly/2026-W46.md", "two")).isTrue();
    assertThat(file).hasContent("two");
  }

  @Test
  void nothingIsLeftBesideAWrittenFile() throws IOException {
    new Outbox(folder).write("latest.md", "text");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("latest.md"));
    }
  }

  @Test
  void aHalfWrittenFileOfAnEarlierCrashIsReplaced() throws IOException {
    Files.writeString(folder.resolve(".writing-latest.md"), "half of something much longer");
    new Outbox(folder).write("latest.md", "whole");
    assertThat(folder.resolve("latest.md")).hasContent("whole");
    assertThat(folder.resolve(".writing-latest.md")).doesNotExist();
  }

  @Test
  void noNameLeadsOutOfTheOutbox() {
    assertThatThrownBy(() -> new Outbox(folder).write("../elsewhere.md", "text")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatTheMachineCannotWriteIsWrittenInAscii() throws IOException {
    Outbox outbox = new Outbox(folder);
    outbox.write("answers/cut-\uD83D.md", "one");
    outbox.write("answers/cut-\uDC5F.md", "two");
    try (Stream<Path> files = Files.list(folder.resolve("answers"))) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSize(2).allMatch(name -> name.matches("cut-_-[0-9a-f]+\\.md"));
    }
  }

  @Test
  void textFromOutsideIsNoMarkup() {
    assertThat(Markdown.text("a | b [x](y) <img> `c` *d*\n# e")).isEqualTo("a \\| b \\[x\\](y) \\<img\\> \\`c\\` \\*d\\* \\# e");
    assertThat(Markdown.text(null)).isEqualTo("–");
    assertThat(Markdown.quote("one\n\n# two")).isEqualTo("> one\n>\n> \\# two");
  }

  @Test
  void figuresAreWrittenAsRunnersWriteThem() {
    assertThat(Figures.duration(3_599.6)).isEqualTo("1:00:00");
    assertThat(Figures.duration(59.0)).isEqualTo("0:59");
    assertThat(Figures.pace(299.6)).isEqualTo("5:00");
    assertThat(Figures.decimal(-0.04, 1)).isEqualTo("0.0");
    assertThat(Figures.duration(null)).isEqualTo("–");
  }
}
