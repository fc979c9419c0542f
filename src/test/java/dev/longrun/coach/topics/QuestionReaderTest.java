package dev.longrun.coach.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longrun.coach.Embedder;
import dev.longrun.coach.topics.QuestionReader.Earlier;
import dev.longrun.log.RunKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {
  private static final LogCalendar LOG = DemoLog.read();
  private static final LocalDateTime NOW = DemoLog.FRIDAY_EVENING;
  @TempDir static Path home;
  private static QuestionReader reader;

  @BeforeAll
  static void loadTheModel() {
    Embedder embedder = new Embedder(home);
    reader = new QuestionReader(embedder::embed);
  }

  @Test
  void twoQuestionsInOneAreTwo() {
    List<Asked> asked = ask("How did I sleep last night, and should I run tomorrow?");
    assertEquals(List.of(Topic.MORNINGS, Topic.RUN_TOMORROW), asked.stream().map(Asked::topic).toList());
    assertEquals(LocalDate.of(2026, 11, 28), asked.get(1).period().from());
  }

  @Test
  void whatIsLeftOutIsThatOfTheQuestionBefore() {
    List<Asked> asked = ask("How far did I run in May? And in June?");
    assertEquals(List.of("May 2026", "June 2026"), asked.stream().map(one -> one.period().name()).toList());
    assertEquals(List.of(Topic.VOLUME, Topic.VOLUME), asked.stream().map(Asked::topic).toList());
  }

  @Test
  void aFollowUpGoesOnWithAQuestionOfTheLastDay() {
    Asked asked = ask("compared to April?", new Earlier("How far did I run in May?", NOW.minusHours(2)));
    assertEquals(Topic.COMPARE_PERIODS, asked.topic());
    assertEquals("May 2026", asked.period().name());
    assertEquals("April 2026", asked.other().name());
    assertEquals("June 2026", ask("and in June?", new Earlier("How far did I run in May?", NOW.minusHours(2))).period().name());
    assertEquals("the week from 9 November", ask("and the week before?", new Earlier("How was last week?", NOW.minusHours(2))).period().name());
  }

  @Test
  void aQuestionOfTheDayBeforeYesterdayIsForgotten() {
    assertTrue(ask("and in June?", new Earlier("Was it hot in May?", NOW.minusHours(30))).topic() != Topic.WEATHER);
  }

  @Test
  void aChattyTextIsReadByItsQuestion() {
    List<Asked> asked = ask("Hi there. Did 20 km on Sunday in the new place, the kids came along by bike. Legs felt awful. Why was it so hard?");
    assertEquals(1, asked.size());
    assertEquals(Topic.WHY_HARD, asked.get(0).topic());
    assertEquals(List.of(new RunKey("2026-11-22", 1)), asked.get(0).runs());
  }

  @Test
  void saysInAFewWordsHowItRead() {
    assertEquals("Read as: how much you ran, May 2026.", reader.read("how many km in may", NOW, LOG).how());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "???", "asdf", "shoes?", "\u0000\u0007\u202e", "Wie geht es dir?", "今週はどうでしたか", "1/0", "31 February", "99:99:99", "week 99", "in 999999999 weeks"})
  void anythingCanBeRead(String text) {
    assertEquals(1, reader.read(text, NOW, LOG).asked().size());
    assertEquals(1, reader.read(text, NOW, LogCalendar.empty()).asked().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "and ", "how ", "1", "1-", "since ", "the last ", "? ", "(((((", "how far in May? ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx! ", "10.10.", "between 3 and ", "marathno "})
  void aLongTextTakesNoLongerThanItsLength(String piece) {
    String text = piece.repeat(16 * 1024 / piece.length());
    reader.warmUp();
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> reader.read(text, NOW, LOG));
  }

  private static List<Asked> ask(String text) {
    return reader.read(text, NOW, LOG).asked();
  }

  private static Asked ask(String text, Earlier earlier) {
    return reader.read(text, NOW, LOG, earlier).asked().get(0);
  }
}
