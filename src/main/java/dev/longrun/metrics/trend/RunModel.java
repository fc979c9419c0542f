package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A linear model of something about runs: least squares with HC3 errors over all runs for which response and covariates are known.
 * Covariates that too few runs can tell anything about are dropped, and it is said; runs that lie more than four robust standard
 * deviations off are pulled in to there (winsorised), and it is said; when what is asked for goes along with something else, there
 * is no model but a {@link CannotSeparate}.
 */
final class RunModel implements ModelOutcome {
  /** A covariate that differs in fewer runs than this cannot be allowed for; nor can there be more terms than runs by ten. */
  static final int RUNS_PER_COVARIATE = 10;

  static final String METHOD = "least squares with HC3 errors (MacKinnon and White 1985)";

  /** Above it two covariates can hardly be told apart (Marquardt 1970 says 10 at the most, and 5 is cautious). */
  private static final double GREATEST_INFLATION = 5;

  private static final int WEEKS_OF_LATE = 8;
  private static final double FAR_OFF = 4;
  /** Of a normal distribution the median absolute deviation is this part of the standard deviation. */
  private static final double MEDIAN_DEVIATION = 0.6745;

  private final List<RunObservation> runs;
  private final List<Covariate> covariates;
  private final Map<String, String> references;
  private final Map<String, double[]> values;
  private final Fit fit;
  private final Basis basis;
  private final List<String> caveats;

  private RunModel(
      List<RunObservation> runs,
      List<Covariate> covariates,
      Map<String, String> references,
      Map<String, double[]> values,
      Fit fit,
      Basis basis,
      List<String> caveats) {
    this.runs = runs;
    this.covariates = covariates;
    this.references = references;
    this.values = values;
    this.fit = fit;
    this.basis = basis;
    this.caveats = caveats;
  }

  static ModelOutcome of(Selection selection, ModelQuestion question) {
    List<String> caveats = new ArrayList<>();
    List<Covariate> active = known(selection, question.covariates(), caveats);
    selection.without(question.missingResponse(), run -> question.response().apply(run) == null);
    for (Covariate covariate : active) {
      selection.without(covariate.missing(), run -> covariate.value().apply(run) == null);
    }
    Map<String, String> references = new LinkedHashMap<>();
    for (Factor factor : question.factors()) {
      Factor.Levels levels = factor.of(selection);
      active.addAll(levels.covariates());
      if (levels.reference() != null) {
        references.put(factor.group(), levels.reference());
      }
      if (levels.caveat() != null) {
        caveats.add(levels.caveat());
      }
    }
    Basis basis = selection.basis();
    if (basis.n() < question.runsNeeded()) {
      return new ModelRefusal(TooFew.of(question.what(), question.runsNeeded(), basis));
    }
    int weeks = (int) ChronoUnit.WEEKS.between(basis.from(), basis.to());
    if (weeks < question.weeksNeeded()) {
      return new ModelRefusal(new TooFew(question.what(), weeks, question.weeksNeeded(), "weeks", basis));
    }
    Alike alike =
        Alike.of(
            question.what(), selection.runs().stream().mapToDouble(run -> question.response().apply(run)).toArray(), "runs", basis);
    if (alike.nearlyAll()) {
      return new ModelRefusal(alike);
    }
    active = informative(selection.runs(), active, caveats);
    active = affordable(selection.runs().size(), active, caveats);
    return fitted(selection.runs(), question, active, references, basis, caveats);
  }

  private static List<Covariate> known(Selection selection, List<Covariate> covariates, List<String> caveats) {
    List<Covariate> known = new ArrayList<>();
    for (Covariate covariate : covariates) {
      int count = selection.count(run -> covariate.value().apply(run) != null);
      if (covariate.essential() || count >= RUNS_PER_COVARIATE) {
        known.add(covariate);
      } else {
        caveats.add("%s is not allowed for: it is known of %d runs only.".formatted(Words.capitalised(covariate.name()), count));
      }
    }
    return known;
  }

