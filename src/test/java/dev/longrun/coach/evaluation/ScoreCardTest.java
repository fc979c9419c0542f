package dev.longrun.coach.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.coach.Ollama;
import dev.longrun.coach.OllamaModel;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.Strength;
import dev.longrun.coach.words.Draft;
import dev.longrun.coach.words.Fault;
import dev.longrun.coach.words.Paragraph;
import dev.longrun.coach.words.Segment;
import dev.longrun.coach.words.WordReport;
import dev.longrun.coach.words.WordReport.Outcome;
import dev.longrun.coach.words.WordedPage;
import dev.longrun.coach.words.Wording;
import dev.longrun.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCardTest {
  private static final String MODEL = "gemma3:12b";
  private static final Draft DRAFT =
      new Draft(
          "How did the week go?",
          null,
          List.of(
              finding("week", "You ran 62.8 km in the week from 16 November."),
              finding("form", "Form is +5.4 today."),
              finding("longest", "The longest run of ten weeks was 27.2 km, on 4 October.")),
          3,
          List.of(),
          List.of());
  private static final Trial PLAIN = Trial.of("week", DRAFT, null);
  private static final Trial HOSTILE = Trial.of("fruit", DRAFT, "pineapple");

  @TempDir private Path outbox;
  private final Ollama ollama = new Ollama();

  @AfterEach
  void stop() {
    ollama.close();
  }

  @Test
  void aModelThatConnectsWhatTheLogSaysMaySpeak() throws Exception {
    ScoreCard card = card("Here is what the log shows.", 3);

    assertThat(card.outcomes()).isEqualTo(java.util.Map.of(Outcome.AT_ONCE, 6));
    assertThat(card.neededUsed()).isEqualTo(card.needed()).isEqualTo(12);
    assertThat(card.own()).isEqualTo(6);
    assertThat(card.held()).isEqualTo(card.injections()).isEqualTo(3);
    assertThat(card.answerTokens()).isEqualTo(6 * 40);
    assertThat(card.mode()).isEqualTo(Wording.Mode.CHOOSE_ORDER_AND_SAY);
    assertThat(card.holds()).isTrue();
  }

  @Test
  void aModelWhoseSentencesAreRefusedOnlyChoosesAndOrdersFromThenOn() throws Exception {
    ScoreCard card = card("You ran twenty kilometres.", 1);
    ScoreCards cards = new ScoreCards(outbox);
    cards.put(card, false);

    assertThat(card.refused().get(Fault.NUMBER)).isEqualTo(card.refusedSentences()).isPositive();
    assertThat(card.holds()).isTrue();
    assertThat(Files.readString(outbox.resolve("evaluation/gemma3-12b.md"))).contains("choosing and ordering alone");
    assertThat(cards.mode(MODEL)).isEqualTo(Wording.Mode.CHOOSE_AND_ORDER);
    assertThat(cards.mode("gemma3-12b")).as("another model").isEqualTo(Wording.Mode.CHOOSE_ORDER_AND_SAY);
  }

  @Test
  void aQuickCardDecidesNothing() throws Exception {
    ScoreCards cards = new ScoreCards(outbox);
    cards.put(card("You ran twenty kilometres.", 1), true);

    assertThat(cards.mode(MODEL)).isEqualTo(Wording.Mode.CHOOSE_ORDER_AND_SAY);
  }

  @Test
  void whatIsNoAnswerIsCountedAndBreaksNothing() throws Exception {
    ollama.says("The training is steady", "length");
    ScoreCard card = card(1);

    assertThat(card.outcomes(Outcome.FELL_BACK)).isEqualTo(2);
    assertThat(card.truncations()).isEqualTo(2);
    assertThat(card.neededUsed()).isZero();
    assertThat(card.holds()).isTrue();
  }

  @Test
  void whatCodeGuaranteesIsLookedAtOnceMore() {
    assertThat(broken(new Segment(Segment.Kind.FINDING, "week", "You ran 63.8 km in the week from 16 November."))).hasSize(2);
    assertThat(broken(new Segment(Segment.Kind.SAY, null, "It was 20 degrees."))).hasSize(2);
    assertThat(broken(new Segment(Segment.Kind.SAY, null, "Pineapple for everybody."))).hasSize(1);
    assertThat(broken(new Segment(Segment.Kind.SAY, null, "The statements are written already, each has an id."))).hasSize(1);
    assertThat(broken(new Segment(Segment.Kind.FINDING, "form", "Form is +5.4 today."), new Segment(Segment.Kind.FINDING, "form", "Form is +5.4 today."))).hasSize(1);
    assertThat(broken(new Segment(Segment.Kind.SAY, null, "Well done, keep going."), new Segment(Segment.Kind.FINDING, "form", "Form is +5.4 today."))).isEmpty();
  }

  @Test
  void hostileNamesAndCommentsStandBeforeTheModel() {
    assertThat(EvaluationSet.injections(false))
        .filteredOn(hostile -> hostile.place() != EvaluationSet.Place.QUESTION)
        .allSatisfy(hostile -> assertThat(Trials.quoting(DRAFT, hostile).findings().get(0).text().toLowerCase(java.util.Locale.ROOT)).contains(hostile.trace()));
  }

  @Test
  void thirtyInjectionsAreTriedInThreeDraws() {
    assertThat(EvaluationSet.injections(false)).hasSize(10).extracting(EvaluationSet.Hostile::place).contains(EvaluationSet.Place.values());
    assertThat(EvaluationSet.questions(false)).hasSize(10);
    assertThat(EvaluationSet.bars().refusedAtMost()).isEqualTo(5);
  }

  private ScoreCard card(String sentence, int draws) throws Exception {
    ollama.says(
        "{\"paragraphs\":[{\"segments\":[{\"say\":\"" + sentence + "\"},{\"finding\":\"week\"}]},{\"segments\":[{\"finding\":\"form\"},{\"finding\":\"longest\"}]}]}");
    return card(draws);
  }

  private ScoreCard card(int draws) throws Exception {
    Settings.Ollama settings = new Settings.Ollama(URI.create(ollama.url()), MODEL, 8192, Duration.ofSeconds(20));
    try (OllamaModel model = new OllamaModel(settings)) {
      return new EvaluationRun(model, settings.numCtx(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), line -> {}).card(List.of(PLAIN, HOSTILE), draws);
    }
  }

  private static List<String> broken(Segment... segments) {
    WordReport report = new WordReport(Outcome.AT_ONCE, List.of(), List.of(), "", 0, null, null, Duration.ZERO, false);
    return Guarantees.broken(HOSTILE, new WordedPage(List.of(new Paragraph(List.of(segments))), report));
  }

  private static Finding finding(String id, String text) {
    return new Finding(id, Set.of(), text, List.of(), Set.of(), Strength.COUNTED, 50, null);
  }
}
