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
import org.jdbi.v3.core.Handle;

/** The latest two noted blocks of training side by side; without notes the last twelve whole weeks against the twelve before. */
final class BlockSection {
  private static final int WEEKS = 12;

  private BlockSection() {}

  static Section of(AnalysedLog log) {
    List<Block> noted = noted(log.handle(), log.today());
    Block later;
    Block earlier;
    String which;
    if (noted.size() == 2) {
      later = noted.get(0);
      earlier = noted.get(1);
      which = "The latest two blocks that are noted";
    } else {
      LocalDate sunday = log.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      later = new Block("last 12 weeks", sunday.minusWeeks(WEEKS).plusDays(1), sunday);
      earlier = new Block("12 weeks before", later.from().minusWeeks(WEEKS), later.from().minusDays(1));
      which = "No two blocks of training are noted, so the last %d whole weeks against the %d before".formatted(WEEKS, WEEKS);
    }
    List<RunObservation> runs = RunHistory.between(log.handle(), earlier.from().minusDays(1), later.to());
    BlockComparison comparison = BlockComparison.of(runs, earlier, later);
    List<Passage> passages = new ArrayList<>();
    passages.add(
        Passage.prose(
            "%s: '%s' (%s to %s) against '%s' (%s to %s)."
                .formatted(which, later.name(), later.from(), later.to(), earlier.name(), earlier.from(), earlier.to())));
    passages.addAll(Say.findings(comparison.weeklyKm(), comparison.hardPercent(), comparison.speedPercent(), comparison.feel()));
    passages.add(Passage.prose(String.join(" ", comparison.caveats()) + " Which difference led to which, two blocks cannot say."));
    return new Section("Two blocks of training", passages);
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
