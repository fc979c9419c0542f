package dev.longrun.log.said;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Derives runs again after something was said of them, inside the transaction in which it was said. */
public interface Rederivation {

  /** The runs around a point in time. */
  void around(Handle handle, Instant start);

  /** @param day every run that stands on this local date, as {@code YYYY-MM-DD} */
  void ofDay(Handle handle, String day);
}
