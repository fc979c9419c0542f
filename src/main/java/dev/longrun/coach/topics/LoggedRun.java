package dev.longrun.coach.topics;

import dev.longrun.log.RunKey;
import java.time.LocalDate;

/**
 * What a question can name a run by. Missing values are null.
 *
 * @param hour local hour of its start
 * @param type {@code race}, {@code long}, {@code tempo}, {@code interval}, {@code easy}
 * @param name text from outside
 */
record LoggedRun(
    LocalDate day,
    int no,
    Integer hour,
    String type,
    String sport,
    String name,
    boolean isRace,
    Double km,
    Double paceSPerKm,
    Double avgHrBpm,
    Double effort,
    Double feel,
    Double load,
    Double gainM,
    Double temperatureC,
    Double cadenceSpm) {
  RunKey key() {
    return new RunKey(day.toString(), no);
  }
}
