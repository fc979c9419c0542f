package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.coach.Memory.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryRulesTest {
  private static final Instant ASKED = Instant.parse("2026-11-22T06:00:00Z");
  private final MemoryRules rules = new MemoryRules(Duration.ofDays(30), 3, 1.0);

  private static Candidate question(String reference, int daysAgo, double distance) {
    return asked(reference, daysAgo, distance, "about " + reference);
  }

  private static Candidate week(String reference, int daysAgo, double distance) {
    return new Candidate("week", reference, ASKED.minus(Duration.ofDays(daysAgo)), null, "a", distance);
  }

  private List<String> used(List<Candidate> candidates) {
    return rules.choose(candidates, Optional.empty(), ASKED).used().stream().map(Candidate::reference).toList();
  }

  @Test
  void theBestOnesAreUsedInTheOrderOfTime() {
    assertThat(used(List.of(question("near", 2, 0.1), question("far", 20, 0.6), question("middle", 9, 0.3), question("left out", 3, 0.8))))
        .containsExactly("far", "middle", "near");
  }

  @Test
  void aCandidateAtTheLargestDistanceIsDropped() {
    assertThat(used(List.of(question("at it", 1, 1.0), question("below it", 1, 0.999)))).containsExactly("below it");
  }

  @Test
  void ofTwoAboutEquallyNearOnesTheNewerIsPreferred() {
    MemoryRules one = new MemoryRules(Duration.ofDays(30), 1, 1.0);
    Candidate older = question("older", 27, 0.50);
    Candidate newer = question("newer", 3, 0.57);
    assertThat(one.choose(List.of(older, newer), Optional.empty(), ASKED).used()).containsExactly(newer);
    Candidate clearlyNearer = question("clearly nearer", 27, 0.40);
    assertThat(one.choose(List.of(clearlyNearer, newer), Optional.empty(), ASKED).used()).containsExactly(clearlyNearer);
  }

  @Test
  void onlyOneSummaryIsAmongTheBest() {
    assertThat(used(List.of(week("2026-W45", 10, 0.1), week("2026-W46", 3, 0.2), question("1", 5, 0.5)))).containsExactly("2026-W45", "1");
  }

  @Test
  void theLastQuestionOfThePastDayIsAddedHoweverFarItIs() {
    Candidate last = question("last", 0, 1.7);
    Recollection recollection =
        rules.choose(List.of(question("a", 4, 0.1), question("b", 3, 0.1), question("c", 2, 0.1), last), Optional.of(last), ASKED);
    assertThat(recollection.used()).extracting(Candidate::reference).containsExactly("a", "b", "c", "last");
    assertThat(recollection.refused()).isEmpty();
  }

  private static Candidate asked(String reference, int daysAgo, double distance, String question) {
    return new Candidate("question", reference, ASKED.minus(Duration.ofDays(daysAgo)), question, "a", distance);
  }

  @Test
  void aQuestionAskedSeveralTimesTakesOnePlaceWithItsNewestAnswer() {
    Recollection recollection =
        rules.choose(
            List.of(
                asked("1", 20, 0.1, "How is my form?"),
                asked("2", 10, 0.1, "how's my form"),
                asked("3", 2, 0.5, "How is my form??"),
                asked("4", 3, 0.6, "How far did I run in October?"),
                asked("5", 4, 0.7, "How far did I run in November?")),
            Optional.empty(),
            ASKED);
    assertThat(recollection.used()).extracting(Candidate::reference).containsExactly("5", "4", "3");
    assertThat(recollection.refused()).extracting(Recollection.Refused::reason).containsOnly("the same question was asked again later");
    assertThat(recollection.refused()).extracting(refused -> refused.memory().reference()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void theLastQuestionStandsForEarlierOnesThatAskTheSame() {
    Candidate last = asked("last", 0, 1.2, "Should I run tomorow?");
    Recollection recollection = rules.choose(List.of(asked("earlier", 4, 0.1, "should I run tomorrow"), last), Optional.of(last), ASKED);
    assertThat(recollection.used()).containsExactly(last);
    assertThat(recollection.refused()).extracting(refused -> refused.memory().reference()).containsExactly("earlier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How is my form?|hows my form",
        "Please, what is my VO2max?|What's my VO2max",
        "Can I run sub 3 in Hamburg?|can i run sub 3 in hambrug",
        "Which shoe for Sunday?|Which shoes for Sunday",
        "???|???"
      })
  void theSameWordsAreTheSameQuestion(String one, String other) {
    assertThat(SameQuestion.is(one, other)).isTrue();
    assertThat(SameQuestion.is(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Can I run sub 3 in Hamburg?|Can I run sub 4 in Hamburg?",
        "Was 4:30 too fast?|Was 4:31 too fast?",
        "How far did I run in June?|How far did I run in July?",
        "How was Sunday?|How was Monday?",
        "Did the heat matter?|Did the heart matter?",
        "How is my form?|How is my form since Hamburg?",
        "Is 1.5 km far?|Is 15 km far?",
        "?|How is my form?"
      })
  void anotherThingMakesAnotherQuestion(String one, String other) {
    assertThat(SameQuestion.is(one, other)).isFalse();
  }
}
