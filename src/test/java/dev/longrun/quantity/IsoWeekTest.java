package dev.longrun.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IsoWeekTest {
  @Test
  void theDaysAroundTheNewYearAreInTheYearThatMostOfTheirWeekIsIn() {
    assertThat(IsoWeek.of(LocalDate.of(2027, 1, 3)).name()).isEqualTo("2026-W53");
    assertThat(IsoWeek.of(LocalDate.of(2024, 12, 30)).name()).isEqualTo("2025-W01");
  }

  @Test
  void aNumberThatTheYearDoesNotHaveIsNoWeek() {
    assertThat(IsoWeek.of(2026, 53)).get().extracting(IsoWeek::monday).isEqualTo(LocalDate.of(2026, 12, 28));
    assertThat(IsoWeek.of(2025, 53)).isEmpty();
    assertThat(IsoWeek.of(2026, 0)).isEmpty();
    assertThat(IsoWeek.of(2026, 60)).isEmpty();
  }

  @Test
  void itEndsOnTheSundayAfterItsMonday() {
    IsoWeek week = IsoWeek.of(LocalDate.of(2026, 11, 18));
    assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 11, 16));
    assertThat(week.sunday()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThatThrownBy(() -> new IsoWeek(week.sunday())).isInstanceOf(IllegalArgumentException.class);
  }
}
