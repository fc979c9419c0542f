package dev.longrun.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Until when the log is known: the moment up to which every connected source of runs has answered, and without one the last import of
 * files. A day without a run is a day of rest only up to it; of later days nothing is known.
 *
 * <p>Kept in the one row of table {@code known_until}, so that statements, views and pages ask the same row. A source that is connected
 * anew and one that is taken away leave what was known before them as it was.
 *
 * @param moment null: nothing is known
 * @param day the last day of the runner's that was over at that moment; null: nothing is known
 * @param by the source that waits longest, or whose word was the last; null: nothing is known
 */
public record KnownUntil(Instant moment, LocalDate day, Source by) {
  public static final KnownUntil NOTHING = new KnownUntil(null, null, null);

  private static final String SOURCES =
      """
      select source, connected, connected_since, answered_until from sync_state
      where source <> 'open-meteo' and (connected = 1 or answered_until is not null)""";

  /** Not when it ended: what was run while a large archive was read is not in it. */
  private static final String LAST_IMPORT =
      """
      select max(started_at) from file_import
      where finished_at is not null and refusal is null and loaded + merged + changed + known > 0""";

  private static final String KEEP =
      """
      insert into known_until (one, known_until, known_day, known_by, updated_at) values (1, :moment, :day, :by, :now)
      on conflict (one) do update
      set known_until = excluded.known_until, known_day = excluded.known_day, known_by = excluded.known_by, updated_at = excluded.updated_at
      where (known_until, known_day, known_by) is not (excluded.known_until, excluded.known_day, excluded.known_by)""";

  private record Word(Source source, boolean connected, Instant since, Instant until) {
    /** What it said before it was connected again is known, but does not bind. */
    boolean answers() {
      return connected && until != null && (since == null || !until.isBefore(since));
    }
  }

  /** As it was kept last: what is derived from the log rests on it. */
  public static KnownUntil read(Handle handle) {
    return handle
        .createQuery("select known_until, known_day, known_by from known_until where known_until is not null")
        .map(
            (row, context) ->
                new KnownUntil(
                    Timestamps.parse(row.getString("known_until")),
                    LocalDate.parse(row.getString("known_day")),
                    Source.of(row.getString("known_by"))))
        .findOne()
        .orElse(NOTHING);
  }

  /**
   * Tells it from the states of the sources and the imports, and keeps it.
   *
   * @param now what was noted by a clock that was ahead counts as said now
   */
  public static KnownUntil keep(Handle handle, ZoneId timezone, Instant now) {
    KnownUntil known = tell(handle, timezone, now);
    handle
        .createUpdate(KEEP)
        .bind("moment", Timestamps.of(known.moment))
        .bind("day", known.day == null ? null : known.day.toString())
        .bind("by", known.by == null ? null : known.by.id())
        .bind("now", Timestamps.of(now))
        .execute();
    return known;
  }

  public boolean covers(LocalDate asked) {
    return day != null && !asked.isAfter(day);
  }

  /** The earlier of a day and the last known one: the end of a time in which a day without a run was one; null: nothing is known. */
  public LocalDate atMost(LocalDate asked) {
    return day == null || day.isBefore(asked) ? day : asked;
  }

  /** What the states of the sources and the imports say, without keeping it. */
  public static KnownUntil tell(Handle handle, ZoneId timezone, Instant now) {
    List<Word> words =
        handle
            .createQuery(SOURCES)
            .map(
                (row, context) ->
                    new Word(
                        Source.of(row.getString("source")),
                        row.getInt("connected") == 1,
                        noLater(now, Timestamps.parse(row.getString("connected_since"))),
                        noLater(now, Timestamps.parse(row.getString("answered_until")))))
            .list();
    Optional<KnownUntil> said =
        words.stream().filter(Word::answers).map(word -> at(word.until(), word.source(), timezone)).min(Comparator.comparing(KnownUntil::moment));
    Optional<KnownUntil> known = said.or(() -> before(handle, words, timezone, now));
    // Of the time before it was connected nobody expects anything of a source that has yet to answer.
    return known
        .flatMap(
            until ->
                words.stream()
                    .filter(word -> word.connected() && !word.answers() && word.since() != null && word.since().isBefore(until.moment()))
                    .map(word -> at(word.since(), word.source(), timezone))
                    .min(Comparator.comparing(KnownUntil::moment))
                    .or(() -> known))
        .orElse(NOTHING);
  }

  /** Without a source that answers: the last that any of them has said, or the last import. */
  private static Optional<KnownUntil> before(Handle handle, List<Word> words, ZoneId timezone, Instant now) {
    Optional<KnownUntil> source =
        words.stream()
            .filter(word -> word.until() != null)
            .map(word -> at(word.until(), word.source(), timezone))
            .max(Comparator.comparing(KnownUntil::moment));
    Optional<KnownUntil> imported =
        handle
            .createQuery(LAST_IMPORT)
            .mapTo(String.class)
            .findOne()
            .map(started -> at(noLater(now, Timestamps.parse(started)), Source.FILE, timezone));
    return imported.filter(file -> source.isEmpty() || file.moment().isAfter(source.get().moment())).or(() -> source);
  }

  private static KnownUntil at(Instant moment, Source by, ZoneId timezone) {
    return new KnownUntil(moment, LocalDate.ofInstant(moment, timezone).minusDays(1), by);
  }

  private static Instant noLater(Instant now, Instant instant) {
    return instant == null || instant.isBefore(now) ? instant : now;
  }
}
