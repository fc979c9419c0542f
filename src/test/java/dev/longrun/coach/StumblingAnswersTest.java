package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that fails in a way that nobody thought of: noted as an attempt, left alone for longer each time, given up visibly. */
class StumblingAnswersTest {
  @TempDir Path home;
  private Ollama ollama;
  private LongrunUnderTest longrun;

  @BeforeEach
  void aQuestion() throws Exception {
    ollama = new Ollama();
    ollama.says("You ran well.");
    start();
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("inbox/how-was-it.md"), "How was it?");
    longrun.call("watch-inbox");
    longrun.call("draft-answers");
  }

  @AfterEach
  void stop() {
    longrun.close();
    ollama.close();
  }

  private void start() throws Exception {
    longrun =
        LongrunUnderTest.start(
            home,
            Map.of("OLLAMA_URL", ollama.url(), "OLLAMA_TIMEOUT", "4s", "INBOX_SETTLE_TIME", "50ms", "LONGRUN_CLOCK", "2026-11-22T06:12:00Z"));
  }

  private void startAgain() throws Exception {
    longrun.close();
    start();
  }

  private void execute(String sql) {
    longrun.service().database().writing().useTransaction(handle -> handle.execute(sql));
  }

  private String answer() throws IOException {
    return Files.readString(home.resolve("outbox").resolve((String) longrun.value("select answer_path from question")));
  }

  @Test
  void anAnswerThatCannotBeStoredIsTriedLessAndLessOftenAndThenGivenUpVisibly() throws Exception {
    execute("update question set state = 'queued', answer = null");
    execute("create trigger no_room before update on question when new.state = 'provisional' begin select raise(abort, 'made up'); end");
    for (int beat = 0; beat < 5; beat++) {
      longrun.call("draft-answers");
    }
    assertThat(longrun.rows("select attempts, state, last_error like 'Something unexpected%' as noted from question"))
        .containsExactly(Map.of("attempts", 1, "state", "queued", "noted", 1));

    startAgain();
    longrun.call("draft-answers");
    startAgain();
    longrun.call("draft-answers");
    assertThat(longrun.value("select state from question")).isEqualTo("failed");
    assertThat(answer()).contains("> How was it?", "Something unexpected went wrong", "3 times").doesNotContain("Exception", "made up");
  }

  @Test
  void aQuestionWhoseFactsCannotBeHadIsGivenUpWithoutThem() throws Exception {
    execute("drop view counted_run");
    execute("create view counted_run as select no_such_function(1)");
    execute("update question set state = 'queued', answer = null, attempts = 2");
    longrun.call("draft-answers");
    assertThat(longrun.value("select state from question")).isEqualTo("failed");
    assertThat(answer()).contains("> How was it?", "Something unexpected went wrong").doesNotContain("no_such_function");
  }

  @Test
  void oneQuestionThatFailsKeepsNoOtherFromItsAnswer() throws Exception {
    execute("create trigger no_room before insert on conversation when new.question = 'How was it?' begin select raise(abort, 'made up'); end");
    Files.writeString(home.resolve("inbox/next.md"), "And what now?");
    longrun.call("watch-inbox");
    longrun.call("draft-answers");
    longrun.call("answer-questions");
    assertThat(longrun.rows("select file_name, state from question order by question_id"))
        .containsExactly(Map.of("file_name", "how-was-it.md", "state", "provisional"), Map.of("file_name", "next.md", "state", "answered"));
  }

  @Test
  void aDatabaseThatCannotBeWrittenKeepsTheModelFromBeingAskedForNothing() {
    longrun.service().database();
    Jdbi writer = longrun.service().database().writing();
    writer.useHandle(handle -> handle.execute("pragma query_only = on"));
    longrun.call("answer-questions");
    longrun.call("answer-questions");
    assertThat(ollama.requests()).isEmpty();
    writer.useHandle(handle -> handle.execute("pragma query_only = off"));
    assertThat(longrun.value("select attempts from question")).isEqualTo(0);
  }
}
