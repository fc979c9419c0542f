package dev.longrun.log.run;

import dev.longrun.log.Activity;
import dev.longrun.log.DataUse;
import dev.longrun.log.RunKey;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.SourceStore.StoredActivity;
import dev.longrun.log.record.SourceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Derives the runs of one neighbourhood again from all that its sources say, inside one transaction: new run, correction, deletion
 * and merge are the same code, so the log depends on what is known and never on the order in which it came.
 */
public final class RunProjection {
  private final Handle handle;
  private final DataUse dataUse;
  private final Instant now;
  private final RunWriter writer;

  RunProjection(Handle handle, DataUse dataUse, Instant now) {
    this.handle = handle;
    this.dataUse = dataUse;
    this.now = now;
    this.writer = new RunWriter(handle, now);
  }

  /**
   * @param neighbourhood everything known that may be the same run
   * @param leftBehind runs that the neighbourhood no longer explains, such as the one of a withdrawn activity
   */
  void derive(List<StoredActivity> neighbourhood, Set<RunKey> leftBehind) {
    Set<RunKey> present = new LinkedHashSet<>(leftBehind);
    neighbourhood.stream().map(StoredActivity::run).filter(Objects::nonNull).forEach(present::add);

    DecidedRuns noted = new DecidedRuns(handle, neighbourhood.stream().map(StoredActivity::activity).toList());
    List<Placed> runs = place(noted.groups(), neighbourhood, present);
    Set<RunKey> gone = new HashSet<>(present);
    runs.forEach(run -> gone.remove(run.was));
    gone.forEach(writer::delete);

    Set<String> days = new TreeSet<>();
    runs.forEach(run -> days.add(run.run.runDate().toString()));
    present.forEach(key -> days.add(key.date()));
    number(runs, days, present);
    days.forEach(day -> markRace(day, runs));

    runs.forEach(run -> writer.releaseIdentity(run.key, run.run));
    for (Placed placed : runs) {
      writer.write(placed.key, placed.run, placed.was == null);
      placed.run.sources().forEach(activity -> SourceStore.link(handle, activity, placed.key));
    }
    Map<Activity, RunKey> keys = new IdentityHashMap<>();
    runs.forEach(placed -> placed.run.sources().forEach(activity -> keys.put(activity, placed.key)));
    noted.settle(keys, Timestamps.of(now));
  }

  /** On the day of a race one of the runs is it, unless the runner says of the run itself what it was. */
  private void markRace(String day, List<Placed> runs) {
    Optional<RaceDay> race = RaceDay.on(handle, day);
    if (race.isEmpty()) {
      return;
    }
    List<Placed> ofDay = runs.stream().filter(run -> run.key.date().equals(day) && !run.words.containsKey("is_race")).toList();
    Optional<Map<String, Object>> chosen = race.get().race(ofDay.stream().map(run -> run.run.values()).toList());
    ofDay.stream()
        .filter(run -> chosen.filter(values -> values == run.run.values()).isPresent())
        .forEach(run -> run.say(Map.of("is_race", 1), dataUse));
  }

  /** Every run takes over the row in which one of its activities already stands, if no other has taken it. */
  private List<Placed> place(List<DecidedRuns.Group> groups, List<StoredActivity> neighbourhood, Set<RunKey> present) {
    Set<RunKey> free = new HashSet<>(present);
    List<Placed> placed = new ArrayList<>();
    for (DecidedRuns.Group group : groups) {
      if (group.isDeleted()) {
        continue;
      }
      Placed run = new Placed(group, dataUse);
      run.was =
          run.run.sources().stream()
              .map(activity -> keyOf(neighbourhood, activity))
              .filter(Objects::nonNull)
              .filter(free::remove)
              .findFirst()
              .orElse(null);
      placed.add(run);
    }
    return placed;
  }

  private static RunKey keyOf(List<StoredActivity> neighbourhood, Activity activity) {
    return neighbourhood.stream().filter(stored -> stored.activity() == activity).findFirst().map(StoredActivity::run).orElse(null);
  }

  /** Numbers the runs of each touched day by their start; rows move through negative numbers so that none is in another's way. */
  private void number(List<Placed> runs, Set<String> days, Set<RunKey> present) {
    List<Move> moves = new ArrayList<>();
    for (String day : days) {
      List<Standing> standing = new ArrayList<>();
      writer.startsOn(day).forEach((key, start) -> {
        if (!present.contains(key)) {
          standing.add(new Standing(start, key, null));
        }
      });
      runs.stream()
          .filter(run -> run.run.runDate().toString().equals(day))
          .forEach(run -> standing.add(new Standing(run.run.startedAt(), run.was, run)));
      // The sort is stable and the runs come ordered, so equal starts keep the order of precedence.
      standing.sort(Comparator.comparing(Standing::startedAt));
      for (int i = 0; i < standing.size(); i++) {
        RunKey key = new RunKey(day, i + 1);
        Standing at = standing.get(i);
        if (at.placed != null) {
          at.placed.key = key;
        }
        if (at.was != null && !at.was.equals(key)) {
          moves.add(new Move(at.was, key));
        }
      }
    }
    moves.forEach(move -> writer.move(move.from, new RunKey(move.to.date(), -move.to.no())));
    moves.forEach(move -> writer.move(new RunKey(move.to.date(), -move.to.no()), move.to));
  }

  private record Standing(Instant startedAt, RunKey was, Placed placed) {}

  private record Move(RunKey from, RunKey to) {}

  /** A run on its way to its row. */
  private static final class Placed {
    private final DecidedRuns.Group group;
    private Map<String, Object> words;
    private Run run;
    private RunKey was;
    private RunKey key;

    private Placed(DecidedRuns.Group group, DataUse dataUse) {
      this.group = group;
      this.words = group.words();
      this.run = RunMerging.merge(group.parts(), words, dataUse);
    }

    private void say(Map<String, Object> more, DataUse dataUse) {
      words = new LinkedHashMap<>(words);
      words.putAll(more);
      run = RunMerging.merge(group.parts(), words, dataUse);
    }
  }
}
