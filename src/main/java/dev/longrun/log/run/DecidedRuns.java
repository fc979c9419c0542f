package dev.longrun.log.run;

import dev.longrun.log.Activity;
import dev.longrun.log.RunKey;
import dev.longrun.log.record.Precedence;
import dev.longrun.log.record.SourceStore;
import dev.longrun.log.said.NoteStore;
import dev.longrun.log.said.NotedRun.RecordId;
import dev.longrun.log.said.NotedRun;
import dev.longrun.log.said.NotedRunStore.Pair;
import dev.longrun.log.said.NotedRunStore;
import dev.longrun.log.said.RunFinder;
import dev.longrun.log.said.note.RunReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The activities of a neighbourhood as runs, as the runner has decided and with what they said: which belong together, which are
 * apart, which are deleted. What was said of a run is found again by its records; when its source has none of them any more, by
 * its start, so that an upload repeated under a new id keeps it.
 */
public final class DecidedRuns {
  /** @param parts each what its sources say of one recording; several when the runner has made one run of them */
  record Group(List<List<Activity>> parts, List<NotedRun> noted) {
    boolean isDeleted() {
      return noted.stream().anyMatch(NotedRun::deleted);
    }

    /** What the runner said, the later word first. */
    Map<String, Object> words() {
      Map<String, Object> words = new LinkedHashMap<>();
      noted.stream()
          .sorted(Comparator.comparing(NotedRun::saidAt).thenComparing(NotedRun::id).reversed())
          .forEach(run -> run.words().forEach(words::putIfAbsent));
      return words;
    }
  }

  private final Handle handle;
  private final NotedRunStore store;
  private final List<Activity> activities;
  private final List<NotedRun> noted;
  private final List<Pair> pairs;
  private final Map<Long, Activity> anchors = new HashMap<>();
  private final List<List<Activity>> natural;
  private final List<Group> groups;

  DecidedRuns(Handle handle, List<Activity> activities) {
    this.handle = handle;
    this.store = new NotedRunStore(handle);
    this.activities = activities;
    this.noted = store.among(activities);
    this.pairs = store.pairs(noted.stream().map(NotedRun::id).toList());
    noted.forEach(run -> anchor(run).ifPresent(activity -> anchors.put(run.id(), activity)));
    this.natural = RunMatching.runs(activities, this::areApart);
    noted.stream().filter(run -> run.startedAt() == null).forEach(run -> awaited(run).ifPresent(activity -> anchors.put(run.id(), activity)));
    this.groups = merged();
  }

  List<Group> groups() {
    return groups;
  }

  /** The activity of the neighbourhood by which the run is found, if it is in this neighbourhood. */
  private Optional<Activity> anchor(NotedRun run) {
    Optional<RecordId> record = run.records().stream().filter(RecordId::present).findFirst();
    if (record.isPresent()) {
      return activities.stream().filter(record.get()::is).findFirst();
    }
    if (run.startedAt() == null) {
      return Optional.empty();
    }
    return activities.stream()
        .filter(activity -> distance(run, activity).compareTo(SourceStore.START_TOLERANCE) <= 0)
        .min(Comparator.comparing((Activity activity) -> distance(run, activity)).thenComparing(Precedence.ORDER));
  }

  private static Duration distance(NotedRun run, Activity activity) {
    return Duration.between(run.startedAt(), activity.startedAt()).abs();
  }

  /** A note that came before its run belongs to the first one of that day, or near that time, that comes. */
  private Optional<Activity> awaited(NotedRun run) {
    RunReference reference = RunReference.awaited(run.awaited());
    return natural.stream()
        .filter(group -> noted.stream().noneMatch(other -> other.deleted() && group.contains(anchors.get(other.id()))))
        .map(group -> group.get(0))
        .filter(activity -> activity.runDate().equals(RunFinder.day(reference)))
        .filter(activity -> !(reference instanceof RunReference.AtMinute minute) || RunFinder.fits(minute, activity))
        .findFirst();
  }

  private boolean areApart(Activity one, Activity other) {
    return pairs.stream()
        .filter(pair -> !pair.merged())
        .anyMatch(
            pair ->
                (isOf(pair.first(), one) && isOf(pair.second(), other)) || (isOf(pair.first(), other) && isOf(pair.second(), one)));
  }

  private boolean isOf(long id, Activity activity) {
    return anchors.get(id) == activity || noted.stream().anyMatch(run -> run.id() == id && run.has(activity));
  }

  private List<Group> merged() {
    List<Group> merged = new ArrayList<>();
    for (List<Activity> part : natural) {
      List<NotedRun> own = noted.stream().filter(run -> part.contains(anchors.get(run.id()))).toList();
      Group group = new Group(new ArrayList<>(List.of(part)), new ArrayList<>(own));
      for (Group other : List.copyOf(merged)) {
        if (areMerged(other, group)) {
          merged.remove(other);
          group.parts().addAll(0, other.parts());
          group.noted().addAll(0, other.noted());
        }
      }
      merged.add(group);
    }
    return merged;
  }

  private boolean areMerged(Group one, Group other) {
    List<Long> ones = one.noted().stream().map(NotedRun::id).toList();
    List<Long> others = other.noted().stream().map(NotedRun::id).toList();
    return pairs.stream()
        .filter(Pair::merged)
        .anyMatch(
            pair ->
                (ones.contains(pair.first()) && others.contains(pair.second()))
                    || (ones.contains(pair.second()) && others.contains(pair.first())));
  }

  /** Keeps what was found: new records of a noted run, its start, and that a note has found its run. */
  void settle(Map<Activity, RunKey> keys, String now) {
    for (List<Activity> part : natural) {
      List<NotedRun> own = noted.stream().filter(run -> part.contains(anchors.get(run.id()))).toList();
      if (own.isEmpty()) {
        continue;
      }
      part.stream()
          .filter(activity -> noted.stream().noneMatch(run -> run.has(activity)))
          .forEach(activity -> store.add(own.get(0).id(), new RecordId(activity.source().id(), activity.externalId(), true)));
      for (NotedRun run : own) {
        Activity anchor = anchors.get(run.id());
        if (run.records().isEmpty()) {
          store.add(run.id(), new RecordId(anchor.source().id(), anchor.externalId(), true));
        }
        store.startsAt(run.id(), part.get(0).startedAt(), now);
        if (run.startedAt() == null && keys.get(anchor) != null) {
          NoteStore.found(handle, run.id(), new RunFinder(handle).title(keys.get(anchor)), now);
        }
      }
    }
  }
}
