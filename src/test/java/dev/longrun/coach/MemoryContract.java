package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.Measured;
import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Database;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every vector store must do: find the same conversations in the same order. */
abstract class MemoryContract {
  private static final Instant ASKED = Instant.parse("2026-11-22T06:00:00Z");

  @TempDir Path home;
  private Database database;
  private Settings settings;
  private MemoryIndex index;
  private Memory memory;

  abstract MemoryIndex open(Path home);

  /** Loses everything that is in the store. */
  abstract void lose(MemoryIndex index) throws Exception;

  @BeforeEach
  void open() {
    settings = LongrunUnderTest.settings(home, Map.of("LONGRUN_CLOCK", ASKED.toString()));
    database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema());
    restart();
  }

  @AfterEach
  void close() throws Exception {
    lose(index);
    database.close();
  }

  private void restart() {
    index = open(home);
    memory = new Memory(settings, new Conversations(database, settings.clock()), new Embedder(home.resolve("models")), index);
  }

  private void held(String kind, String reference, String heldAt, String question, String words) {
    database.writing()
        .useTransaction(handle -> Conversations.remember(handle, kind, reference, Instant.parse(heldAt), question, words));
  }

  private List<String> recalled(String question) {
    Recollection recollection = memory.recall(question, ASKED);
    assertThat(recollection.trouble()).isNull();
    return recollection.used().stream().map(Memory.Candidate::reference).toList();
  }

  private void aFewConversations() {
    held("question", "shoes", "2026-11-10T08:00:00Z", "Which shoes should I wear for the long run?", "The Adios are near their limit, take the others.");
    held("question", "calf", "2026-11-14T08:00:00Z", "My left calf hurts after the intervals, what now?", "Rest it, and see a physician if it stays.");
    held("question", "pacing", "2026-11-17T08:00:00Z", "How should I pace the marathon?", "Start easy and keep an even pace.");
    held("week", "2026-W46", "2026-11-16T06:00:00Z", null, "Windy and cold on all days.");
    held("question", "old", "2026-10-01T08:00:00Z", "Which shoes are best for me?", "The lighter ones.");
  }

  @Test
  void findsWhatIsAboutTheSameThingWithinTheWindow() {
    aFewConversations();
    assertThat(recalled("Which shoes should I wear on Sunday?")).contains("shoes").doesNotContain("old", "calf");
    assertThat(recalled("My calf still hurts after the intervals.")).contains("calf").doesNotContain("shoes");
  }

  @Test
  void findsTheSameInTheSameOrderAsPlainArithmetic() throws Exception {
    aFewConversations();
    memory.catchUp();
    Embedder embedder = new Embedder(home.resolve("models"));
    float[] question = embedder.embed("Which shoes should I wear on Sunday?");
    Conversations conversations = new Conversations(database, settings.clock());
    List<Conversation> all = conversations.between(ASKED.minusSeconds(30 * 86_400L), ASKED);
    List<String> expected =
        all.stream().sorted((a, b) -> Double.compare(distance(question, a.vector()), distance(question, b.vector()))).map(Conversation::id).toList();

    List<MemoryIndex.Hit> hits = index.nearest(question, ASKED.minusSeconds(30 * 86_400L), ASKED);

    assertThat(hits).extracting(MemoryIndex.Hit::id).containsExactlyElementsOf(expected);
    Conversation nearest = all.stream().filter(conversation -> conversation.id().equals(expected.get(0))).findFirst().orElseThrow();
    assertThat(hits.get(0).distance()).isCloseTo(distance(question, nearest.vector()), within(1e-4));
  }

  @Test
  void aConversationAtTheMomentOfTheQuestionOrBeforeTheWindowIsNotFound() {
    held("question", "now", ASKED.toString(), "Which shoes?", "These.");
    held("question", "just inside", ASKED.minusSeconds(30 * 86_400L).toString(), "Which shoes?", "These.");
    held("question", "just outside", ASKED.minusSeconds(30 * 86_400L + 1).toString(), "Which shoes?", "These.");
    assertThat(recalled("Which shoes?")).containsExactly("just inside");
  }

  @Test
  void theLastConversationOfThePastDayIsThereForAFollowUp() {
    held("question", "yesterday", "2026-11-21T20:00:00Z", "How do I make pancakes?", "That is no running question.");
    assertThat(recalled("And what about Tuesday?")).containsExactly("yesterday");
  }

  @Test
  void aSummaryInBetweenDoesNotTakeThePlaceOfTheLastQuestion() {
    held("question", "yesterday", "2026-11-21T20:00:00Z", "How do I make pancakes?", "That is no running question.");
    held("week", "2026-W47", "2026-11-22T05:00:00Z", null, "Windy and cold on all days.");
    assertThat(recalled("And what about Tuesday?")).containsExactly("yesterday");
  }

  @Test
  void theSameQuestionAskedOftenLeavesRoomForOthers() {
    held("question", "1", "2026-11-10T08:00:00Z", "Which shoes should I wear on Sunday?", "Take the Boston.");
    held("question", "2", "2026-11-12T08:00:00Z", "which shoes should i wear on sunday", "Take the Boston.");
    held("question", "3", "2026-11-14T08:00:00Z", "Which shoes should I wear on Sunday??", "Take the Boston.");
    held("question", "other", "2026-11-15T08:00:00Z", "Are the Boston still good shoes for the long run on Sunday?", "They have 400 km.");
    assertThat(recalled("Which shoes should I wear on Sunday?")).containsExactly("3", "other");
  }

  @Test
  void recallsAtLeastAsMuchAsTheOrderOfDistanceAlone() throws Exception {
    List<RecallPairs.Row> rows = RecallPairs.read();
    rows.forEach(row -> held(row.kind(), row.reference(), ASKED.minus(Duration.ofDays(row.days())).toString(), row.earlier(), row.shortAnswer()));
    memory.catchUp();
    RecallPairs.Measured measured =
        RecallPairs.measure(rows, index, new Embedder(home.resolve("models")), settings.memory(), ASKED);

    Measured.keep("memory-" + index.getClass().getSimpleName(), measured);

    assertThat(measured.pairs()).isGreaterThanOrEqualTo(60);
    assertThat(measured.byRules()).isGreaterThanOrEqualTo(measured.byDistance());
  }

  @Test
  void whatWasForgottenIsTakenOutOfTheStoreToo() throws Exception {
    aFewConversations();
    memory.catchUp();
    assertThat(index.size()).isEqualTo(5);
    Memory.forgetEverything(database);
    memory = new Memory(settings, new Conversations(database, settings.clock()), new Embedder(home.resolve("models")), index);
    memory.catchUp();
    assertThat(index.size()).isZero();
    held("question", "new", "2026-11-21T20:00:00Z", "Which shoes?", "These.");
    assertThat(recalled("Which shoes?")).containsExactly("new");
  }

  @Test
  void anOldSummaryThatIsWrittenAgainIsNoConversationOfThePastDay() {
    held("week", "2026-W44", "2026-11-02T06:00:00Z", null, "Windy and cold on all days.");
    held("week", "2026-W44", "2026-11-22T05:00:00Z", null, "Warm on all days.");
    assertThat(new Conversations(database, settings.clock()).between(ASKED.minusSeconds(86_400), ASKED)).isEmpty();
  }

  @Test
  void ofASummaryOnlyTheCurrentVersionIsFound() {
    held("week", "2026-W46", "2026-11-16T06:00:00Z", null, "Wear other shoes on the long run on Sunday.");
    memory.catchUp();
    held("week", "2026-W46", "2026-11-16T08:00:00Z", null, "The weather was cold and windy on all days.");
    memory.catchUp();

    assertThat(memory.recall("Which shoes should I wear on Sunday?", ASKED).used()).extracting(Memory.Candidate::shortAnswer).noneMatch(text -> text.contains("shoes"));
    assertThat(memory.recall("Was it cold and windy?", ASKED).used()).extracting(Memory.Candidate::shortAnswer)
        .containsExactly("The weather was cold and windy on all days.");
  }

  @Test
  void aStoreThatLostEverythingIsFilledAgainFromTheDatabase() throws Exception {
    aFewConversations();
    assertThat(recalled("Which shoes should I wear on Sunday?")).contains("shoes");
    lose(index);
    restart();
    assertThat(recalled("Which shoes should I wear on Sunday?")).contains("shoes");
  }

  private static double distance(float[] one, float[] other) {
    double dot = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      a += one[i] * one[i];
      b += other[i] * other[i];
    }
    return 2 * (1 - dot / Math.sqrt(a * b));
  }
}
