package dev.longrun.log;

import dev.longrun.log.SourceStore.StoredActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Derives the runs of one neighbourhood again from all that its sources say, inside one transaction: new run, correction, deletion
 * and merge are the same code, so the log depends on what is known and never on the order in which it came.
 */
final class RunProjection {
  private final Handle handle;
  private final DataUse dataUse;
  private final RunWriter writer;

  RunProjection(Handle handle, DataUse dataUse, Instant now) {
    this.handle = handle;
    this.dataUse = dataUse;
    this.writer = new RunWriter(handle, now);
  }

  /**
   * @param neighbourhood everything known that may be the same run
   * @param leftBehind runs that the neighbourhood no longer explains, such as the one of a withdrawn activity
   */
  void derive(List<StoredActivity> neighbourhood, Set<RunKey> leftBehind) {
    Set<RunKey> present = new LinkedHashSet<>(leftBehind);
    neighbourhood.stream().map(StoredActivity::run).filter(Objects::nonNull).forEach(present::add);

    List<Placed> runs = place(neighbourhood, present);
    Set<RunKey> gone = new HashSet<>(present);
    runs.forEach(run -> gone.remove(run.was));
    gone.forEach(writer::delete);

    Set<String> days = new TreeSet<>();
    runs.forEach(run -> days.add(run.run.runDate().toString()));
    present.forEach(key -> days.add(key.date()));
    number(runs, days, present);

    runs.forEach(run -> writer.releaseIdentity(run.key, run.run));
    for (Placed placed : runs) {
      writer.write(placed.key, placed.run, placed.was == null);
      placed.run.sources().forEach(activity -> SourceStore.link(handle, activity, placed.key));
    }
  }

  /** Every run takes over the row in which one of its activities already stands, if no other has taken it. */
  private List<Placed> place(List<StoredActivity> neighbourhood, Set<RunKey> present) {
    List<Activity> activities = neighbourhood.stream().map(StoredActivity::activity).toList();
    Set<RunKey> free = new HashSet<>(present);
    List<Placed> placed = new ArrayList<>();
    for (List<Activity> group : RunMatching.runs(activities)) {
      Placed run = new Placed(RunMerging.merge(group, dataUse));
      run.was =
          group.stream()
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
    private final Run run;
    private RunKey was;
    private RunKey key;

    private Placed(Run run) {
      this.run = run;
    }
  }
}
