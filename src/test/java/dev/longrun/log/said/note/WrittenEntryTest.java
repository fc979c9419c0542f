package dev.longrun.log.said.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.said.note.NoteEntry.Happening;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** These texts lie in databases: whoever changes one writes a migration. */
class WrittenEntryTest {
  private static final RunReference DAY = new RunReference.OfDay(LocalDate.of(2026, 11, 20));
  private static final RunReference SECOND = new RunReference.Numbered(LocalDate.of(2026, 11, 20), 2);
  private static final RunReference MINUTE = new RunReference.AtMinute(LocalDateTime.of(2026, 11, 20, 18, 5));

  @Test
  void whatIsSaidOfARunIsWrittenWithItsValues() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("effort", 7);
    words.put("shoe", null);
    assertThat(WrittenEntry.of(new NoteEntry.OfRun(DAY, words))).isEqualTo("run: 2026-11-20 {effort=7, shoe=null}");
  }

  @Test
  void decisionsAboutRunsAreWrittenByTheRunsTheyName() {
    assertThat(WrittenEntry.of(new NoteEntry.Delete(SECOND))).isEqualTo("delete: 2026-11-20#2");
    assertThat(WrittenEntry.of(new NoteEntry.Keep(MINUTE))).isEqualTo("keep: 2026-11-20 18:05");
    assertThat(WrittenEntry.of(new NoteEntry.Merge(DAY, new RunReference.Latest()))).isEqualTo("merge: 2026-11-20, latest");
    assertThat(WrittenEntry.of(new NoteEntry.Apart(DAY, SECOND))).isEqualTo("apart: 2026-11-20, 2026-11-20#2");
    assertThat(WrittenEntry.of(new NoteEntry.Apart(DAY, null))).isEqualTo("apart: 2026-11-20");
  }

  @Test
  void daysShoesAndTheRunnerAreWrittenWithTheirDetails() {
    LocalDate from = LocalDate.of(2026, 10, 1);
    assertThat(WrittenEntry.of(new NoteEntry.OfDays(Happening.INJURY, from, from.plusDays(3), Map.of("body_part", "calf"), true)))
        .isEqualTo("injury: 2026-10-01..2026-10-04 {body_part=calf} removed");
    assertThat(WrittenEntry.of(new NoteEntry.OfShoe("Brisk", Map.of("retire_at_km", 700.0)))).isEqualTo("shoe: Brisk {retire_at_km=700.0}");
    assertThat(WrittenEntry.of(new NoteEntry.OfRunner(from, Map.of("max_hr_bpm", 189.0)))).isEqualTo("runner: 2026-10-01 {max_hr_bpm=189.0}");
  }
}
