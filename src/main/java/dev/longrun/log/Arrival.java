package dev.longrun.log;

import dev.longrun.log.record.SourceRecord;
import java.util.List;

/**
 * An activity on its way into the log: what it maps to and the raw answers it was mapped from. The body of
 * {@code direct:load-activity}.
 *
 * @param listedAs how the source's list showed it (null: it has no list); when that changes the activity is read again
 */
public record Arrival(Activity activity, List<SourceRecord> records, String listedAs) {
  public Arrival {
    records = List.copyOf(records);
  }
}
