package dev.longrun.log.said;

import dev.longrun.log.PlainText;
import dev.longrun.log.RunKey;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.ActivityDocument;
import dev.longrun.log.record.SourceStore;
import dev.longrun.log.said.NotedRun.RecordId;
import dev.longrun.log.said.RunFinder.Found;
import dev.longrun.log.said.note.NoteEntry;
import dev.longrun.log.said.note.Noted.State;
import dev.longrun.log.said.note.RunReference;
import dev.longrun.log.said.note.WrittenEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the runner says of runs, and decides about them, inside a transaction: kept, and the runs derived again. */
public final class RunEntries {
  /** Whoever pauses longer goes for another run. */
  private static final Duration LONGEST_BREAK = Duration.ofHours(3);

  private final Handle handle;
  private final Rederivation rederivation;
  private final Instant takenAt;
  private final String now;
  private final NotedRunStore noted;
  private final RunFinder finder;

  RunEntries(Handle handle, Rederivation rederivation, Instant takenAt, Instant clock) {
    this.handle = handle;
    this.rederivation = rederivation;
    this.takenAt = takenAt;
    this.now = Timestamps.of(clock);
    this.noted = new NotedRunStore(handle);
    this.finder = new RunFinder(handle);
  }

  Effect say(NoteEntry.OfRun entry, String said) throws NotApplied {
    Optional<Long> earlier = asBefore(entry.run(), said);
    if (earlier.isEmpty()) {
      Optional<Found> run = finder.find(entry.run(), takenAt);
      if (run.isEmpty()) {
        return await(entry);
      }
      earlier = Optional.of(noted.ofOrNew(run.get(), now));
    }
    long id = earlier.get();
    ShoeEntries shoes = new ShoeEntries(handle, now);
    List<String> message = new ArrayList<>();
    boolean changed = noted.say(id, columns(entry.words(), shoes, message), now);
    NotedRun run = noted.get(id);
    if (run.startedAt() == null) {
      return new Effect(State.WAITING, "run of " + run.awaited(), String.join(", ", message), id, null);
    }
    derive(run);
    return Effect.of(changed, title(id), String.join(", ", message), id, null);
  }

  private Effect await(NoteEntry.OfRun entry) throws NotApplied {
    if (entry.run() instanceof RunReference.Numbered numbered) {
      throw new NotApplied(
          "run " + numbered,
          "there is no run of that day" + finder.nearby(numbered.day()) + ". To have the note wait for it write `run: " + numbered.day()
              + "` or its time.");
    }
    refuseDeleted(entry.run());
    long id = noted.awaiting(entry.run().written(), now);
    List<String> message = new ArrayList<>();
    noted.say(id, columns(entry.words(), new ShoeEntries(handle, now), message), now);
    String nearby = finder.nearby(RunFinder.day(entry.run()));
    return new Effect(
        State.WAITING, "run of " + entry.run(), String.join(", ", message) + (nearby.isEmpty() ? "" : " – none is in the log yet" + nearby), id, null);
  }

  /** The run may be missing because the runner took it out. */
  private void refuseDeleted(RunReference reference) throws NotApplied {
    List<String> deleted = deletedOn(reference).stream().map(this::lastKnown).toList();
    if (!deleted.isEmpty()) {
      throw new NotApplied(
          "run " + reference,
          "you have deleted it (" + String.join(" and ", deleted) + "); `keep: " + RunFinder.day(reference) + "` brings it back.");
    }
  }

