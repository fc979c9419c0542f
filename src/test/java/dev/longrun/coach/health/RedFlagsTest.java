package dev.longrun.coach.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedFlagsTest {
  private static final String HARMLESS = "-";

  private record Labelled(String kind, String phrase, boolean heldOut) {
    boolean isHarmless() {
      return kind.equals(HARMLESS);
    }

    boolean isFlagged() {
      return !RedFlags.in(phrase).isEmpty();
    }

    boolean isOfItsKind() {
      return RedFlags.in(phrase).stream().anyMatch(flag -> flag.id().equals(kind));
    }
  }

  @Test
  void noRedFlagOfTheLabelledPhrasesIsMissed() throws IOException {
    assertThat(labelled()).filteredOn(one -> !one.isHarmless()).hasSizeGreaterThan(80).allMatch(Labelled::isFlagged);
  }

  @Test
  void everyRedFlagIsAnsweredByTheTextOfItsKind() throws IOException {
    assertThat(labelled()).filteredOn(one -> !one.isHarmless()).allMatch(Labelled::isOfItsKind);
  }

  @Test
  void atMostFiveInAHundredHarmlessPhrasesAreAlarms() throws IOException {
    List<Labelled> harmless = labelled().stream().filter(Labelled::isHarmless).toList();
    List<Labelled> alarms = harmless.stream().filter(Labelled::isFlagged).toList();

    assertThat(harmless).hasSizeGreaterThan(40);
    assertThat(alarms).hasSizeLessThanOrEqualTo(harmless.size() / 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no chest pain", "no fever, cough or chest pain", "I had no palpitations", "without any numbness", "I did not faint"})
  void whatIsSaidNotToBeIsNoRedFlag(String phrase) {
    assertThat(RedFlags.in(phrase)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no sleep, chest pain", "no idea why my chest hurts", "never chest pain until today", "no chest pain before, only now",
        "no fever, but I fainted", "isn't my chest pain dangerous?", "no doctor for my chest pain yet", "CHEST PAIN", "chest  \n pain", "сhest ‑ chest-pain"
      })
  void aNoThatTakesNothingBackHidesNoRedFlag(String phrase) {
    assertThat(RedFlags.in(phrase)).isNotEmpty();
  }

  @Test
  void theMostUrgentKindComesFirst() {
    assertThat(RedFlags.in("numb foot, and I want to kill myself")).extracting(RedFlag::id).containsExactly("self-harm", "numb");
  }

  @Test
  void everyTextSaysWhatToDoAndWhomToCall() {
    assertThat(RedFlags.all())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            flag -> {
              assertThat(flag.says()).hasSizeGreaterThanOrEqualTo(3);
              assertThat(flag.markdown()).startsWith("**").contains("doctor").contains("112").contains("no training advice");
            });
  }

  @Test
  void emptyTextHasNone() {
    assertThat(RedFlags.in(null)).isEmpty();
    assertThat(RedFlags.in("  ")).isEmpty();
  }

  private static List<Labelled> labelled() throws IOException {
    try (InputStream input = RedFlagsTest.class.getResourceAsStream("/health/phrases.tsv")) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Labelled(cells[0], cells[1], cells[2].equals("held out")))
          .toList();
    }
  }
}
