package dev.longrun.analysis;

import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.metrics.trend.Interval;
import dev.longrun.metrics.trend.RunObservation;
import dev.longrun.metrics.trend.SpikeClass;
import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs far longer than the runner was used to. */
final class SpikeSection {
  private static final int DAYS = 84;
  private static final int WINDOW_DAYS = 30;
  private static final double MOST_BEYOND = 1.10;
  private static final int RECOVERY_DAYS = 28;

  /** As a watch may measure it. */
  private static final double MARATHON_M = StandardDistance.MARATHON.distanceM() * StandardDistance.SHORTEST_SHARE;

  private static final String NOT_KNOWN =
      "How far the next run may go without being one of them takes a log that is known to the day.";

  private SpikeSection() {}

  static Section of(AnalysedLog log) {
    List<RunObservation> runs = log.runs().stream().filter(run -> run.day().isAfter(log.today().minusDays(DAYS))).toList();
    if (runs.isEmpty()) {
      return Section.missing("Runs beyond the usual length", "No run in the last 12 weeks.");
    }
    Map<SpikeClass, Long> counts = runs.stream().collect(Collectors.groupingBy(run -> SpikeClass.of(run.spikeRatio()), Collectors.counting()));
    List<List<String>> rows = new ArrayList<>();
    for (SpikeClass spike : SpikeClass.values()) {
      rows.add(List.of(name(spike), Long.toString(counts.getOrDefault(spike, 0L)), hazard(spike)));
    }
    List<Passage> passages = new ArrayList<>();
    passages.add(
        Passage.prose(
            "The %s of the last 12 weeks by their distance over the longest run of the %d days before each."
                .formatted(Say.count(runs.size(), "run"), WINDOW_DAYS)));
    passages.add(Passage.table(List.of("distance", "runs", "rate of injuries in the study, against up to +10 %"), rows));
    List<String> beyond =
        runs.stream()
            .filter(run -> run.spikeRatio() != null && run.spikeRatio() > MOST_BEYOND)
            .map(
                run ->
                    "%s: %s km%s, %s %%"
                        .formatted(
                            run.day(),
                            Say.km(run.distanceM()),
                            RunObservation.RACE.equals(run.kind()) ? " (race)" : "",
                            Say.signed(100 * (run.spikeRatio() - 1), 0)))
            .toList();
    if (!beyond.isEmpty()) {
      passages.add(Passage.points(beyond));
    }
    passages.add(Passage.prose(log.isKnownToTheDay() ? next(log.runs(), log.today()) : NOT_KNOWN));
    passages.add(
        Passage.prose(
            "The study: Frandsen 2025 (Br J Sports Med), 5205 runners, self-reported injuries, rate ratios with 95 % intervals. An"
                + " association over runners of all levels, not a law for one; most such runs end well, and the risk of any single"
                + " run stays small. The change from week to week showed no association there. An injury of the last year, which is"
                + " noted or not, says more than any of this."));
    return new Section("Runs beyond the usual length", passages);
  }

  private static String name(SpikeClass spike) {
    return switch (spike) {
      case NO_REFERENCE -> "no run in the 30 days before";
      case REFERENCE -> "up to +10 %";
      case SMALL -> "+10 to +30 %";
      case MODERATE -> "+30 to +100 %";
      case LARGE -> "more than +100 %";
    };
  }

  private static String hazard(SpikeClass spike) {
    Interval interval = spike.interval();
    if (spike == SpikeClass.NO_REFERENCE) {
      return "not studied; not the same as safe";
    }
    return interval == null
        ? "1 (they are the measure)"
        : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", spike.hazardRatio(), interval.low(), interval.high());
  }

  /** The last run of a marathon or longer that the runner still recovers from. */
  static Optional<RunObservation> marathonOfLate(List<RunObservation> runs, LocalDate today) {
    return runs.stream()
        .filter(run -> run.day().isAfter(today.minusDays(RECOVERY_DAYS)) && run.distanceM() >= MARATHON_M)
        .max(Comparator.comparing(RunObservation::day));
  }

  private static String next(List<RunObservation> runs, LocalDate today) {
    Optional<RunObservation> marathon = marathonOfLate(runs, today);
    if (marathon.isPresent()) {
      return "On %s %s km were run. For four weeks after a marathon or longer nothing is said about how long the next long run may be."
          .formatted(marathon.get().day(), Say.km(marathon.get().distanceM()));
    }
    return runs.stream()
        .filter(run -> run.day().isAfter(today.minusDays(WINDOW_DAYS)) && !RunObservation.RACE.equals(run.kind()))
        .map(RunObservation::distanceM)
        .max(Double::compare)
        .map(
            longest ->
                "Longest run of the last %d days, races left out: %s km, so the next one stays within +10 %% up to %s km."
                    .formatted(WINDOW_DAYS, Say.km(longest), Figures.decimal(Math.floor(longest * MOST_BEYOND / 100) / 10, 1)))
        .orElse("No run but races in the last %d days: there is nothing to compare the next one with.".formatted(WINDOW_DAYS));
  }
}
