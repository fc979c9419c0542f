package dev.longrun.coach.topics;

import dev.longrun.log.RunKey;
import java.util.List;

/**
 * One question as it was understood. Everything but the topic may be missing.
 *
 * @param period of which it asks
 * @param other the period to compare it with
 * @param runs the runs it means, the likeliest first
 * @param shoes ids of the shoes it names
 * @param distanceM a distance it names, in metres
 * @param durationS a time it names, in seconds
 * @param word the measure or term it asks about, as {@code cadence} or {@code form}
 * @param superlative {@code longest}, {@code fastest} …: which end of the measure it wants
 */
public record Asked(
    Topic topic,
    double confidence,
    Period period,
    Period other,
    List<RunKey> runs,
    List<Long> shoes,
    Double distanceM,
    Double durationS,
    String word,
    String superlative) {
  public Asked {
    runs = List.copyOf(runs);
    shoes = List.copyOf(shoes);
  }

  public static Asked about(Topic topic) {
    return new Asked(topic, 1, null, null, List.of(), List.of(), null, null, null, null);
  }
}
