package dev.longrun.analysis;

import dev.longrun.metrics.trend.Block;
import dev.longrun.metrics.trend.BlockComparison;
import dev.longrun.metrics.trend.RunObservation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The latest two noted blocks of training side by side; without notes the last twelve whole weeks against the twelve before. */
final class BlockSection {
  private static final int WEEKS = 12;
  private static final String TITLE = "Two blocks of training";

  private BlockSection() {}

  static Section of(AnalysedLog log) {
    Optional<LocalDate> firstRun =
        log.handle().createQuery("select min(run_date) from counted_run").mapTo(String.class).findOne().map(LocalDate::parse);
    LocalDate lastKnown = log.known().atMost(log.today());
    if (firstRun.isEmpty() || lastKnown == null) {
      return Section.missing(TITLE, "It takes a source or an import that tells until when the log is known.");
    }
    List<Block> noted = noted(log.handle(), lastKnown);
    Block later;
    Block earlier;
    String which;
    if (noted.size() == 2) {
      later = noted.get(0);
      earlier = noted.get(1);
      which = "The latest two blocks that are noted";
    } else {
      LocalDate sunday = lastKnown.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      later = new Block("last 12 weeks", sunday.minusWeeks(WEEKS).plusDays(1), sunday);
      earlier = new Block("12 weeks before", later.from().minusWeeks(WEEKS), later.from().minusDays(1));
      which = "No two blocks of training are noted, so the last %d whole weeks against the %d before".formatted(WEEKS, WEEKS);
    }
    if (earlier.to().isBefore(firstRun.get())) {
      return Section.missing(TITLE, "The log begins on %s: there is no time before '%s' to compare it with.".formatted(firstRun.get(), later.name()));
    }
    // Of the weeks before its first run the log knows nothing.
    earlier = earlier.from().isBefore(firstRun.get()) ? new Block(earlier.name(), firstRun.get(), earlier.to()) : earlier;
    List<RunObservation> runs = RunHistory.between(log.handle(), earlier.from().minusDays(1), later.to());
    BlockComparison comparison = BlockComparison.of(runs, earlier, later);
    List<Passage> passages = new ArrayList<>();
    passages.add(
        Passage.prose(
            "%s: '%s' (%s to %s) against '%s' (%s to %s)."
                .formatted(which, later.name(), later.from(), later.to(), earlier.name(), earlier.from(), earlier.to())));
    passages.addAll(Say.findings(comparison.weeklyKm(), comparison.hardPercent(), comparison.speedPercent(), comparison.feel()));
    passages.add(Passage.prose(String.join(" ", comparison.caveats()) + " Which difference led to which, two blocks cannot say."));
    return new Section(TITLE, passages);
  }

  /** Newest first, those that are over; the second is the latest one that does not overlap the first. */
  private static List<Block> noted(Handle handle, LocalDate today) {
    List<Block> blocks = new ArrayList<>();
    handle
        .createQuery(
            """
            select name, from_date, to_date from annotation
            where kind = 'block' and from_date <= to_date and to_date <= :today
            order by to_date desc, from_date desc""")
        .bind("today", today.toString())
        .map(
            (row, context) ->
                new Block(
                    Objects.requireNonNullElse(Rows.name(row, "name"), "unnamed"),
                    LocalDate.parse(row.getString("from_date")),
                    LocalDate.parse(row.getString("to_date"))))
        .stream()
        .filter(block -> blocks.isEmpty() || !blocks.get(0).overlaps(block))
        .limit(2)
        .forEach(blocks::add);
    return blocks;
  }
}
