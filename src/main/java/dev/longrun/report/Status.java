package dev.longrun.report;

import dev.longrun.log.KnownUntil;
import dev.longrun.log.record.SyncState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How Longrun is, at one moment.
 *
 * @param service the process id of the running service, if it runs
 * @param sources one for each source that is or was asked, and Open-Meteo
 * @param putAside what could not be used and is not over: the newest
 * @param putAsideCount how many there are in all
 * @param refused files of the last days in {@code inbox/failed/}, newest first
 * @param doubtful a sentence for each pair of runs that may be one, with the line that settles it
 * @param inPart files that were loaded in part: the newest
 * @param doubted runs that nobody can have run, or of which the runner said that they are none
 * @param freeBytes what is left on the home's disk
 */
public record Status(
    OptionalLong service,
    List<SourceStatus> sources,
    Runs runs,
    Waiting waiting,
    List<PutAside> putAside,
    long putAsideCount,
    List<RefusedFile> refused,
    List<String> doubtful,
    List<PutAside> inPart,
    List<Doubted> doubted,
    long freeBytes) {

  /**
   * @param off why the source is not asked; empty: it is connected
   * @param silentSince since when a connected source has not answered although it was asked, whether it failed or asked to wait;
   *     empty: it answered the last time
   */
  public record SourceStatus(SyncState state, Optional<String> off, Optional<Instant> silentSince) {}

  /**
   * @param knownUntil until when nothing but these was run
   * @param shownOnly of all those that may only be shown (Strava API)
   * @param withoutLoad of all those that a setting would give a load
   * @param missingSetting why most of them have none and which setting it is; null: there are none
   */
  public record Runs(long all, long shownOnly, LocalDate first, LocalDate last, KnownUntil knownUntil, long withoutLoad, String missingSetting) {}

  /**
   * @param oldestQuestion when the oldest question that waits was asked; null: none waits
   * @param questionError why it could not be answered yet; null: it was not tried
   * @param summaryWords summaries without the coach's words
   * @param oldestSummary since when the oldest of them stands there without; null: there is none
   * @param weatherRuns counted outdoor runs with a place and without weather
   * @param firstDueDay from where on the derived numbers must be made again; null: they are current
   */
  public record Waiting(
      long questions,
      Instant oldestQuestion,
      String questionError,
      long summaryWords,
      Instant oldestSummary,
      long undelivered,
      long weatherRuns,
      LocalDate firstDueDay,
      long inboxFiles) {}

  public record PutAside(String what, String reason, LocalDate notedOn) {}

  /** A run that is shown and counts nowhere, and why. */
  public record Doubted(LocalDate day, int no, String name, String because) {}

  /** @param why the sentence beside it; empty when there is none */
  public record RefusedFile(Path file, Instant at, String why) {}
}
