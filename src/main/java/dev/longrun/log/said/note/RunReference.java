package dev.longrun.log.said.note;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How a runner names a run. */
public sealed interface RunReference {

  /** One way of writing it, however it was written. The database keeps it. */
  String written();

  /** The run that started last. */
  record Latest() implements RunReference {
    @Override
    public String written() {
      return "latest";
    }

    @Override
    public String toString() {
      return written();
    }
  }

  /** The only run of a day. */
  record OfDay(LocalDate day) implements RunReference {
    @Override
    public String written() {
      return day.toString();
    }

    @Override
    public String toString() {
      return written();
    }
  }

  /** @param no counted from 1 by start time, as in the log */
  record Numbered(LocalDate day, int no) implements RunReference {
    @Override
    public String written() {
      return day + "#" + no;
    }

    @Override
    public String toString() {
      return written();
    }
  }

  /** @param minute by the runner's clock */
  record AtMinute(LocalDateTime minute) implements RunReference {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** How well a person remembers when they set off. */
    private static final Duration NEAR = Duration.ofMinutes(30);

    public AtMinute {
      minute = minute.truncatedTo(ChronoUnit.MINUTES);
    }

    public LocalDate day() {
      return minute.toLocalDate();
    }

    public LocalTime time() {
      return minute.toLocalTime();
    }

    /** How far the run's start is from the given time; a run the time falls into is meant too. */
    public boolean fits(LocalDateTime start, LocalDateTime end) {
      return distance(start).compareTo(NEAR) <= 0 || (!minute.isBefore(start) && !minute.isAfter(end));
    }

    public Duration distance(LocalDateTime start) {
      return Duration.between(start.truncatedTo(ChronoUnit.MINUTES), minute).abs();
    }

    @Override
    public String written() {
      return TEXT.format(minute);
    }

    @Override
    public String toString() {
      return written();
    }
  }

  /** Reads back what {@link #written()} wrote of a day or a minute. */
  static RunReference awaited(String text) {
    return text.length() == "2026-11-20".length()
        ? new OfDay(LocalDate.parse(text))
        : new AtMinute(LocalDateTime.parse(text, AtMinute.TEXT));
  }
}
