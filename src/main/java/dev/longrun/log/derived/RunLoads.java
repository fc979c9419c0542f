package dev.longrun.log.derived;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.load.BanisterTrimp;
import dev.longrun.metrics.load.EffortScale;
import dev.longrun.metrics.load.Load100;
import dev.longrun.metrics.load.PaceLoad;
import dev.longrun.metrics.load.SessionRpe;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run asked of the runner, by every method that applies. The load that feeds the curves is always in hundredths of an hour at
 * threshold; in this order it is
 *
 * <ol>
 *   <li>{@code load100}: Banister's TRIMP over the kilometres, over that of an hour at LTHR; {@code load100-average} from the average
 *       heart rate of a run without kilometres, or with too few of them, or whose strap was silent for more than a tenth of the time, which
 *       is then said beside it. Without LTHR the hour is one at 92 % of the maximum ({@code …-max-hr})
 *   <li>{@code pace}: hours at threshold pace, grade-adjusted
 *   <li>{@code effort-scaled}: perceived effort, converted by this runner's median ratio of the two over the year before
 *   <li>the average heart rate even of less than half of the time
 *   <li>else none, with the reason
 * </ol>
 *
 * @param load in the scale above; missing with the reason
 * @param remark that a load rests on the average of a heart rate that was partly missing, without a full stop; null otherwise
 */
record RunLoads(Double trimp, Double load100, Double paceLoad, Double effortLoad, Measured load, String remark) {
  /** LT2 as a share of the maximum, mean of nine studies (within-study SD 4.1 points); used while LTHR is unknown. */
  private static final double LTHR_OF_MAX_HR = 0.92;

  /** Of the time; an average of less says less about the run than pace or effort do. Longrun's own border. */
  private static final double LEAST_FOR_AN_AVERAGE = 0.5;

  /** @param gapSPerKm grade-adjusted pace, null when unknown */
  static RunLoads of(LoggedRun run, Double gapSPerKm, Thresholds thresholds, boolean female, Lookback past) {
    List<Stretch> work = run.work();
    double coverage = Parts.heartRateCoverage(work);
    List<Stretch> average = coverage < BanisterTrimp.LEAST_COVERAGE ? run.workAtTheAverage() : List.of();
    List<Stretch> parts = average.isEmpty() ? work : average;
    Optional<BanisterTrimp> banister =
        BanisterTrimp.between(thresholds.restingHr().value(), thresholds.maxHr().value(), female);
    OptionalDouble trimp = banister.map(formula -> formula.of(parts)).orElse(OptionalDouble.empty());
    Double load100 = trimp.isEmpty() ? null : load100(trimp.getAsDouble(), banister.get(), lthr(thresholds));
    Double pace = thresholds.thresholdPace().value();
    Double paceLoad = gapSPerKm == null || pace == null || run.movingS() == null ? null : (Double) PaceLoad.of(run.movingS(), gapSPerKm, pace);
    OptionalDouble effort = SessionRpe.load(run.effort(), run.movingS());
    Double effortLoad = effort.isPresent() ? effort.getAsDouble() : null;
    Measured load = load(run, parts, coverage, !average.isEmpty(), thresholds, load100, paceLoad, effortLoad, past);
    String remark =
        average.isEmpty() || load100 == null
            ? null
            : "heart rate for %.0f %% of the time only: load by heart rate takes its average for the whole run".formatted(100 * coverage);
    return new RunLoads(trimp.isPresent() ? trimp.getAsDouble() : null, load100, paceLoad, effortLoad, load, remark);
  }

  private static Measured load(
      LoggedRun run,
      List<Stretch> parts,
      double coverage,
      boolean average,
      Thresholds thresholds,
      Double load100,
      Double paceLoad,
      Double effortLoad,
      Lookback past) {
    String method = run.hasItsKilometres() && !average ? "load100" : "load100-average";
    Measured byHeart =
        load100 == null
            ? Measured.missing(whyNot(run, parts, thresholds))
            : Measured.of(load100, thresholds.lthr().isKnown() ? method : method + "-max-hr");
    if (byHeart.isKnown() && (!average || coverage >= LEAST_FOR_AN_AVERAGE)) {
      return byHeart;
    }
    if (paceLoad != null) {
      return Measured.of(paceLoad, "pace");
    }
    LocalDate day = run.day();
    OptionalDouble scale = effortLoad == null ? OptionalDouble.empty() : EffortScale.median(past.effortRatios(day.minusYears(1), day));
    if (scale.isPresent()) {
      return Measured.of(effortLoad * scale.getAsDouble(), "effort-scaled");
    }
    return byHeart;
  }

  /** Null when the hour it is measured by would be one at rest: the thresholds contradict each other. */
  private static Double load100(double trimp, BanisterTrimp formula, double lthrBpm) {
    return formula.of(3600, lthrBpm) > 0 ? (Double) Load100.of(trimp, formula, lthrBpm) : null;
  }

  private static double lthr(Thresholds thresholds) {
    return thresholds.lthr().isKnown() ? thresholds.lthr().value() : LTHR_OF_MAX_HR * thresholds.maxHr().value();
  }

  private static String whyNot(LoggedRun run, List<Stretch> parts, Thresholds thresholds) {
    if (parts.stream().allMatch(part -> part.hrBpm() == null)) {
      return run.effort() == null ? "no heart rate and no effort" : "no heart rate, and too few runs with both to convert the effort";
    }
    if (!thresholds.restingHr().isKnown()) {
      return ThresholdRules.RESTING_HR_UNKNOWN;
    }
    if (!thresholds.maxHr().isKnown()) {
      return "the maximum heart rate is not known yet: set RUNNER_MAX_HR";
    }
    if (Math.min(thresholds.maxHr().value(), lthr(thresholds)) <= thresholds.restingHr().value()) {
      return "the maximum heart rate or LTHR is not above the resting heart rate";
    }
    return "too little of the run has heart rate";
  }
}
