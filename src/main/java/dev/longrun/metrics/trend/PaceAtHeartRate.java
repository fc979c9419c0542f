package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Is the runner getting faster? The trend of grade-adjusted speed at one heart rate, steady over the period, with heat, climb,
 * distance, kind of session, surface and shoe allowed for ({@link SpeedQuestion}); and the pace at that heart rate on the last day,
 * on a cool day and flat ground as far as the runs were. Needs 20 runs over 8 weeks.
 *
 * <p>A gap of more than eight weeks ends the straight line: only what lies after it counts. Of less than nine months the change over the
 * time seen is given, no yearly rate. The pace now is refused when the runs of the last eight weeks lie off the line.
 *
 * <p>Heart rate is measured with error, which draws its coefficient toward 0 and would lend a drift of mean heart rate to the trend:
 * the trend over runs within five beats of the reference is therefore given too.
 *
 * @param referenceHrBpm the heart rate at which speeds are compared; null when there are no runs
 * @param trendPercent a year, or over the time seen; positive is faster
 * @param trendPace the same in seconds a kilometre at the reference heart rate; negative is faster
 * @param pace at the reference heart rate on the last day, in seconds a kilometre
 * @param line the straight line itself, for drawings; null when there is none
 */
public record PaceAtHeartRate(Double referenceHrBpm, Finding trendPercent, Finding trendPace, Finding pace, Line line) {
  public static final int LEAST_RUNS = 20;
  static final int LEAST_WEEKS = 8;

  /**
   * Of the logarithm of speed over time.
   *
   * @param to the last day of the runs, for which {@code paceSPerKm} is
   * @param logarithmAYear positive is faster
   */
  public record Line(LocalDate to, double paceSPerKm, double logarithmAYear) {
    /** How many times as slow as on the last day. */
    public double slowness(LocalDate day) {
      return Math.exp(logarithmAYear * (to.toEpochDay() - day.toEpochDay()) / 365.25);
    }
  }

  /** A change below one per cent over the whole period is no change worth a word. */
  static final double WORTHWHILE_PERCENT = 1;

  private static final double NARROW_BPM = 5;
  /** Metres a kilometre that a watch finds on flat ground. */
  private static final double FLAT_M_PER_KM = 3;

  /** At the runner's usual easy heart rate. */
  public static PaceAtHeartRate of(List<RunObservation> runs) {
    return of(runs, null, false);
  }

  /**
   * @param referenceHrBpm null: the median of the easy runs
   * @param withOverload whether recent overload is allowed for too; runs of which it is not known are then left out
   */
  public static PaceAtHeartRate of(List<RunObservation> runs, Double referenceHrBpm, boolean withOverload) {
    Selection selection = AerobicRuns.of(runs, false).sinceTheLastGap();
    if (selection.runs().isEmpty()) {
      Finding none = TooFew.of("speed at a heart rate", LEAST_RUNS, selection.basis());
      return new PaceAtHeartRate(referenceHrBpm, none, none, none, null);
    }
    double hr = referenceHrBpm == null ? SpeedQuestion.referenceHrBpm(selection.runs()) : referenceHrBpm;
    String what = "speed at %.0f bpm".formatted(hr);
    ModelOutcome outcome = RunModel.of(selection, question(what, selection, hr, withOverload, SpeedQuestion.factors()));
    if (outcome instanceof ModelRefusal refusal) {
      return new PaceAtHeartRate(hr, refusal.finding(), refusal.finding(), refusal.finding(), null);
    }
    RunModel model = (RunModel) outcome;
    double years = (model.basis().to().toEpochDay() - model.basis().from().toEpochDay()) / 365.25;
    SeenSpan span = SeenSpan.of(model.basis());
    double worthwhile = WORTHWHILE_PERCENT * span.years() / years;
    List<String> more = narrow(model, selection, hr, withOverload, span);
    Estimate percent =
        model.difference(
            what, SpeedQuestion.TIME, "%" + span.words(), trend -> SpeedQuestion.percent(trend * span.years()), worthwhile, more);
    Estimate pace = pace(model, hr);
    DoesNotFit misfit = model.misfitOfLate("pace at %.0f bpm on %s".formatted(hr, model.basis().to()));
    Estimate trendPace =
        model.difference(
            "pace at %.0f bpm".formatted(hr),
            SpeedQuestion.TIME,
            "s/km" + span.words(),
            trend -> pace.value() * Math.expm1(-trend * span.years()),
            worthwhile / 100 * pace.value(),
            more);
    Line line = new Line(model.basis().to(), pace.value(), model.fit().coefficient(SpeedQuestion.TIME));
    return new PaceAtHeartRate(hr, percent, trendPace, misfit == null ? pace : misfit, line);
  }

