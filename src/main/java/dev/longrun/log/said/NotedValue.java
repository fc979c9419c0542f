package dev.longrun.log.said;

import dev.longrun.log.Activity;
import dev.longrun.log.PlainText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as the runner writes them. */
public final class NotedValue {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private NotedValue() {}

  /** Whole numbers without a point. */
  static String plain(Object value) {
    if (value instanceof Number number) {
      double exact = number.doubleValue();
      return exact == Math.rint(exact) ? Long.toString((long) exact) : Double.toString(exact);
    }
    return PlainText.line(String.valueOf(value));
  }

  /** {@code 2:59:59}, {@code 38:30}. */
  static String duration(double seconds) {
    Duration duration = Duration.ofSeconds(Math.round(seconds));
    return duration.toHours() > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }

  static String localMinute(Activity activity) {
    return MINUTE.format(LocalDateTime.ofInstant(activity.startedAt(), ZoneOffset.ofTotalSeconds(activity.utcOffsetS())));
  }
}
