package dev.longrun.metrics.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A covariate that is one of several things, such as the shoe: each level that has enough runs gets a term of its own, measured
 * against the most common named one.
 *
 * @param group what the answer calls it
 * @param level of a run; null when not known, which is then a level like any other but never the reference
 * @param least runs that a level must have
 * @param tooSmall the reason for which runs of a smaller level are left out
 */
record Factor(String group, Function<RunObservation, String> level, int least, String tooSmall) {
  /** The rest becomes one level; more terms than this would eat up a life of runs. */
  private static final int MOST_LEVELS = 20;

  /** When more than this share of the runs would have to be left out, the factor is dropped instead. */
  private static final double MOST_LEFT_OUT = 0.2;

  private static final String NOT_NOTED = "not noted";
  private static final String OTHERS = "others";

  static Factor shoe(int least) {
    return new Factor("shoe", RunObservation::shoe, least, "in shoes with fewer than %d runs".formatted(least));
  }

  static Factor kind(int least) {
    return new Factor(
        "kind of session",
        run -> run.is(RunObservation.TEMPO) || run.is(RunObservation.INTERVAL) ? run.kind() : "steady",
        least,
        "of a kind of session with fewer than %d runs".formatted(least));
  }

  static Factor surface(int least) {
    return new Factor(
        "surface",
        run -> run.surface().name().toLowerCase(Locale.ROOT),
        least,
        "on a surface with fewer than %d runs".formatted(least));
  }

  /** What came of it: terms, and whether some runs had to go. */
  record Levels(String reference, List<Covariate> covariates, String caveat) {}

  Levels of(Selection selection) {
    Map<String, Long> counts =
        selection.runs().stream().collect(Collectors.groupingBy(this::name, Collectors.counting()));
    List<String> large =
        counts.keySet().stream()
            .filter(name -> counts.get(name) >= least)
            .sorted(Comparator.comparing((String name) -> -counts.get(name)).thenComparing(Comparator.naturalOrder()))
            .toList();
    String reference = large.stream().filter(name -> !name.equals(NOT_NOTED)).findFirst().orElse(null);
    if (reference == null) {
      boolean something = counts.keySet().stream().anyMatch(name -> !name.equals(NOT_NOTED));
      return new Levels(null, List.of(), something ? "No %s has %d runs, so it is not allowed for.".formatted(group, least) : null);
    }
    Set<String> kept = Set.copyOf(large);
    int small = selection.count(run -> !kept.contains(name(run)));
    if (small > MOST_LEFT_OUT * selection.runs().size()) {
      return new Levels(null, List.of(), "%s is not allowed for: %d runs are %s.".formatted(Words.capitalised(group), small, tooSmall));
    }
    selection.without(tooSmall, run -> !kept.contains(name(run)));
    Set<String> own = new LinkedHashSet<>(large.subList(0, Math.min(MOST_LEVELS, large.size())));
    List<Covariate> covariates = new ArrayList<>();
    for (String name : own) {
      if (!name.equals(reference)) {
        covariates.add(Covariate.level(term(name), group, run -> name(run).equals(name)));
      }
    }
    if (own.size() < large.size()) {
      covariates.add(Covariate.level(term(OTHERS), group, run -> !own.contains(name(run))));
    }
    return new Levels(reference, covariates, null);
  }

  String term(String name) {
    return group + " " + name;
  }

  private String name(RunObservation run) {
    String name = level.apply(run);
    return name == null ? NOT_NOTED : name;
  }
}
