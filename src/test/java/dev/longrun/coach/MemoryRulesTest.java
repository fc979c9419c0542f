package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.coach.Memory.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryRulesTest {
  private static final Instant ASKED = Instant.parse("2026-11-22T06:00:00Z");
  private final MemoryRules rules = new MemoryRules(Duration.ofDays(30), 3, 1.0);

  private static Candidate question(String reference, int daysAgo, double distance) {
    return new Candidate("question", reference, ASKED.minus(Duration.ofDays(daysAgo)), "q", "a", distance);
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
  void theLastConversationOfThePastDayIsAddedHoweverFarItIs() {
    Candidate last = question("last", 0, 1.7);
    Recollection recollection =
        rules.choose(List.of(question("a", 4, 0.1), question("b", 3, 0.1), question("c", 2, 0.1), last), Optional.of(last), ASKED);
    assertThat(recollection.used()).extracting(Candidate::reference).containsExactly("a", "b", "c", "last");
    assertThat(recollection.refused()).isEmpty();
  }
}
