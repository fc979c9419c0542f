package dev.longrun.source.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dates of {@code activities.csv}: UTC without saying so, written as the account's language writes them. */
final class StravaDate {
  private static final List<String> PATTERNS =
      List.of(
          "MMM d, yyyy, h:mm:ss a", "MMM d, yyyy, H:mm:ss", "d MMM yyyy, H:mm:ss", "d MMM. yyyy, H:mm:ss", "d MMM yyyy, h:mm:ss a",
          "d. MMM yyyy, H:mm:ss", "d. MMM. yyyy, H:mm:ss", "d 'de' MMM 'de' yyyy, H:mm:ss", "d 'de' MMM. 'de' yyyy, H:mm:ss",
          "d.M.yyyy, H:mm:ss", "yyyy-M-d, H:mm:ss", "yyyy-M-d H:mm:ss", "yyyy/M/d, H:mm:ss", "yyyy/M/d H:mm:ss");

  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN, new Locale("es"), new Locale("nl"), new Locale("pt"),
          new Locale("sv"), new Locale("da"), new Locale("nb"), new Locale("pl"));

  private static final List<DateTimeFormatter> FORMATS = formats();

  private StravaDate() {}

  private static List<DateTimeFormatter> formats() {
    List<DateTimeFormatter> formats = new ArrayList<>();
    for (Locale language : LANGUAGES) {
      for (String pattern : PATTERNS) {
        formats.add(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(language));
      }
    }
    return formats;
  }

  /** Order of day and month decides a run's place in the log: what could be read both ways is not read. */
  static Optional<Instant> parse(String text) {
    // Between time and AM stands a blank that does not break, lately a narrow one.
    String plain = text.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
    for (DateTimeFormatter format : FORMATS) {
      try {
        return Optional.of(LocalDateTime.parse(plain, format).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException e) {
        // Another language, perhaps.
      }
    }
    return Optional.empty();
  }
}
