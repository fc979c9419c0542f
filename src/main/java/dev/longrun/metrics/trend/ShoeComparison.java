package dev.longrun.metrics.trend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Is the runner faster in one shoe than in another? Each shoe against the most-worn one, in grade-adjusted speed at one heart rate,
 * inside one model of all runs ({@link SpeedQuestion}) with the kind of session allowed for, since fast shoes go to fast days; races
 * are left out. Each shoe needs 15 runs. Asking about every shoe at once is many questions: what is called clear has survived the
 * correction of Benjamini and Hochberg (1995) at q 0.10. Training runs cannot show a difference of one per cent; a paired A/B/B/A
 * protocol on a flat loop could.
 *
 * @param reference the most-worn shoe; null when none has enough runs
 * @param differences per cent faster than in the reference, by shoe; too few where a shoe has not enough runs
 */
public record ShoeComparison(String reference, Map<String, Finding> differences) {
  public static final int LEAST_RUNS = 15;
  private static final int MOST_SHOES = 20;

  public ShoeComparison {
    differences = Collections.unmodifiableMap(new TreeMap<>(differences));
  }

  public static ShoeComparison of(List<RunObservation> runs) {
    Selection selection = AerobicRuns.of(runs, true);
    Map<String, Long> worn = worn(selection.runs());
    List<String> large =
        worn.keySet().stream()
            .filter(shoe -> worn.get(shoe) >= LEAST_RUNS)
            .sorted(Comparator.comparing((String shoe) -> -worn.get(shoe)).thenComparing(Comparator.naturalOrder()))
            .limit(MOST_SHOES)
            .toList();
    String reference = large.isEmpty() ? null : large.get(0);
    Map<String, Finding> differences = new TreeMap<>();
    worn.forEach(
        (shoe, count) -> {
          if (count < LEAST_RUNS) {
            differences.put(shoe, tooFew(shoe, count.intValue(), selection.basis()));
          }
        });
    if (large.size() > 1) {
      differences.putAll(compared(runs, reference, large.subList(1, large.size())));
    }
    return new ShoeComparison(reference, differences);
  }

  private static Map<String, Finding> compared(List<RunObservation> runs, String reference, List<String> others) {
    ModelOutcome outcome = model(AerobicRuns.of(runs, true), reference, others);
    if (outcome instanceof RunModel model) {
      return answers(model, reference, others);
    }
    if (others.size() == 1) {
      return Map.of(others.get(0), named(((ModelRefusal) outcome).finding(), what(others.get(0), reference)));
    }
    // One shoe that cannot be told from something else must not silence the others: each alone, then.
    Map<String, Finding> alone = new TreeMap<>();
    for (String shoe : others) {
      List<RunObservation> fewer = runs.stream().filter(run -> run.shoe() == null || run.shoe().equals(shoe) || !others.contains(run.shoe())).toList();
      alone.putAll(compared(fewer, reference, List.of(shoe)));
    }
    return alone;
  }

  private static Finding named(Finding finding, String what) {
    return finding instanceof CannotSeparate entangled
        ? new CannotSeparate(what, entangled.from(), entangled.basis())
        : finding instanceof TooFew few ? new TooFew(what, few.have(), few.needed(), few.counted(), few.basis()) : finding;
  }

  private static ModelOutcome model(Selection selection, String reference, List<String> others) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.addAll(
        SpeedQuestion.common(
            selection.basis().to(), SpeedQuestion.referenceHrBpm(selection.runs()), SpeedQuestion.HEART_RATE));
    others.forEach(shoe -> covariates.add(Covariate.essential(term(shoe), "", run -> shoe.equals(run.shoe()) ? 1.0 : 0.0)));
    keepOrLeaveOut(selection, covariates, "shoe not noted", "without a noted shoe", run -> run.shoe() == null);
    keepOrLeaveOut(
        selection,
        covariates,
        "other shoes",
        "in other shoes",
        run -> run.shoe() != null && !run.shoe().equals(reference) && !others.contains(run.shoe()));
    int least = RunModel.RUNS_PER_COVARIATE;
    return RunModel.of(
        selection,
        SpeedQuestion.of(
                "speed in one shoe against " + reference,
                SpeedQuestion.HEART_RATE,
                covariates,
                List.of(Factor.kind(least), Factor.surface(least)),
                2 * LEAST_RUNS)
            .withAllFactors());
  }

  /** Enough runs of a kind that nobody asks for become a level of their own; fewer are left out, so that they blur no other level. */
  private static void keepOrLeaveOut(
      Selection selection, List<Covariate> covariates, String name, String reason, Predicate<RunObservation> which) {
    if (selection.count(which) >= RunModel.RUNS_PER_COVARIATE) {
      covariates.add(Covariate.essential(name, "", run -> which.test(run) ? 1.0 : 0.0));
    } else {
      selection.without(reason, which);
    }
  }

  private static Map<String, Finding> answers(RunModel model, String reference, List<String> shoes) {
    Map<String, Finding> findings = new TreeMap<>();
    List<String> asked = new ArrayList<>();
    for (String shoe : shoes) {
      int count = (int) model.runs().stream().filter(run -> shoe.equals(run.shoe())).count();
      if (count < LEAST_RUNS) {
        findings.put(shoe, tooFew(shoe, count, model.basis()));
      } else if (model.entangled(term(shoe)) != null) {
        findings.put(shoe, new CannotSeparate(what(shoe, reference), model.entangled(term(shoe)), model.basis()));
      } else {
        asked.add(shoe);
      }
    }
    double[] adjusted =
        BenjaminiHochberg.adjusted(asked.stream().mapToDouble(shoe -> model.fit().pValue(term(shoe))).toArray());
    for (int i = 0; i < asked.size(); i++) {
      Estimate estimate = estimate(model, asked.get(i), reference);
      findings.put(asked.get(i), estimate.withClear(estimate.clear() && adjusted[i] <= BenjaminiHochberg.Q));
    }
    return findings;
  }

  private static Map<String, Long> worn(List<RunObservation> runs) {
    return runs.stream()
        .filter(run -> run.shoe() != null)
        .collect(Collectors.groupingBy(RunObservation::shoe, TreeMap::new, Collectors.counting()));
  }

  private static TooFew tooFew(String shoe, int count, Basis basis) {
    return new TooFew("speed in " + shoe, count, LEAST_RUNS, "runs in them", basis);
  }

  private static String term(String shoe) {
    return "shoe " + shoe;
  }

  private static String what(String shoe, String reference) {
    return "speed in %s against %s".formatted(shoe, reference);
  }

  private static Estimate estimate(RunModel model, String shoe, String reference) {
    return model.difference(
        what(shoe, reference),
        term(shoe),
        "%",
        SpeedQuestion::percent,
        PaceAtHeartRate.WORTHWHILE_PERCENT,
        List.of("Which shoe was worn on which day was not left to chance, so this may be the days and not the shoes."));
  }
}
