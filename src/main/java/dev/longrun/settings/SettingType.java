package dev.longrun.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** How the text of a setting becomes a value. */
@FunctionalInterface
interface SettingType<T> {

  /** @throws Unusable with what would be right */
  T parse(String text);

  /** The text cannot be used. The message completes the sentence "it must be …". */
  final class Unusable extends IllegalArgumentException {
    Unusable(String expected) {
      super(expected);
    }
  }

  static SettingType<String> text() {
    return text -> text;
  }

  static SettingType<Integer> wholeNumber(int least, int most, String unit) {
    String expected = "a whole number from " + least + " to " + most + (unit.isEmpty() ? "" : " (" + unit + ")");
    return text -> {
      try {
        int number = Integer.parseInt(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, like a number out of range.
      }
      throw new Unusable(expected);
    };
  }

  static SettingType<Double> number(double least, double most, String unit) {
    String expected = "a number from " + plain(least) + " to " + plain(most) + (unit.isEmpty() ? "" : " (" + unit + ")");
    return text -> {
      // Double.parseDouble would also take NaN, Infinity, hexadecimal and a trailing d or f.
      if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        double number = Double.parseDouble(text);
        if (number >= least && number <= most) {
          return number;
        }
      }
      throw new Unusable(expected);
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** {@code 500ms}, {@code 2s}, {@code 30m}, {@code 6h}, {@code 2d}, or several after each other as in {@code 1h30m}. */
  static SettingType<Duration> duration(Duration least, Duration most) {
    Pattern part = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)\\s*");
    return text -> {
      Matcher matcher = part.matcher(text.toLowerCase(Locale.ROOT));
      Duration sum = Duration.ZERO;
      int end = 0;
      while (matcher.lookingAt()) {
        sum = sum.plus(span(Long.parseLong(matcher.group(1)), matcher.group(2)));
        end = matcher.end();
        matcher.region(end, text.length());
      }
      if (end == 0 || end < text.length() || sum.compareTo(least) < 0 || sum.compareTo(most) > 0) {
        throw new Unusable("a time span such as 500ms, 2s, 30m or 6h, from " + span(least) + " to " + span(most));
      }
      return sum;
    };
  }

  private static Duration span(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static String span(Duration duration) {
    return duration.toDays() > 1 ? duration.toDays() + "d" : duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  static SettingType<LocalDate> date(LocalDate earliest, LocalDate latest) {
    return text -> {
      try {
        LocalDate date = LocalDate.parse(text);
        if (!date.isBefore(earliest) && !date.isAfter(latest)) {
          return date;
        }
      } catch (DateTimeException e) {
        // Said below, like a date out of range.
      }
      throw new Unusable("a date written year-month-day such as 2026-10-25, from " + earliest + " to " + latest);
    };
  }

  static SettingType<Instant> instant() {
    return text -> {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw new Unusable("an instant in UTC such as 2026-10-25T06:00:00Z");
      }
    };
  }

  static SettingType<ZoneId> timezone() {
    return text -> {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new Unusable("a time zone such as Europe/Berlin or UTC");
      }
    };
  }

  /** Hours, minutes and seconds. Two parts only are refused: nobody can tell 19:30 minutes from 19:30 hours. */
  static SettingType<Duration> raceTime() {
    Pattern pattern = Pattern.compile("([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])");
    return text -> {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.matches() || text.matches("0{1,2}:00:00")) {
        throw new Unusable("a time as hours:minutes:seconds such as 2:59:59 or 0:19:30");
      }
      return Duration.ofHours(Long.parseLong(matcher.group(1)))
          .plusMinutes(Long.parseLong(matcher.group(2)))
          .plusSeconds(Long.parseLong(matcher.group(3)));
    };
  }

  /** A web address to which paths are appended: no query, no credentials; a slash at the end is taken off. */
  static SettingType<URI> webAddress() {
    return text -> {
      try {
        URI address = new URI(text.replaceAll("/+$", ""));
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if ((scheme.equals("http") || scheme.equals("https"))
            && address.getHost() != null
            && address.getUserInfo() == null
            && address.getQuery() == null
            && address.getFragment() == null) {
          return address;
        }
      } catch (URISyntaxException e) {
        // Said below.
      }
      throw new Unusable("an address such as http://127.0.0.1:11434, without a user name, a password or a query in it");
    };
  }

  static SettingType<String> cron() {
    return text -> {
      try {
        if (new CronExpression(text).getNextValidTimeAfter(new Date()) == null) {
          throw new Unusable("a schedule that comes again, such as \"0 0 6 ? * MON\"");
        }
        return text;
      } catch (ParseException e) {
        throw new Unusable(
            "a Quartz cron expression: second, minute, hour, day of month, month, day of week, with a ? for one of the two"
                + " days, such as \"0 0 6 ? * MON\"");
      }
    };
  }

  /** {@code ~} and {@code ~/…} are the user's home folder. */
  static SettingType<Path> path() {
    return text -> {
      String home = System.getProperty("user.home");
      boolean ofHome = text.equals("~") || text.startsWith("~/") || text.startsWith("~\\");
      try {
        if (ofHome || !text.startsWith("~")) {
          return Path.of(ofHome ? home + text.substring(1) : text).toAbsolutePath().normalize();
        }
      } catch (InvalidPathException e) {
        // Said below.
      }
      throw new Unusable("a path such as /home/me/longrun or ~/longrun");
    };
  }

  /** One of a few words, in whatever case. */
  static <T> SettingType<T> oneOf(Map<String, T> words, String expected) {
    return text -> {
      T value = words.get(text.toLowerCase(Locale.ROOT));
      if (value == null) {
        throw new Unusable(expected);
      }
      return value;
    };
  }
}
