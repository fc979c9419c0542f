package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Runs that may answer a question, and how many may not, each counted under the first reason that applies. */
final class Selection {
  private List<RunObservation> runs;
  private final Map<String, Integer> excluded = new LinkedHashMap<>();

  /** @param runs in any order */
  Selection(List<RunObservation> runs) {
    this.runs = new ArrayList<>(runs);
    this.runs.sort(Comparator.comparing(RunObservation::day));
  }

  Selection without(String reason, Predicate<RunObservation> which) {
    List<RunObservation> kept = new ArrayList<>();
    for (RunObservation run : runs) {
      if (which.test(run)) {
        excluded.merge(reason, 1, Integer::sum);
      } else {
        kept.add(run);
      }
    }
    runs = kept;
    return this;
  }

  /** Only what lies after the last gap of more than eight weeks. */
  Selection sinceTheLastGap() {
    LocalDate from = null;
    for (int i = 1; i < runs.size(); i++) {
      if (ChronoUnit.DAYS.between(runs.get(i - 1).day(), runs.get(i).day()) > SeenSpan.LONGEST_GAP_DAYS) {
        from = runs.get(i).day();
      }
    }
    LocalDate start = from;
    return without("before a gap of more than 8 weeks", run -> start != null && run.day().isBefore(start));
  }

  /** Oldest first. */
  List<RunObservation> runs() {
    return runs;
  }

  int count(Predicate<RunObservation> which) {
    return (int) runs.stream().filter(which).count();
  }

  Basis basis() {
    boolean empty = runs.isEmpty();
    return new Basis(
        runs.size(), "runs", empty ? null : runs.get(0).day(), empty ? null : runs.get(runs.size() - 1).day(), excluded);
  }
}