  private static List<Covariate> informative(List<RunObservation> runs, List<Covariate> covariates, List<String> caveats) {
    List<Covariate> informative = new ArrayList<>();
    for (Covariate covariate : covariates) {
      long rows = covariate.essential() ? RUNS_PER_COVARIATE : term(runs, covariate).informativeRows();
      if (rows >= RUNS_PER_COVARIATE) {
        informative.add(covariate);
      } else {
        caveats.add("%s is not allowed for: it differs in %d runs only.".formatted(Words.capitalised(covariate.name()), rows));
      }
    }
    return informative;
  }

  private static List<Covariate> affordable(int runs, List<Covariate> covariates, List<String> caveats) {
    List<Covariate> affordable = new ArrayList<>(covariates);
    List<String> dropped = new ArrayList<>();
    for (int i = affordable.size() - 1; i >= 0 && affordable.size() > runs / RUNS_PER_COVARIATE; i--) {
      if (!affordable.get(i).essential()) {
        dropped.add(0, affordable.remove(i).name());
      }
    }
    if (!dropped.isEmpty()) {
      caveats.add("With %d runs, %s cannot be allowed for.".formatted(runs, Words.list(dropped)));
    }
    return affordable;
  }

  private static ModelOutcome fitted(
      List<RunObservation> runs,
      ModelQuestion question,
      List<Covariate> covariates,
      Map<String, String> references,
      Basis basis,
      List<String> caveats) {
    List<Term> terms = covariates.stream().map(covariate -> term(runs, covariate)).toList();
    double[] response = runs.stream().mapToDouble(run -> question.response().apply(run)).toArray();
    if (response.length <= terms.size() + 1) {
      return new ModelRefusal(
          new TooFew(question.what(), basis.n(), terms.size() + 2, basis.counted(), basis));
    }
    Regression regression = LeastSquares.of(terms, response);
    String inTheWay =
        regression instanceof Collinear collinear
            ? inTheWay(collinear, question.target())
            : entangled((Fit) regression, terms, question.target());
    if (inTheWay != null) {
      String group = group(covariates, inTheWay);
      if (!question.factorsMayGo() || group == null || group.equals(group(covariates, question.target()))) {
        return new ModelRefusal(new CannotSeparate(question.what(), inTheWay, basis));
      }
      List<String> more = new ArrayList<>(caveats);
      more.add(
          "%s is not allowed for: it changed along with %s, so the number includes whatever difference it made."
              .formatted(Words.capitalised(group), question.target()));
      references.remove(group);
      return fitted(
          runs, question, covariates.stream().filter(c -> !group.equals(c.group())).toList(), references, basis, more);
    }
    Fit fit = (Fit) regression;
    double[] pulledIn = pulledIn(response, fit.residuals());
    long far = IntStream.range(0, response.length).filter(i -> response[i] != pulledIn[i]).count();
    if (far > 0) {
      fit = (Fit) LeastSquares.of(terms, pulledIn);
      caveats.add(far == 1 ? "One run far off the others was pulled in." : "%d runs far off the others were pulled in.".formatted(far));
    }
    Map<String, double[]> values = new LinkedHashMap<>();
    terms.forEach(term -> values.put(term.name(), term.values()));
    return new RunModel(runs, covariates, references, values, fit, basis, caveats);
  }

  /** Null when the term stands alone. */
  private static String group(List<Covariate> covariates, String name) {
    return covariates.stream()
        .filter(covariate -> covariate.name().equals(name) && covariate.group() != null)
        .map(Covariate::group)
        .findFirst()
        .orElse(null);
  }

  private static Term term(List<RunObservation> runs, Covariate covariate) {
    return new Term(covariate.name(), runs.stream().mapToDouble(run -> covariate.value().apply(run)).toArray());
  }

  private static String inTheWay(Collinear collinear, String target) {
    return !collinear.term().equals(target)
        ? collinear.term()
        : collinear.others().isEmpty() ? "anything: it never changed" : collinear.others().get(0);
  }

  private static String entangled(Fit fit, List<Term> terms, String target) {
    return fit.varianceInflation(target) < GREATEST_INFLATION ? null : closest(terms, target);
  }

  /** The term that goes along most with the target. */
  private static String closest(List<Term> terms, String target) {
    Term asked = terms.stream().filter(term -> term.name().equals(target)).findFirst().orElseThrow();
    return terms.stream()
        .filter(term -> term != asked)
        .max(Comparator.comparingDouble(term -> Math.abs(correlation(asked, term))))
        .map(Term::name)
        .orElseThrow();
  }

