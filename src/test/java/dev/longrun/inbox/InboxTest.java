package dev.longrun.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
  @TempDir Path home;
  private LongrunUnderTest longrun;
  private Path inbox;

  @BeforeEach
  void start() throws Exception {
    inbox = Files.createDirectories(home.resolve("inbox"));
    longrun = LongrunUnderTest.start(home, Map.of("INBOX_SETTLE_TIME", "50ms", "LONGRUN_CLOCK", "2026-11-22T06:12:00Z"));
  }

  @AfterEach
  void stop() {
    longrun.close();
  }

  private void drop(String name, String text) throws IOException {
    Files.writeString(inbox.resolve(name), text);
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString().replaceFirst("^\\d{8}-\\d{6}-", "STAMP-")).sorted().toList();
    }
  }

  private static Path theOnly(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private String error() throws IOException {
    return Files.readString(theOnly(inbox.resolve("failed"), ".error.txt")).strip();
  }

  private List<Object> column(String name) {
    return longrun.rows("select * from question order by question_id").stream().map(row -> row.get(name)).toList();
  }

  @Test
  void aQuestionIsRecordedAndPutAway() throws IOException {
    drop("How was it?.md", "\uFEFFHow was my\r\nlong run?\r\n");
    longrun.call("watch-inbox");

    assertThat(column("text")).containsExactly("How was my\nlong run?");
    assertThat(column("state")).containsExactly("queued");
    assertThat(names(inbox.resolve("done"))).containsExactly("STAMP-How was it?.md");
    assertThat(names(inbox.resolve(".taken"))).isEmpty();
    assertThat(home.resolve("outbox/answers/2026-11-22-0712-How-was-it.md")).content().contains("> long run?", "waits for the model");
  }

  @Test
  void theSameBytesDroppedTwiceAreTwoQuestions() throws IOException {
    drop("q.txt", "How was it?");
    longrun.call("watch-inbox");
    drop("q.txt", "How was it?");
    longrun.call("watch-inbox");

    assertThat(column("answer_path")).containsExactly("answers/2026-11-22-0712-q.md", "answers/2026-11-22-0712-q-2.md");
    assertThat(names(inbox.resolve("done"))).hasSize(2);
  }

  @Test
  void aFileTakenButNotRecordedBeforeACrashIsRecordedOnce() throws IOException {
    Files.createDirectories(inbox.resolve(".taken"));
    Files.writeString(inbox.resolve(".taken/20261121T200000Z-0a1b2c3d-q.md"), "How was it?");
    longrun.call("watch-inbox");
    longrun.call("watch-inbox");

    assertThat(column("asked_at")).containsExactly("2026-11-21T20:00:00Z");
    assertThat(column("answer_path")).containsExactly("answers/2026-11-21-2100-q.md");
    assertThat(names(inbox.resolve("done"))).containsExactly("STAMP-q.md");
  }

  @Test
  void aFileRecordedButNotMovedBeforeACrashIsNotAskedAgain() throws IOException {
    drop("q.md", "How was it?");
    longrun.call("watch-inbox");
    String takenAs = (String) column("taken_as").get(0);
    Files.move(theOnly(inbox.resolve("done"), ".md"), inbox.resolve(".taken").resolve(takenAs));
    longrun.call("watch-inbox");

    assertThat(column("text")).containsExactly("How was it?");
    assertThat(names(inbox.resolve(".taken"))).isEmpty();
    assertThat(names(inbox.resolve("done"))).hasSize(1);
  }

  @Test
  void windows1252IsUnderstood() throws IOException {
    Files.write(inbox.resolve("q.txt"), "Wie läuft’s – gut?".getBytes(Charset.forName("windows-1252")));
    longrun.call("watch-inbox");
    assertThat(column("text")).containsExactly("Wie läuft’s – gut?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\u0000\u0001binary"})
  void whatIsNoQuestionIsRefusedWithASentence(String text) throws IOException {
    drop("q.md", text);
    longrun.call("watch-inbox");

    assertThat(column("state")).containsExactly("failed");
    assertThat(names(inbox.resolve("failed"))).containsExactly("STAMP-q.md", "STAMP-q.md.error.txt");
    String sentence = error();
    assertThat(sentence).startsWith("The file is ").endsWith(".");
    assertThat(home.resolve("outbox/answers/2026-11-22-0712-q.md")).content().contains(sentence);
  }

  @Test
  void aQuestionOfMoreThan16KiBIsRefused() throws IOException {
    drop("just.md", "a".repeat(16 * 1024));
    drop("long.md", "a".repeat(16 * 1024 + 1));
    longrun.call("watch-inbox");
    assertThat(longrun.rows("select file_name from question where state = 'failed'")).first().hasToString("{file_name=long.md}");
    assertThat(longrun.value("select last_error from question where state = 'failed'").toString()).contains("16 KiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture.jpeg", "noending"})
  void otherFilesAreRefusedWithASentence(String name) throws IOException {
    drop(name, "x");
    longrun.call("watch-inbox");
    assertThat(names(inbox.resolve("failed"))).hasSize(2);
    assertThat(error()).contains("question").endsWith(".");
    assertThat(column("text")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hidden.md", "q.md~", "~q.md", "q.md.tmp", "q.md.part", "q.md.crdownload", ".q.md.swp", "q (conflicted copy).md",
        "q.sync-conflict-20261122-071200-ABCDEFG.md"
      })
  void hiddenTemporaryAndConflictFilesAreLeftAlone(String name) throws IOException {
    drop(name, "How was it?");
    longrun.call("watch-inbox");
    assertThat(inbox.resolve(name)).exists();
    assertThat(column("text")).isEmpty();
  }

  @Test
  void linksAndFoldersAreNotFollowed() throws IOException {
    Files.writeString(home.resolve("secret.md"), "secret");
    Files.createSymbolicLink(inbox.resolve("link.md"), home.resolve("secret.md"));
    Files.createDirectories(inbox.resolve("folder.md"));
    longrun.call("watch-inbox");
    assertThat(column("text")).isEmpty();
    assertThat(inbox.resolve("link.md")).isSymbolicLink();
  }

  @Test
  void aFileThatStillGrowsIsNotTaken() throws Exception {
    longrun.close();
    longrun = LongrunUnderTest.start(home, Map.of("INBOX_SETTLE_TIME", "400ms", "LONGRUN_CLOCK", "2026-11-22T06:12:00Z"));
    drop("q.md", "How was ");
    longrun.call("take-inbox");
    Files.writeString(inbox.resolve("q.md"), "How was it?", StandardCharsets.UTF_8);
    longrun.call("take-inbox");
    assertThat(column("text")).isEmpty();
    longrun.call("watch-inbox");
    assertThat(column("text")).containsExactly("How was it?");
  }

  @Test
  void hostileFileNamesBecomeHarmlessOnes() throws IOException {
    drop("a [x](y) `rm -rf` \u202Egpj.md", "How was it?");
    drop("....md", "How was it?");
    drop("n".repeat(200) + ".md", "How was it?");
    longrun.call("watch-inbox");
    assertThat(column("answer_path"))
        .containsExactlyInAnyOrder("answers/2026-11-22-0712-a-x-y-rm-rf-gpj.md", "answers/2026-11-22-0712-" + "n".repeat(57) + ".md");
  }

  @Test
  void longNamesAreCutBetweenCharacters() throws IOException {
    drop("\uD83D\uDC5F".repeat(50) + ".md", "How was it?");
    drop("走".repeat(70) + ".md", "How was it?");
    drop("plain.md", "How was it?");
    longrun.call("watch-inbox");
    assertThat(column("state")).containsExactly("queued", "queued", "queued");
    assertThat(names(inbox.resolve("done"))).hasSize(3);
    assertThat(home.resolve("outbox/answers/2026-11-22-0712-" + "走".repeat(57) + ".md")).exists();
  }
}
