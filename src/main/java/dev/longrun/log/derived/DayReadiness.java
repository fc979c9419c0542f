package dev.longrun.log.derived;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

final class DayReadiness {
  static void derive(Handle handle, LocalDate from, LocalDate end, int version) {}
}