  /** By column of noted_run; the shoe by its id. */
  private static Map<String, Object> columns(Map<String, Object> words, ShoeEntries shoes, List<String> message) throws NotApplied {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Map.Entry<String, Object> word : words.entrySet()) {
      Object value = word.getValue();
      if (word.getKey().equals("shoe")) {
        ShoeEntries.Shoe shoe = value == null ? null : shoes.findOrMake((String) value);
        columns.put("shoe_id", shoe == null ? null : shoe.id());
        message.add(shoe == null ? "shoe taken back" : "shoe " + shoe.title());
      } else {
        columns.put(word.getKey(), value);
        message.add(in(word.getKey(), value));
      }
    }
    return columns;
  }

  private static String in(String column, Object value) {
    String name = column.equals("is_race") ? "race" : column;
    if (value == null) {
      return name + " taken back";
    }
    return switch (column) {
      case "is_run" -> Integer.valueOf(1).equals(value) ? "a run, which counts" : "no run, which does not count";
      case "is_race" -> Integer.valueOf(1).equals(value) ? "a race" : "no race";
      case "comment" -> "comment “" + PlainText.line((String) value) + "”";
      default -> name + " " + NotedValue.plain(value);
    };
  }

  /** The run that the same words meant before, while there is one; {@code latest} means another one every day. */
  private Optional<Long> asBefore(RunReference reference, String said) {
    return reference instanceof RunReference.Latest
        ? Optional.empty()
        : NoteStore.earlier(handle, said)
            .map(NoteStore.Earlier::run)
            .filter(id -> noted.get(id).startedAt() == null || noted.get(id).records().stream().anyMatch(RecordId::present));
  }

  Effect delete(NoteEntry.Delete entry, String said) throws NotApplied {
    Optional<Long> before = asBefore(entry.run(), said).filter(id -> noted.get(id).deleted());
    if (before.isPresent()) {
      return Effect.of(false, "run " + entry.run(), "was deleted before (" + lastKnown(before.get()) + "); another run of that day is named by its time",
          before.get(), null);
    }
    Optional<Found> run = finder.find(entry.run(), takenAt);
    if (run.isEmpty()) {
      throw new NotApplied(
          "delete " + entry.run(),
          "there is no run of that day" + (deletedOn(entry.run()).isEmpty() ? finder.nearby(RunFinder.day(entry.run())) : " any more") + ".");
    }
    long id = noted.ofOrNew(run.get(), now);
    boolean changed = noted.delete(id, true, now);
    derive(noted.get(id));
    return Effect.of(changed, "run of " + run.get().title(), "deleted; `keep: " + entry.run() + "` brings it back", id, null);
  }

  Effect keep(NoteEntry.Keep entry) throws NotApplied {
    // Its number was another one before it was deleted: the words of the deletion mean it first.
    Optional<Long> before =
        NoteStore.earlier(handle, WrittenEntry.of(new NoteEntry.Delete(entry.run())))
            .map(NoteStore.Earlier::run)
            .filter(id -> noted.get(id).deleted());
    List<Long> deleted = before.map(List::of).orElseGet(() -> deletedOn(entry.run()));
    if (deleted.size() > 1) {
      throw new NotApplied(
          "keep " + entry.run(), "several runs of that day are deleted; say its time: " + lastKnown(deleted) + ".");
    }
    if (deleted.isEmpty()) {
      Optional<Found> run = finder.find(entry.run(), takenAt);
      if (run.isPresent()) {
        return Effect.of(false, "run of " + run.get().title(), "is in the log");
      }
      throw new NotApplied("keep " + entry.run(), "no run of that day was deleted.");
    }
    long id = deleted.get(0);
    noted.delete(id, false, now);
    derive(noted.get(id));
    return Effect.of(true, title(id), "is in the log again", id, null);
  }

  private List<Long> deletedOn(RunReference reference) {
    if (RunFinder.day(reference) == null) {
      return List.of();
    }
    String day = RunFinder.day(reference).toString();
    return handle
        .createQuery(
            """
            select distinct noted_run_id, activity.started_at, activity.document
            from noted_run join noted_run_record using (noted_run_id) join source_activity as activity using (source, external_id)
            where deleted = 1 and activity.withdrawn_at is null
              and activity.started_at between date(:day, '-1 day') and date(:day, '+2 days')
            order by activity.started_at, noted_run_id""")
        .bind("day", day)
        .map((row, context) -> Map.entry(row.getLong("noted_run_id"), ActivityDocument.read(row.getString("document"))))
        .list()
        .stream()
        .filter(entry -> entry.getValue().runDate().toString().equals(day))
        .filter(entry -> !(reference instanceof RunReference.AtMinute minute) || RunFinder.fits(minute, entry.getValue()))
        .map(Map.Entry::getKey)
        .distinct()
        .toList();
  }

  Effect merge(NoteEntry.Merge entry) throws NotApplied {
    Pair pair = pair(entry.one(), entry.other(), "merge");
    boolean changed = noted.pair(pair.one, pair.other, true, now);
    derive(noted.get(pair.one));
    return Effect.of(changed, pair.title, "are one run, " + title(pair.one), pair.one, pair.other);
  }

  Effect apart(NoteEntry.Apart entry) throws NotApplied {
    if (entry.other() == null) {
      return apartAlone(entry.one());
    }
    Pair pair = pair(entry.one(), entry.other(), "apart");
    boolean changed = noted.pair(pair.one, pair.other, false, now);
    derive(noted.get(pair.one));
    derive(noted.get(pair.other));
    return Effect.of(changed, pair.title, "are two runs", pair.one, pair.other);
  }

  /** What was taken for one run is as many as it has recordings. */
  private Effect apartAlone(RunReference reference) throws NotApplied {
    Found run =
        finder.find(reference, takenAt).orElseThrow(() -> new NotApplied("apart " + reference, "there is no run of that day."));
    List<RecordId> records = noted.recordsOf(run.key());
    if (records.size() < 2) {
      throw new NotApplied(
          "apart " + reference, "the run of " + run.title() + " has one recording only, from " + Source.of(records.get(0).source()).title() + ".");
    }
    List<Long> ids = records.stream().map(record -> noted.ofAlone(record, run.startedAt(), now)).toList();
    boolean changed = false;
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        changed |= noted.pair(ids.get(i), ids.get(j), false, now);
      }
    }
    derive(noted.get(ids.get(0)));
    return Effect.of(changed, "run of " + run.title(), "its " + ids.size() + " recordings are runs of their own", ids.get(0), ids.get(1));
  }

  private record Pair(long one, long other, String title) {}

  /** The same two words mean the same two runs, whatever the day is numbered like now that they are one or two. */
  private Pair pair(RunReference one, RunReference other, String verb) throws NotApplied {
    String title = "runs " + one + " and " + other;
    for (NoteEntry entry :
        List.of(
            new NoteEntry.Merge(one, other), new NoteEntry.Apart(one, other), new NoteEntry.Merge(other, one), new NoteEntry.Apart(other, one))) {
      Optional<NoteStore.Earlier> earlier = NoteStore.earlier(handle, WrittenEntry.of(entry)).filter(found -> found.otherRun() != null);
      if (earlier.isPresent()) {
        return new Pair(earlier.get().run(), earlier.get().otherRun(), title);
      }
    }
    Found first = existing(one, verb);
    Found second = existing(other, verb);
    if (first.key().equals(second.key())) {
      throw new NotApplied(verb + " " + one + " and " + other, "both mean the run of " + first.title() + "; two runs are needed.");
    }
    if (verb.equals("merge")) {
      refuseFarApart(first, second);
    }
    return new Pair(noted.ofOrNew(first, now), noted.ofOrNew(second, now), title);
  }

  private static void refuseFarApart(Found one, Found other) throws NotApplied {
    Found first = one.startedAt().isAfter(other.startedAt()) ? other : one;
    Found second = first == one ? other : one;
    Duration between = Duration.between(first.startedAt().plus(Duration.between(first.start(), first.end())), second.startedAt());
    if (between.compareTo(LONGEST_BREAK) > 0) {
      throw new NotApplied(
          "merge",
          "the run of " + second.title() + " began " + between.toHours() + " hours after the run of " + first.title()
              + " had ended; only recordings of one run, at most " + LONGEST_BREAK.toHours() + " hours apart, can be merged.");
    }
  }

  private Found existing(RunReference reference, String verb) throws NotApplied {
    return finder
        .find(reference, takenAt)
        .orElseThrow(
            () -> new NotApplied(verb + " " + reference, "there is no run of that day" + finder.nearby(RunFinder.day(reference)) + "."));
  }

  private String title(long id) {
    for (RecordId record : noted.get(id).records()) {
      Optional<RunKey> key =
          handle
              .createQuery("select run_date, run_no from source_activity where source = :source and external_id = :externalId and run_date is not null")
              .bind("source", record.source())
              .bind("externalId", record.externalId())
              .map((row, context) -> new RunKey(row.getString("run_date"), row.getInt("run_no")))
              .findOne();
      if (key.isPresent()) {
        return finder.title(key.get());
      }
    }
    return "run of " + lastKnown(id);
  }

  private String lastKnown(List<Long> ids) {
    return ids.stream().map(this::lastKnown).collect(Collectors.joining(" and "));
  }

  /** By the clock of the activity's own place, when its source still has it. */
  private String lastKnown(long id) {
    NotedRun run = noted.get(id);
    return run.records().stream()
        .filter(RecordId::present)
        .findFirst()
        .flatMap(record -> SourceStore.find(handle, Source.of(record.source()), record.externalId()))
        .map(stored -> NotedValue.localMinute(stored.activity()))
        .orElseGet(() -> run.startedAt() == null ? run.awaited() : Timestamps.of(run.startedAt()));
  }

  private void derive(NotedRun run) {
    rederivation.around(handle, run.startedAt());
    run.records().stream()
        .filter(RecordId::present)
        .flatMap(record -> SourceStore.find(handle, Source.of(record.source()), record.externalId()).stream())
        .map(stored -> stored.activity().startedAt())
        .filter(start -> !start.equals(run.startedAt()))
        .forEach(start -> rederivation.around(handle, start));
  }
}
