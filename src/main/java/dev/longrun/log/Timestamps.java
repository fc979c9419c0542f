package dev.longrun.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the database writes them: whole seconds, always {@code YYYY-MM-DDTHH:MM:SSZ}, so that text order is time order. */
public final class Timestamps {
  private Timestamps() {}

  public static String of(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public static Instant parse(String text) {
    return text == null ? null : Instant.parse(text);
  }
}
