package dev.longrun.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a run that can be believed, and how many could not and why. A part is left out with a pace outside 2:00 to 15:00 /km,
 * a heart rate outside 30 to 230 bpm, or more than 300 m of climb and descent a kilometre; what is not known of it is no reason.
 * Longrun's own bounds: they keep faults of the recording out, not unusual runners, but for one who walks slower than 15:00 /km.
 *
 * @param usable in order
 * @param flags a sentence without a full stop for each reason, with the number of parts; empty when all are usable
 */
public record SplitQuality(List<Stretch> usable, List<String> flags) {
  /** Faster than any record over a kilometre (2:12). */
  public static final double FASTEST_S_PER_KM = 120;

  private static final double SLOWEST_S_PER_KM = 900;
  private static final double LOWEST_BPM = 30;
  private static final double HIGHEST_BPM = 230;
  private static final double STEEPEST_M_PER_M = 0.300;

  public SplitQuality {
    usable = List.copyOf(usable);
    flags = List.copyOf(flags);
  }

  public static SplitQuality of(List<Stretch> parts) {
    List<Stretch> usable = new ArrayList<>();
    Map<String, Integer> dropped = new LinkedHashMap<>();
    for (Stretch part : parts) {
      String fault = fault(part);
      if (fault == null) {
        usable.add(part);
      } else {
        dropped.merge(fault, 1, Integer::sum);
      }
    }
    List<String> flags =
        dropped.entrySet().stream()
            .map(reason -> "%d %s left out: %s".formatted(reason.getValue(), reason.getValue() == 1 ? "split" : "splits", reason.getKey()))
            .toList();
    return new SplitQuality(usable, flags);
  }

  /** @param bpm null is no fault */
  public static boolean isPlausibleHeartRate(Double bpm) {
    return !isOutside(bpm, LOWEST_BPM, HIGHEST_BPM);
  }

  private static String fault(Stretch part) {
    if (isOutside(part.paceSPerKm(), FASTEST_S_PER_KM, SLOWEST_S_PER_KM)) {
      return "pace outside 2:00 to 15:00 /km";
    }
    if (!isPlausibleHeartRate(part.hrBpm())) {
      return "heart rate outside 30 to 230 bpm";
    }
    return isTooSteep(part) ? "more than 300 m of climb and descent a kilometre" : null;
  }

  private static boolean isTooSteep(Stretch part) {
    double gain = part.gainM() == null ? 0 : part.gainM();
    double loss = part.lossM() == null ? 0 : part.lossM();
    return part.distanceM() != null && gain + loss > STEEPEST_M_PER_M * part.distanceM();
  }

  private static boolean isOutside(Double value, double least, double most) {
    return value != null && !(value >= least && value <= most);
  }
}
