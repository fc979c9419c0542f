package dev.longrun.source.file;

import com.garmin.fit.File;
import dev.longrun.log.Sport;
import java.util.Locale;

/** FIT's numbers in words. */
final class FitNames {
  private FitNames() {}

  static String sport(int number) {
    com.garmin.fit.Sport sport = number < 0 ? null : com.garmin.fit.Sport.getByValue((short) number);
    return sport == null || sport == com.garmin.fit.Sport.INVALID ? "sport " + number : word(sport.name());
  }

  /** The kind of running that a sub-sport means; new ones appear and are roads until they are known. */
  static Sport kind(int subSport) {
    return switch (subSport) {
      case 1, 45 -> Sport.TREADMILL; // treadmill, indoor_running
      case 3 -> Sport.TRAIL;
      case 4 -> Sport.TRACK;
      case 58 -> Sport.VIRTUAL;
      default -> Sport.ROAD;
    };
  }

  /** The word Garmin's site has for it too. */
  static String intensity(int number) {
    return switch (number) {
      case 0 -> "active";
      case 1 -> "rest";
      case 2 -> "warmup";
      case 3 -> "cooldown";
      case 4 -> "recovery";
      case 5 -> "interval";
      default -> null;
    };
  }

  static String fileType(int number) {
    File type = File.getByValue((short) number);
    return type == null || type == File.INVALID ? Integer.toString(number) : word(type.name());
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