  private static ModelQuestion question(
      String what, Selection selection, double hr, boolean withOverload, List<Factor> factors) {
    LocalDate last = selection.basis().to();
    List<Covariate> covariates = new ArrayList<>(SpeedQuestion.common(last, hr, SpeedQuestion.TIME));
    if (withOverload) {
      covariates.add(Covariate.optional(SpeedQuestion.OVERLOAD, "without a known load of the weeks before", RunObservation::overload));
    }
    return SpeedQuestion.of(what, SpeedQuestion.TIME, covariates, factors, LEAST_RUNS);
  }

  /** The same trend where heart rate can explain next to nothing. */
  private static List<String> narrow(RunModel model, Selection selection, double hr, boolean withOverload, SeenSpan span) {
    List<RunObservation> near = model.runs().stream().filter(run -> Math.abs(run.hrBpm() - hr) <= NARROW_BPM).toList();
    List<Factor> factors = SpeedQuestion.factors().stream().filter(factor -> model.reference(factor.group()) != null).toList();
    ModelOutcome outcome = RunModel.of(new Selection(near), question("speed", selection, hr, withOverload, factors));
    if (!(outcome instanceof RunModel narrow)) {
      return List.of();
    }
    Interval interval = narrow.fit().interval(SpeedQuestion.TIME);
    double found = SpeedQuestion.percent(narrow.fit().coefficient(SpeedQuestion.TIME) * span.years());
    boolean agrees = interval.contains(model.fit().coefficient(SpeedQuestion.TIME));
    return List.of(
        "Over the %d runs within %.0f beats of %.0f bpm alone it is %s %%%s%s."
            .formatted(
                near.size(),
                NARROW_BPM,
                hr,
                Words.number(found, 1, true),
                span.words(),
                agrees ? "" : ", which does not agree: heart rate may have been measured differently over the period"));
  }

  private static Estimate pace(RunModel model, double hr) {
    Map<String, Double> conditions = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    // The last day is 0 of the time, the reference 0 of the heart rate.
    String last = model.basis().to().toString();
    conditions.put(SpeedQuestion.TIME, model.values(SpeedQuestion.TIME)[model.runs().size() - 1]);
    if (model.has(SpeedQuestion.HEAT)) {
      double coolest = smallest(model.values(SpeedQuestion.HEAT));
      conditions.put(SpeedQuestion.HEAT, coolest);
      said.add(coolest == 0 ? "cool" : "%.0f degrees of heat".formatted(coolest));
    }
    if (model.has(SpeedQuestion.CLIMB)) {
      double flattest = smallest(model.values(SpeedQuestion.CLIMB));
      double climb = flattest <= FLAT_M_PER_KM ? 0 : flattest;
      conditions.put(SpeedQuestion.CLIMB, climb);
      if (model.has(SpeedQuestion.STEEP_CLIMB)) {
        conditions.put(SpeedQuestion.STEEP_CLIMB, climb * climb);
      }
      said.add(flattest <= FLAT_M_PER_KM ? "flat" : "%.0f m climbed a km".formatted(flattest));
    }
    if (model.has(SpeedQuestion.DISTANCE)) {
      double usual = Median.of(model.values(SpeedQuestion.DISTANCE));
      conditions.put(SpeedQuestion.DISTANCE, usual);
      said.add("%.0f km".formatted(Math.exp(usual)));
    }
    if (model.has(SpeedQuestion.OVERLOAD)) {
      conditions.put(SpeedQuestion.OVERLOAD, smallest(model.values(SpeedQuestion.OVERLOAD)));
    }
    if (model.reference("shoe") != null) {
      said.add("in " + model.reference("shoe"));
    }
    Interval interval = model.fit().interval(conditions);
    return new Estimate(
        "pace at %.0f bpm on %s%s".formatted(hr, last, said.isEmpty() ? "" : " (" + String.join(", ", said) + ")"),
        1000 / Math.exp(model.fit().predict(conditions)),
        1000 / Math.exp(interval.high()),
        1000 / Math.exp(interval.low()),
        "s/km",
        model.basis(),
        RunModel.METHOD,
        model.covariatesBeside(""),
        null,
        false,
        model.caveats());
  }

  private static double smallest(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }
}
