package dev.longrun.source.file;

import com.garmin.fit.Field;
import com.garmin.fit.Mesg;

/** Values of FIT messages by the number of their field: null or NaN where the device wrote none. */
final class FitFields {
  /** Seconds from 1970 to the beginning of FIT's time, 31 December 1989. */
  private static final long EPOCH_S = 631_065_600L;

  /** Below this a time counts from when the device was switched on, which is no date. */
  private static final long FIRST_DATE_S = 0x10000000L;

  private static final double DEGREES_PER_SEMICIRCLE = 180 / Math.pow(2, 31);

  private FitFields() {}

  static Double number(Mesg message, int field) {
    Double value = message.getFieldDoubleValue(field);
    return value == null || !Double.isFinite(value) ? null : value;
  }

  static double numberOrNaN(Mesg message, int field) {
    Double value = number(message, field);
    return value == null ? Double.NaN : value;
  }

  static int code(Mesg message, int field, int missing) {
    Double value = number(message, field);
    return value == null ? missing : value.intValue();
  }

  /** NaN when there is none. */
  static double value(Field field) {
    Double value = field.getDoubleValue();
    return value == null || value.isInfinite() ? Double.NaN : value;
  }

  /** Seconds since 1970, NaN when there are none. */
  static double second(Mesg message, int field) {
    return second(numberOrNaN(message, field));
  }

  static double second(Field field) {
    return second(value(field));
  }

  private static double second(double value) {
    return value >= FIRST_DATE_S ? value + EPOCH_S : Double.NaN;
  }

  static double degrees(Mesg message, int field) {
    return numberOrNaN(message, field) * DEGREES_PER_SEMICIRCLE;
  }

  static double degrees(Field field) {
    return value(field) * DEGREES_PER_SEMICIRCLE;
  }

  /** Beats a minute; 0 is what is written without a strap. */
  static Double positive(Mesg message, int field) {
    Double value = number(message, field);
    return value == null || value <= 0 ? null : value;
  }

  static String text(Mesg message, int field) {
    String value = message.getFieldStringValue(field);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
