package dev.longrun.log.day;

import dev.longrun.log.Source;
import dev.longrun.log.record.SourceRecord;
import java.util.Optional;

/** What a source's kept answers about days say, as the log understands it. Pure. */
public interface DayMapper {
  Source source();

  /** @return empty when the record is not about days */
  Optional<SaidOfDays> map(SourceRecord record);
}
