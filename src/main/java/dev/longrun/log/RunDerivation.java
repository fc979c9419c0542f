package dev.longrun.log;

import dev.longrun.log.SourceStore.StoredActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Derives everything around a point in time again, inside a transaction under way. */
final class RunDerivation {
  private RunDerivation() {}

  /** Where the activity is now and, when it has moved, where it was. */
  static void around(Handle handle, DataUse dataUse, Instant now, Optional<StoredActivity> before, Instant start) {
    List<Instant> starts = new ArrayList<>(List.of(start));
    Set<RunKey> leftBehind = new HashSet<>();
    before.map(stored -> stored.activity().startedAt()).ifPresent(starts::add);
    before.map(StoredActivity::run).ifPresent(leftBehind::add);
    new RunProjection(handle, dataUse, now).derive(Neighbourhood.around(handle, starts, leftBehind), leftBehind);
  }

  /** Everything that stands on a day: what is said of the day has changed. */
  static void day(Handle handle, DataUse dataUse, Instant now, String day) {
    List<Instant> starts =
        handle
            .createQuery("select started_at from source_activity where run_date = :day and withdrawn_at is null")
            .bind("day", day)
            .mapTo(String.class)
            .map(Timestamps::parse)
            .list();
    if (!starts.isEmpty()) {
      new RunProjection(handle, dataUse, now).derive(Neighbourhood.around(handle, starts, Set.of()), Set.of());
    }
  }
}
