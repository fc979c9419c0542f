package dev.longrun.log.run;

import dev.longrun.log.Activity;
import dev.longrun.log.Gear;
import dev.longrun.log.Lap;
import dev.longrun.log.Source;
import dev.longrun.log.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One run as its sources say it together.
 *
 * @param values every column of {@code main_log} that comes from the sources, null where none of them knows
 * @param origins for runs with several sources: which source each known value is from, and what the others said
 * @param sources the activities it is made of
 */
public record Run(
    LocalDate runDate,
    Instant startedAt,
    Map<String, Object> values,
    Gear gear,
    Source gearSource,
    List<Split> splits,
    List<Lap> laps,
    List<Origin> origins,
    List<Activity> sources) {

  Run with(Map<String, Object> otherValues, List<Origin> otherOrigins) {
    return new Run(runDate, startedAt, otherValues, gear, gearSource, splits, laps, otherOrigins, sources);
  }

  /** @param others what the other sources said, by source id */
  record Origin(String field, Source source, Map<String, Object> others) {}
}
