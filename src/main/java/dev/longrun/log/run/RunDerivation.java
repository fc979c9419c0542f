package dev.longrun.log.run;

import dev.longrun.log.DataUse;
import dev.longrun.log.RunKey;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.SourceStore.StoredActivity;
import dev.longrun.log.said.Rederivation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Derives everything around a point in time again, inside a transaction under way. */
public final class RunDerivation implements Rederivation {
  private final DataUse dataUse;
  private final Clock clock;

  public RunDerivation(DataUse dataUse, Clock clock) {
    this.dataUse = dataUse;
    this.clock = clock;
  }

  @Override
  public void around(Handle handle, Instant start) {
    around(handle, Optional.empty(), start);
  }

  /** Where the activity is now and, when it has moved, where it was. */
  public void around(Handle handle, Optional<StoredActivity> before, Instant start) {
    List<Instant> starts = new ArrayList<>(List.of(start));
    Set<RunKey> leftBehind = new HashSet<>();
    before.map(stored -> stored.activity().startedAt()).ifPresent(starts::add);
    before.map(StoredActivity::run).ifPresent(leftBehind::add);
    derive(handle, starts, leftBehind);
  }

  @Override
  public void ofDay(Handle handle, String day) {
    List<Instant> starts =
        handle
            .createQuery("select started_at from source_activity where run_date = :day and withdrawn_at is null")
            .bind("day", day)
            .mapTo(String.class)
            .map(Timestamps::parse)
            .list();
    if (!starts.isEmpty()) {
      derive(handle, starts, Set.of());
    }
  }

  private void derive(Handle handle, List<Instant> starts, Set<RunKey> leftBehind) {
    new RunProjection(handle, dataUse, clock.instant()).derive(Neighbourhood.around(handle, starts, leftBehind), leftBehind);
  }
}
