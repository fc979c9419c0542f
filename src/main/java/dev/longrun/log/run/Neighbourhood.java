package dev.longrun.log.run;

import dev.longrun.log.RunKey;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.SourceStore.StoredActivity;
import dev.longrun.log.record.SourceStore;
import dev.longrun.log.said.NotedRun;
import dev.longrun.log.said.NotedRunStore.Pair;
import dev.longrun.log.said.NotedRunStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Everything whose runs must be derived together: what may be the same run, by its start or by the id that a site and its
 * export give it, what the runner has made one run, and on the day of a race every run of it, since one of them is the race.
 */
public final class Neighbourhood {
  private final Handle handle;
  private final NotedRunStore noted;
  private final Map<String, StoredActivity> found = new LinkedHashMap<>();
  private final Deque<Instant> starts = new ArrayDeque<>();
  private final Set<Instant> seenStarts = new HashSet<>();
  private final Set<String> seenDays = new HashSet<>();

  private Neighbourhood(Handle handle) {
    this.handle = handle;
    this.noted = new NotedRunStore(handle);
  }

  /** @param runs in which something was until now */
  static List<StoredActivity> around(Handle handle, List<Instant> starts, Set<RunKey> runs) {
    Neighbourhood neighbourhood = new Neighbourhood(handle);
    starts.forEach(neighbourhood::look);
    runs.forEach(neighbourhood::run);
    neighbourhood.explore();
    return new ArrayList<>(neighbourhood.found.values());
  }

  private void explore() {
    while (!starts.isEmpty()) {
      List<StoredActivity> fresh = new ArrayList<>();
      for (StoredActivity stored : SourceStore.family(handle, starts.poll())) {
        if (found.putIfAbsent(stored.activity().source() + " " + stored.activity().externalId(), stored) == null) {
          fresh.add(stored);
          raceDay(stored.activity().runDate().toString());
          if (stored.run() != null) {
            run(stored.run());
          }
        }
      }
      mergedWith(fresh);
    }
  }

  private void look(Instant start) {
    if (seenStarts.add(start)) {
      starts.add(start);
    }
  }

  private void mergedWith(List<StoredActivity> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    List<Long> ids = noted.among(fresh.stream().map(StoredActivity::activity).toList()).stream().map(NotedRun::id).toList();
    noted.pairs(ids).stream()
        .filter(Pair::merged)
        .flatMap(pair -> List.of(pair.first(), pair.second()).stream())
        .distinct()
        .map(id -> noted.get(id).startedAt())
        .filter(Objects::nonNull)
        .forEach(this::look);
  }

  /** What stands in one row must find another together, should the row go. */
  private void run(RunKey run) {
    handle
        .createQuery("select started_at from source_activity where run_date = :date and run_no = :no and withdrawn_at is null")
        .bind("date", run.date())
        .bind("no", run.no())
        .mapTo(String.class)
        .map(Timestamps::parse)
        .forEach(this::look);
    raceDay(run.date());
  }

  private void raceDay(String day) {
    if (!seenDays.add(day) || RaceDay.on(handle, day).isEmpty()) {
      return;
    }
    handle
        .createQuery("select started_at from source_activity where run_date = :day and withdrawn_at is null")
        .bind("day", day)
        .mapTo(String.class)
        .map(Timestamps::parse)
        .forEach(this::look);
  }
}
