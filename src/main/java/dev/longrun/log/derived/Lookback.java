package dev.longrun.log.derived;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What earlier runs say about the runner on a given day: read once from the derived rows before a day, then fed day by day, so that a
 * chunk of days needs one query. Every window ends with what has been added last.
 */
final class Lookback {
  /** A maximum that nothing has come near in two years is the one of another body. */
  static final int DAYS_KEPT = 730;

  /**
   * What one run alone says about the runner; each value null when it says nothing.
   *
   * @param paceIndex of a race
   */
  record Trace(LocalDate day, Instant startedAt, Double distanceM, Double paceIndex) {}

  /** Load by heart rate over load by effort, of a run that has both. */
  private record EffortRatio(LocalDate day, double ratio) {}

  private final Deque<Trace> traces = new ArrayDeque<>();
  private final Deque<EffortRatio> effortRatios = new ArrayDeque<>();

  private Lookback() {}

  /** The memory on the morning of the day. */
  static Lookback before(Handle handle, LocalDate day) {
    Lookback lookback = new Lookback();
    handle
        .createQuery(
            """
            select run_date, started_at, distance_m, pace_index,
                   case when srpe_load > 0 then load100 / srpe_load end as effort_ratio
            from counted_run
            where run_date >= :from and run_date < :day
            order by run_date, run_no""")
        .bind("from", day.minusDays(DAYS_KEPT).toString())
        .bind("day", day.toString())
        .map(
            (row, context) ->
                Map.entry(
                    new Trace(
                        LocalDate.parse(row.getString("run_date")),
                        Instant.parse(row.getString("started_at")),
                        RunReader.number(row, "distance_m"),
                        RunReader.number(row, "pace_index")),
                    Optional.ofNullable(RunReader.number(row, "effort_ratio"))))
        .forEach(
            run -> {
              lookback.add(run.getKey());
              run.getValue().ifPresent(ratio -> lookback.addEffortRatio(run.getKey().day(), ratio));
            });
    return lookback;
  }

  void add(Trace trace) {
    traces.add(trace);
    LocalDate oldest = trace.day().minusDays(DAYS_KEPT);
    while (traces.peek().day().isBefore(oldest)) {
      traces.remove();
    }
  }

  void addEffortRatio(LocalDate day, double ratio) {
    effortRatios.add(new EffortRatio(day, ratio));
    LocalDate oldest = day.minusDays(DAYS_KEPT);
    while (effortRatios.peek().day().isBefore(oldest)) {
      effortRatios.remove();
    }
  }

  /** Of the runs from a day on, before another. */
  List<Double> effortRatios(LocalDate from, LocalDate before) {
    return effortRatios.stream()
        .filter(ratio -> !ratio.day().isBefore(from) && ratio.day().isBefore(before))
        .map(EffortRatio::ratio)
        .toList();
  }

  /** The longest other run that started in the days before an instant. */
  OptionalDouble longestBefore(Instant start, int days) {
    Instant from = start.minus(Duration.ofDays(days));
    return newestFirst(from.minus(Duration.ofDays(1)))
        .filter(trace -> trace.startedAt().isBefore(start) && !trace.startedAt().isBefore(from))
        .map(Trace::distanceM)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max();
  }

  /** What the runs from a day on say, oldest first. */
  <T> List<T> since(LocalDate from, Function<Trace, T> reading) {
    List<T> values = new ArrayList<>();
    for (Iterator<Trace> newest = traces.descendingIterator(); newest.hasNext(); ) {
      Trace trace = newest.next();
      if (trace.day().isBefore(from)) {
        break;
      }
      T value = reading.apply(trace);
      if (value != null) {
        values.add(value);
      }
    }
    Collections.reverse(values);
    return values;
  }

  private Stream<Trace> newestFirst(Instant from) {
    List<Trace> recent = new ArrayList<>();
    for (Iterator<Trace> newest = traces.descendingIterator(); newest.hasNext(); ) {
      Trace trace = newest.next();
      if (trace.startedAt().isBefore(from)) {
        break;
      }
      recent.add(trace);
    }
    return recent.stream();
  }
}
