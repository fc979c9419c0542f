package dev.longrun.source.file;

import com.garmin.fit.File;
import dev.longrun.log.Sport;
import java.util.Locale;
import java.util.Set;

/** FIT's numbers in words. */
final class FitNames {
  private static final int GENERIC = 0;
  private static final int RUNNING = 1;
  private static final int FITNESS_EQUIPMENT = 4;
  private static final int ALL = 254;

  /** Treadmill, street, trail, track, indoor running, ultra. */
  private static final Set<Integer> RUNNING_ONLY = Set.of(1, 2, 3, 4, 45, 67);

  private FitNames() {}

  static String sport(int number) {
    com.garmin.fit.Sport sport = number < 0 ? null : com.garmin.fit.Sport.getByValue((short) number);
    return sport == null || sport == com.garmin.fit.Sport.INVALID ? "sport " + number : word(sport.name());
  }

  /**
   * What a session says of its sport. A treadmill among the devices of a gym is running too, and a generic sport of a kind that only
   * running has.
   *
   * @param name what the device calls its profile; null: nothing
   */
  static SaidSport said(int sport, int subSport, String name) {
    boolean generic = sport < 0 || sport == GENERIC || sport == ALL;
    if (sport == RUNNING || RUNNING_ONLY.contains(subSport) && (generic || sport == FITNESS_EQUIPMENT)) {
      return SaidSport.running(kind(subSport));
    }
    if (!generic) {
      return SaidSport.other(sport(sport));
    }
    SaidSport named = SportWords.ofType(name);
    return named.run() == null && SportWords.ofName(name).isEmpty() ? SaidSport.NOTHING : named;
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