  private static double correlation(Term a, Term b) {
    double[] x = a.centredOn(a.mean()).values();
    double[] y = b.centredOn(b.mean()).values();
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum() / Math.sqrt(a.spread() * b.spread());
  }

  private static double[] pulledIn(double[] response, double[] residuals) {
    double deviation = Median.of(Arrays.stream(residuals).map(Math::abs).toArray()) / MEDIAN_DEVIATION;
    double most = FAR_OFF * deviation;
    return IntStream.range(0, response.length)
        .mapToDouble(i -> Math.abs(residuals[i]) <= most ? response[i] : response[i] - residuals[i] + Math.copySign(most, residuals[i]))
        .toArray();
  }

  /** What a term goes along with so closely that the two cannot be told apart; null when nothing does. */
  String entangled(String term) {
    return entangled(fit, values.entrySet().stream().map(entry -> new Term(entry.getKey(), entry.getValue())).toList(), term);
  }

  Fit fit() {
    return fit;
  }

  /**
   * What the last eight weeks of the runs say against the present that the model sees; null when they agree, within two standard errors or
   * one per cent.
   *
   * @param what the level that is asked for
   */
  DoesNotFit misfitOfLate(String what) {
    LocalDate from = basis.to().minusWeeks(WEEKS_OF_LATE);
    double[] residuals = fit.residuals();
    double[] late = IntStream.range(0, residuals.length).filter(i -> runs.get(i).day().isAfter(from)).mapToDouble(i -> residuals[i]).toArray();
    double mean = Arrays.stream(late).average().orElse(0);
    double scatter = Math.sqrt(Arrays.stream(residuals).map(residual -> residual * residual).sum() / residuals.length);
    boolean agrees =
        Math.abs(mean) <= 2 * scatter / Math.sqrt(late.length) || Math.abs(SpeedQuestion.percent(mean)) < PaceAtHeartRate.WORTHWHILE_PERCENT;
    return agrees ? null : new DoesNotFit(what, WEEKS_OF_LATE, late.length, SpeedQuestion.percent(mean), basis);
  }

  List<RunObservation> runs() {
    return runs;
  }

  Basis basis() {
    return basis;
  }

  List<String> caveats() {
    return caveats;
  }

  /** The level of a factor that the others are measured against; null when the factor is not in the model. */
  String reference(String group) {
    return references.get(group);
  }

  /** The terms of a factor that are in the model. */
  List<String> terms(String group) {
    return covariates.stream().filter(covariate -> group.equals(covariate.group())).map(Covariate::name).toList();
  }

  boolean has(String term) {
    return values.containsKey(term);
  }

  double[] values(String term) {
    return values.get(term).clone();
  }

  /** What the model allows for besides one term; a factor is one thing, whatever the number of its levels. */
  List<String> covariatesBeside(String term) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    covariates.stream()
        .filter(covariate -> !covariate.name().equals(term))
        .forEach(covariate -> names.add(covariate.group() == null ? covariate.name() : covariate.group()));
    return List.copyOf(names);
  }

  /**
   * The coefficient of a term, as a difference.
   *
   * @param inUnits turns a coefficient into the unit of the answer; rising or falling all the way, and 0 at 0
   * @param worthwhile the smallest size in that unit that anybody should care for
   */
  Estimate difference(String what, String term, String unit, DoubleUnaryOperator inUnits, double worthwhile, List<String> more) {
    Interval interval = fit.interval(term);
    double one = inUnits.applyAsDouble(interval.low());
    double other = inUnits.applyAsDouble(interval.high());
    double value = inUnits.applyAsDouble(fit.coefficient(term));
    List<String> all = new ArrayList<>(caveats);
    all.addAll(more);
    return new Estimate(
        what,
        value,
        Math.min(one, other),
        Math.max(one, other),
        unit,
        basis,
        METHOD,
        covariatesBeside(term),
        Math.abs(inUnits.applyAsDouble(DetectableEffect.of(fit.standardError(term)))),
        !interval.contains(0) && Math.abs(value) >= worthwhile,
        all);
  }
}
