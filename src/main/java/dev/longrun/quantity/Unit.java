package dev.longrun.quantity;

import java.util.Locale;

/**
 * The unit of a {@link Quantity}: it knows what the number measures, how far it is rounded and how it reads. A percent is not a plain
 * number and a pace is not a time, because they are units of their own. A new unit is one line here.
 *
 * <p>Values are kept in the unit named ({@link #KILOMETRES} in kilometres, {@link #PACE} in seconds per kilometre, whatever the reader
 * prefers); {@link Units} only decides how they are shown.
 */
public enum Unit {
  /** Distances run: {@code 62.8 km}, {@code 39.0 mi}. */
  KILOMETRES(Dimension.DISTANCE, 1, " km", 0.621371, 1, " mi"),
  /** Distances of one run, to ten metres: {@code 19.84 km}. */
  RUN_KILOMETRES(Dimension.DISTANCE, 2, " km", 0.621371, 2, " mi"),
  /** Climb, descent, parts of a track: {@code 158 m}, {@code 518 ft}. */
  METRES(Dimension.HEIGHT, 0, " m", 3.28084, 0, " ft"),
  /** Seconds, as {@code 43:05} or {@code 1:36:34}. */
  DURATION(Dimension.TIME, 0, "", 1, 0, ""),
  /** Seconds, as hours with a decimal: {@code 6.2 h}. */
  HOURS(Dimension.TIME, 1, " h", 1, 1, " h"),
  /** Seconds per kilometre, as {@code 4:53 /km}, {@code 7:51 /mi}. */
  PACE(Dimension.PACE, 0, " /km", 1.609344, 0, " /mi"),
  /** A difference of two paces, in seconds per kilometre: {@code 15 s/km}. */
  PACE_DIFFERENCE(Dimension.PACE, 0, " s/km", 1.609344, 0, " s/mi"),
  BEATS(Dimension.HEART_RATE, 0, " bpm"),
  /** Root mean square of successive differences of heart beats, in milliseconds. */
  HRV(Dimension.HEART_RATE_VARIABILITY, 0, " ms"),
  WATTS(Dimension.POWER, 0, " W"),
  /** Steps a minute, both feet. */
  STEPS(Dimension.CADENCE, 0, " steps/min"),
  CELSIUS(Dimension.TEMPERATURE, 1, " °C", 1.8, 1, " °F"),
  /** A difference of temperatures: in °F it has no offset. */
  CELSIUS_DEGREES(Dimension.TEMPERATURE_DIFFERENCE, 1, " °C", 1.8, 1, " °F"),
  METRES_PER_SECOND(Dimension.SPEED, 1, " m/s", 2.236936, 1, " mph"),
  KILOGRAMS(Dimension.WEIGHT, 1, " kg", 2.204623, 1, " lb"),
  /** A share of something in hundredths: {@code 26 %}. */
  PERCENT(Dimension.SHARE, 0, " %"),
  /** The same, where tenths matter: {@code 2.8 %}. */
  PERCENT_FINE(Dimension.SHARE, 1, " %"),
  /** Perceived exertion from 1 to 10 (Foster 2001). */
  EFFORT(Dimension.EFFORT, 1, " of 10"),
  /** What was noted after one run: {@code 7 of 10}. */
  EFFORT_NOTED(Dimension.EFFORT, 0, " of 10"),
  /** From 1 (very weak) to 5 (very strong). */
  FEEL(Dimension.FEEL, 1, " of 5"),
  FEEL_NOTED(Dimension.FEEL, 0, " of 5"),
  /** Training load in hundredths of an hour at threshold. */
  LOAD(Dimension.LOAD, 0, ""),
  /** Fitness, fatigue, form: load a day, smoothed. */
  LOAD_A_DAY(Dimension.LOAD_A_DAY, 1, ""),
  /** A quotient of two numbers of one kind. */
  RATIO(Dimension.RATIO, 2, ""),
  /** Metres run per heart beat. */
  METRES_PER_BEAT(Dimension.EFFICIENCY, 3, " m/beat"),
  /** Things counted: runs, days, weeks. */
  COUNT(Dimension.COUNT, 0, ""),
  /** A mean of things counted. */
  MEAN_COUNT(Dimension.COUNT, 1, "");

  private final Dimension dimension;
  private final int digits;
  private final String suffix;
  private final double imperialFactor;
  private final int imperialDigits;
  private final String imperialSuffix;

  Unit(Dimension dimension, int digits, String suffix) {
    this(dimension, digits, suffix, 1, digits, suffix);
  }

  Unit(Dimension dimension, int digits, String suffix, double imperialFactor, int imperialDigits, String imperialSuffix) {
    this.dimension = dimension;
    this.digits = digits;
    this.suffix = suffix;
    this.imperialFactor = imperialFactor;
    this.imperialDigits = imperialDigits;
    this.imperialSuffix = imperialSuffix;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** The unit in which two values of this one differ. */
  Unit ofDifference() {
    return this == CELSIUS ? CELSIUS_DEGREES : this == PACE ? PACE_DIFFERENCE : this;
  }

  /** What stands behind the number, with the blank before it. */
  String suffix(Units units) {
    return units == Units.METRIC ? suffix : imperialSuffix;
  }

  /** The number alone, rounded as this unit is. */
  String number(double value, Units units) {
    double shown = units == Units.METRIC ? value : imperial(value);
    return switch (this) {
      case DURATION, PACE -> clock(shown);
      case HOURS -> decimal(shown / 3600, digits);
      default -> decimal(shown, units == Units.METRIC ? digits : imperialDigits);
    };
  }

  /** The value rounded as it is shown in metric units, so that what is printed subtracts and compares as it reads. */
  double rounded(double value) {
    double scale = this == HOURS ? 3600 : 1;
    double factor = Math.pow(10, digits) / scale;
    return Math.round(value * factor) / factor;
  }

  private double imperial(double value) {
    return this == CELSIUS ? value * imperialFactor + 32 : value * imperialFactor;
  }

  private static String clock(double seconds) {
    long all = Math.round(seconds);
    return all >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all % 3600 / 60, all % 60)
        : String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60);
  }

  private static String decimal(double number, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", number);
    return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
  }
}
