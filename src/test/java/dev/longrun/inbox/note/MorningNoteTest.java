package dev.longrun.inbox.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.said.note.NoteEntry.OfMorning;
import dev.longrun.log.said.note.NoteItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MorningNoteTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "morning: 2026-11-27\nresting_hr: 47\nhrv: 62\nsleep: 7:20\nweight_kg: 61.5\n",
        "- morning: today\n  resting_hr: 47 bpm\n  hrv: 62 ms\n  sleep: 7h20\n  weight_kg: 61,5 kg\n",
        "{morning: 2026-11-27, resting_hr: 47, hrv: 62, sleep: 7:20, weight_kg: 61.5}\n",
        "- {morning: 2026-11-27, resting_hr: 47, hrv: 62, sleep: '7:20', weight_kg: 61.5}\n",
        "morning: 2026-11-27, resting_hr: 47, hrv: 62, sleep: 7:20, weight_kg: 61.5\n",
        "morning: 2026-11-27, resting_hr: 47, hrv: 62, sleep: 7:20, weight_kg: 61.5  # on waking: at once\n",
        "morning: 2026-11-27  # on waking: at once\nresting_hr: 47\nhrv: 62\nsleep: 7:20\nweight_kg: 61.5\n",
        "morning: 2026-11-27 resting_hr: 47 hrv: 62 sleep: 7:20 weight_kg: 61.5\n"
      })
  void aMorningIsNotedAsABlockOrInOneLine(String text) {
    assertThat(NoteParser.parse(text, TODAY))
        .extracting(NoteItem::entry)
        .containsExactly(
            new OfMorning(TODAY, Map.of("resting_hr_bpm", 47.0, "hrv_rmssd_ms", 62.0, "sleep_s", 7 * 3600.0 + 20 * 60, "weight_kg", 61.5)));
  }

  @ParameterizedTest
  @CsvSource({"7:20,26400", "07:20,26400", "7h20,26400", "7 h 20 min,26400", "7.5,27000", "'7,5 h',27000", "7h,25200", "8,28800", "6:05:30,21900"})
  void sleepIsHoursAndMinutesHoweverTheyAreWritten(String written, double seconds) {
    assertThat(NoteParser.parse("morning: today\nsleep: " + written, TODAY))
        .extracting(NoteItem::entry)
        .containsExactly(new OfMorning(TODAY, Map.of("sleep_s", seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep: 7:75", "sleep: 25", "sleep: 0", "resting_hr: 0", "resting_hr: 200", "hrv: 0", "hrv: 62%", "weight_kg: 7", "effort: 7"})
  void whatNoMorningCanBeIsRefusedWithItsLine(String field) {
    List<NoteItem> items = NoteParser.parse("morning: 2026-11-27\n" + field, TODAY);

    assertThat(items).hasSize(1);
    assertThat(items.get(0).complaints()).singleElement().asString().startsWith("Line ");
  }

  @Test
  void aMorningThatIsStillToComeIsRefused() {
    assertThat(NoteParser.parse("morning: 2026-11-28\nresting_hr: 47", TODAY).get(0).complaints())
        .singleElement()
        .asString()
        .contains("still to come");
  }
}
