package dev.longrun.inbox.note;

import dev.longrun.log.said.note.NoteEntry;
import dev.longrun.log.said.note.RunReference;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of a field becomes a value. What cannot be used is answered with what would be right. */
final class Values {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,7}(?:[.,][0-9]{1,6})?)\\s*(?:/\\s*([0-9]{1,3}))?\\s*(\\p{L}*)");
  private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
  private static final Pattern OTHER_DATE = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
  private static final Pattern RANGE =
      Pattern.compile("(.+?)\\s*(?:\\.{2,3}|…|\\bto\\b|–|—|\\s-\\s|(?<=[0-9]-[0-9]{1,2}-[0-9]{1,2})-(?=[0-9]{4}-))\\s*(.*)");
  private static final Pattern RUN = Pattern.compile("(\\S+?)(?:\\s*#\\s*([0-9]{1,2})|(?:\\s+|T)([0-9]{1,2})[:.]([0-9]{2})(?::[0-9]{2})?)?");
  private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");

  private static final Set<String> TAKEN_BACK = Set.of("none", "null", "~", "-", "–", "nothing", "unknown");
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  /** Nobody has run a kilometre faster, and whoever takes longer walks. */
  private static final double FASTEST_S_PER_KM = 120;
  private static final double SLOWEST_S_PER_KM = 1_200;

  private final LocalDate today;

  Values(LocalDate today) {
    this.today = today;
  }

  static boolean isTakenBack(String text) {
    return TAKEN_BACK.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** @param outOf what may stand behind a slash, as in {@code 7/10}; 0: nothing */
  static double number(String text, double least, double most, int outOf, String unit, String expected) throws Unusable {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (matcher.matches()
        && (matcher.group(2) == null || matcher.group(2).equals(String.valueOf(outOf)))
        && (matcher.group(3).isEmpty() || matcher.group(3).equalsIgnoreCase(unit))) {
      double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Unusable(expected);
  }

  static int wholeNumber(String text, int least, int most, int outOf, String unit, String expected) throws Unusable {
    double number = number(text, least, most, outOf, unit, expected);
    if (number != Math.rint(number)) {
      throw new Unusable(expected);
    }
    return (int) number;
  }

  static boolean yesOrNo(String text) throws Unusable {
    return isYesOrNo(text).orElseThrow(() -> new Unusable("it must be yes or no"));
  }

  static Optional<Boolean> isYesOrNo(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "y", "true", "on", "1" -> Optional.of(true);
      case "no", "n", "false", "off", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  LocalDate date(String text) throws Unusable {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("today")) {
      return today;
    }
    if (plain.equals("yesterday")) {
      return today.minusDays(1);
    }
    Matcher date = DATE.matcher(plain);
    if (date.matches()) {
      return day(date.group(1), date.group(2), date.group(3));
    }
    Matcher other = OTHER_DATE.matcher(plain);
    if (other.matches()) {
      throw new Unusable(
          "a date is written year-month-day; is `" + other.group(3) + "-" + two(other.group(2)) + "-" + two(other.group(1)) + "` meant?");
    }
    throw new Unusable("it must be a date, year-month-day, such as `" + today + "`, or today or yesterday");
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static LocalDate day(String year, String month, String day) throws Unusable {
    try {
      LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
        return date;
      }
    } catch (DateTimeException e) {
      throw new Unusable("there is no such day; a date is written year-month-day");
    }
    throw new Unusable("it must be a day from " + EARLIEST + " to " + LATEST);
  }

  /** @param to null: one day */
  record Period(LocalDate from, LocalDate to) {}

  Period period(String text) throws Unusable {
    Matcher range = RANGE.matcher(text.strip());
    if (!range.matches()) {
      return new Period(date(text), null);
    }
    LocalDate from = date(range.group(1));
    if (range.group(2).isBlank()) {
      return new Period(from, NoteEntry.OfDays.OPEN_END);
    }
    LocalDate to = date(range.group(2));
    if (to.isBefore(from)) {
      throw new Unusable("it ends before it begins; write the earlier day first, as `" + to + ".." + from + "`");
    }
    return new Period(from, to);
  }

  RunReference run(String text) throws Unusable {
    String plain = text.strip();
    if (Set.of("latest", "last", "newest").contains(plain.toLowerCase(Locale.ROOT))) {
      return new RunReference.Latest();
    }
    Matcher run = RUN.matcher(plain);
    if (!run.matches()) {
      throw new Unusable(
          "a run is named by its day, such as `" + today + "`, `" + today + "#2` or `" + today + " 18:30`, or by the word latest");
    }
    LocalDate day = date(run.group(1));
    if (day.isAfter(today)) {
      throw new Unusable("that day is still to come; a planned race is written `race: " + day + "`");
    }
    if (run.group(2) != null) {
      int number = Integer.parseInt(run.group(2));
      if (number < 1) {
        throw new Unusable("the runs of a day are counted from 1");
      }
      return new RunReference.Numbered(day, number);
    }
    if (run.group(3) == null) {
      return new RunReference.OfDay(day);
    }
    try {
      return new RunReference.AtMinute(day.atTime(LocalTime.of(Integer.parseInt(run.group(3)), Integer.parseInt(run.group(4)))));
    } catch (DateTimeException e) {
      throw new Unusable("there is no such time of day; it is written `" + day + " 18:30`");
    }
  }

  /** Runs of a list, or of one line. */
  List<RunReference> runs(RawField field) throws Unusable {
    List<RunReference> runs = new ArrayList<>();
    for (String value : field.values()) {
      for (String one : value.split(",|\\+|&|\\band\\b")) {
        if (!one.isBlank()) {
          runs.add(run(one));
        }
      }
    }
    return runs;
  }

  /**
   * A race time. What could be hours and minutes or minutes and seconds is what a runner can run.
   *
   * @param distanceM null when it is not known
   */
  static double raceTimeS(String text, Double distanceM) throws Unusable {
    String expected = "it must be a time, hours:minutes:seconds, such as `2:59:59`";
    Matcher clock = CLOCK.matcher(text.strip().replaceFirst("(?i)^(?:sub|under)[ -]?", ""));
    if (!clock.matches()) {
      throw new Unusable(expected);
    }
    double first = Integer.parseInt(clock.group(1));
    double second = Integer.parseInt(clock.group(2));
    if (second > 59 || (clock.group(3) != null && Integer.parseInt(clock.group(3)) > 59)) {
      throw new Unusable(expected);
    }
    if (clock.group(3) != null) {
      double seconds = first * 3_600 + second * 60 + Integer.parseInt(clock.group(3));
      if (distanceM == null ? seconds > 0 : isPlausible(seconds, distanceM)) {
        return seconds;
      }
      throw new Unusable(expected + (distanceM == null ? "" : "; nobody runs " + km(distanceM) + " km in that time"));
    }
    if (distanceM != null && isPlausible(first * 60 + second, distanceM)) {
      return first * 60 + second;
    }
    if (distanceM != null && isPlausible(first * 3_600 + second * 60, distanceM)) {
      return first * 3_600 + second * 60;
    }
    throw new Unusable(expected + (distanceM == null ? "" : "; nobody runs " + km(distanceM) + " km in that time"));
  }

  private static boolean isPlausible(double seconds, double distanceM) {
    double pace = seconds / (distanceM / 1_000);
    return pace >= FASTEST_S_PER_KM && pace <= SLOWEST_S_PER_KM;
  }

  private static String km(double distanceM) {
    return String.format(Locale.ROOT, "%.3f", distanceM / 1_000).replaceFirst("\\.?0+$", "");
  }

  /** Hours and minutes of a night, or hours with a fraction. */
  static double sleepS(String text) throws Unusable {
    String expected = "it must be hours and minutes of sleep, such as `7:20`, or hours, such as `7.5`";
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*(h|hours?)$", "");
    Matcher clock = Pattern.compile("([0-9]{1,2})\\s*(?::|h)\\s*([0-9]{1,2})(?::[0-9]{2})?\\s*(?:m|min)?").matcher(plain);
    double seconds =
        clock.matches() && Integer.parseInt(clock.group(2)) < 60
            ? Integer.parseInt(clock.group(1)) * 3_600.0 + Integer.parseInt(clock.group(2)) * 60
            : Math.rint(number(plain, 0.25, 20, 0, "", expected) * 60) * 60;
    if (seconds <= 0 || seconds > 20 * 3_600) {
      throw new Unusable(expected);
    }
    return seconds;
  }

  static double paceSPerKm(String text) throws Unusable {
    Matcher clock = CLOCK.matcher(text.strip().replaceFirst("\\s*/?\\s*km$", ""));
    if (clock.matches() && clock.group(3) == null && Integer.parseInt(clock.group(2)) < 60) {
      double pace = Integer.parseInt(clock.group(1)) * 60.0 + Integer.parseInt(clock.group(2));
      if (pace >= FASTEST_S_PER_KM && pace <= SLOWEST_S_PER_KM) {
        return pace;
      }
    }
    throw new Unusable("it must be a pace, minutes:seconds a kilometre, such as `4:05`");
  }

  /** Kilometres, or what runners call the usual distances. */
  static double distanceM(String text) throws Unusable {
    switch (text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "")) {
      case "marathon" -> {
        return 42_195;
      }
      case "half", "halfmarathon" -> {
        return 21_097.5;
      }
      default -> {
        String kilometres = text.strip().replaceFirst("(?i)k$", "");
        return number(kilometres, 0.1, 1_000, 0, "km", "it must be kilometres from 0.1 to 1000, such as `42.195`, or marathon or half marathon") * 1_000;
      }
    }
  }

  static String sports(RawField field) throws Unusable {
    List<String> sports = new ArrayList<>();
    for (String value : field.values()) {
      for (String one : value.split("[,+/]|\\band\\b")) {
        String sport = one.strip().toLowerCase(Locale.ROOT);
        if (!Set.of("road", "trail", "track", "treadmill", "virtual").contains(sport)) {
          throw new Unusable("it must be some of road, trail, track, treadmill and virtual, such as `[road, track]`");
        }
        sports.add(sport);
      }
    }
    return String.join(", ", sports.stream().distinct().sorted().toList());
  }
}
