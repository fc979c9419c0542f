package dev.longrun.log.said;

import dev.longrun.log.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run the runner has spoken of.
 *
 * @param startedAt null: it has not come yet
 * @param awaited the day or minute the runner gave for it; null when it was there
 * @param words what they said, by column of {@code main_log}; only what they said
 * @param records the source records by which it is found again, in this order
 */
public record NotedRun(long id, Instant startedAt, String awaited, boolean deleted, Map<String, Object> words, String saidAt, List<RecordId> records) {

  /** @param present whether its source still has the activity */
  public record RecordId(String source, String externalId, boolean present) {
    public boolean is(Activity activity) {
      return activity.source().id().equals(source) && activity.externalId().equals(externalId);
    }
  }

  public boolean has(Activity activity) {
    return records.stream().anyMatch(known -> known.is(activity));
  }
}
