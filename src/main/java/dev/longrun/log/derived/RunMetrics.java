package dev.longrun.log.derived;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.SplitQuality;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.heart.CardiacFlags;
import dev.longrun.metrics.heart.IntensityZones;
import dev.longrun.metrics.heart.LactateThreshold;
import dev.longrun.metrics.heart.MaximumHeartRate;
import dev.longrun.metrics.heart.ZoneBoundaries;
import dev.longrun.metrics.heart.ZoneTimes;
import dev.longrun.metrics.load.SessionSpike;
import dev.longrun.metrics.pace.BestEffort;
import dev.longrun.metrics.pace.BestEfforts;
import dev.longrun.metrics.pace.Decoupling;
import dev.longrun.metrics.pace.EfficiencyFactor;
import dev.longrun.metrics.pace.GradeAdjustment;
import dev.longrun.metrics.pace.HeatCost;
import dev.longrun.metrics.pace.RunShape;
import dev.longrun.metrics.pace.RunTypes;
import dev.longrun.metrics.pace.TypedRun;
import dev.longrun.metrics.race.PaceIndex;
import dev.longrun.metrics.race.StandardDistance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that is computed of one run. Made in three steps: what the run says by itself ({@link #RunMetrics(LoggedRun)}), what it says
 * about the runner's heart ({@link #heart}), which may move the thresholds, and what those thresholds and earlier runs say about it ({@link
 * #judge}).
 */
final class RunMetrics {
  private final LoggedRun run;
  private final SplitQuality quality;
  /** Plausible kilometres, or the run as one part; empty without a duration. */
  private final List<Stretch> parts;
  private final Measured gap;
  private final Optional<RaceResult> race;
  private final Map<String, Object> columns = new LinkedHashMap<>();
  private HardEfforts.Effort heart;
  private RunLoads loads;

  /** A race over a standard distance, by its elapsed time. */
  private record RaceResult(double distanceM, double timeS, Double paceIndex) {
    static Optional<RaceResult> of(LoggedRun run) {
      Double timeS = run.elapsedS() != null ? run.elapsedS() : run.movingS();
      if (!run.race() || run.distanceM() == null || timeS == null || timeS <= 0 || !run.surface().isOutdoors()) {
        return Optional.empty();
      }
      return StandardDistance.official(run.distanceM())
          .map(StandardDistance::distanceM)
          .map(distanceM -> new RaceResult(distanceM, timeS, PaceIndex.of(distanceM, timeS).value()));
    }
  }

  RunMetrics(LoggedRun run) {
    this.run = run;
    this.quality = SplitQuality.of(List.copyOf(run.kilometres().values()));
    this.parts = !quality.usable().isEmpty() ? quality.usable() : run.whole() == null ? List.of() : List.of(run.whole());
    this.gap = run.surface().isOutdoors() ? GradeAdjustment.gap(parts) : Measured.missing("no road under it");
    this.race = RaceResult.of(run);
  }

  /** What the run says about the runner. */
  Lookback.Trace trace() {
    return new Lookback.Trace(run.day(), run.startedAt(), run.distanceM(), race.map(RaceResult::paceIndex).orElse(null));
  }

  /**
   * What the run says about the runner's heart: nothing, unless it was hard and nothing was odd about its recording. Repeats are told by
   * pace alone, so that the heart is not judged by what is found out from it.
   *
   * @param thresholdPaceSPerKm of the day, null when it is not known
   */
  HardEfforts.Effort heart(Double thresholdPaceSPerKm) {
    if (!CardiacFlags.of(parts, null, thresholdPaceSPerKm).isEmpty()) {
      heart = new HardEfforts.Effort(run.day(), null, null);
    } else {
      boolean hard = LactateThreshold.isHard(run.race(), run.effort()) || isRepeatSession(thresholdPaceSPerKm);
      boolean shortEnough = Parts.movingS(parts) <= MaximumHeartRate.LONGEST_S;
      Double peak = hard && shortEnough && quality.flags().isEmpty() ? MaximumHeartRate.plausible(run.maxHrBpm(), quality.usable()) : null;
      heart = new HardEfforts.Effort(run.day(), peak, LactateThreshold.candidate(run.race(), run.effort(), quality.usable()).value());
    }
    return heart;
  }

  /** Without a threshold pace only laps that somebody set can be repeats; kilometres may differ for any reason. */
  private boolean isRepeatSession(Double thresholdPaceSPerKm) {
    return (thresholdPaceSPerKm != null || !run.laps().isEmpty())
        && RunTypes.hasRepeats(new RunShape(run.race(), run.movingS(), parts, run.laps(), null, thresholdPaceSPerKm, run.effort()));
  }

  LoggedRun run() {
    return run;
  }

  Measured load() {
    return loads.load();
  }

  /** Load by heart rate over load by effort; empty when one of them is missing. */
  OptionalDouble effortRatio() {
    return loads.load100() == null || loads.effortLoad() == null || loads.effortLoad() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(loads.load100() / loads.effortLoad());
  }

  List<BestEffort> bestEfforts() {
    return run.surface().isOutdoors() ? BestEfforts.of(run.kilometresInARow()) : List.of();
  }

  /** Column to value of {@code run_metric}. */
  Map<String, Object> columns() {
    return columns;
  }

  /**
   * After {@link #heart}.
   *
   * @param past everything up to and including the run's day; what is later is not looked at
   */
  void judge(Thresholds thresholds, boolean female, Lookback past) {
    loads = RunLoads.of(run, gap.value(), thresholds, female, past);
    columns.put("trimp", loads.trimp());
    columns.put("load100", loads.load100());
    columns.put("pace_load", loads.paceLoad());
    columns.put("srpe_load", loads.effortLoad());
    columns.put("load", loads.load().value());
    columns.put("load_method", loads.load().method());
    columns.put("load_missing", loads.load().missing());
    putPace();
    Optional<ZoneBoundaries> boundaries = boundaries(thresholds);
    putZones(boundaries);
    RunShape shape = shape(thresholds, boundaries);
    putType(RunTypes.of(shape));
    putEfficiency(boundaries.map(ZoneBoundaries::lt2Bpm).orElse(null), RunTypes.hasRepeats(shape));
    OptionalDouble longest = past.longestBefore(run.startedAt(), SessionSpike.WINDOW_DAYS);
    putMeasured("spike_ratio", "spike_missing", SessionSpike.of(run.distanceM(), longest.isPresent() ? longest.getAsDouble() : null));
    columns.put("race_distance_m", race.map(RaceResult::distanceM).orElse(null));
    columns.put("race_time_s", race.map(RaceResult::timeS).orElse(null));
    Lookback.Trace trace = trace();
    columns.put("pace_index", trace.paceIndex());
    columns.put("peak_hr_bpm", heart.peakHrBpm());
    columns.put("threshold_hr_bpm", heart.thresholdHrBpm());
    columns.put("max_hr_bpm", thresholds.maxHr().value());
    columns.put("resting_hr_bpm", thresholds.restingHr().value());
    columns.put("lthr_bpm", thresholds.lthr().value());
    columns.put("threshold_pace_s_per_km", thresholds.thresholdPace().value());
    columns.put("quality", flags(thresholds));
  }

  private void putPace() {
    columns.put("gap_s_per_km", gap.value());
    columns.put("gap_method", gap.method());
    columns.put("temperature_c", run.air().temperatureC());
    columns.put("dew_point_c", run.air().dewPointC());
    Double heat =
        run.surface().isOutdoors() && run.air().isKnown()
            ? (Double) HeatCost.trainingPct(run.air().temperatureC(), run.air().dewPointC())
            : null;
    columns.put("heat_pct", heat);
    columns.put("cool_pace_s_per_km", heat == null || !gap.isKnown() ? null : (Double) HeatCost.coolPace(gap.value(), heat));
  }

  private static Optional<ZoneBoundaries> boundaries(Thresholds thresholds) {
    if (thresholds.lthr().isKnown()) {
      return Optional.of(ZoneBoundaries.ofLthr(thresholds.lthr().value()));
    }
    return thresholds.maxHr().isKnown() ? Optional.of(ZoneBoundaries.ofMaxHr(thresholds.maxHr().value())) : Optional.empty();
  }

  private void putZones(Optional<ZoneBoundaries> boundaries) {
    IntensityZones.Result zones =
        run.kilometres().isEmpty()
            ? new IntensityZones.Result(null, "no kilometres")
            : IntensityZones.of(parts, boundaries.orElse(null));
    ZoneTimes times = zones.times();
    columns.put("z1_s", times == null ? null : times.z1S());
    columns.put("z2_s", times == null ? null : times.z2S());
    columns.put("z3_s", times == null ? null : times.z3S());
    columns.put("zones_method", times == null ? null : times.method());
    columns.put("zones_missing", zones.missing());
  }

  private RunShape shape(Thresholds thresholds, Optional<ZoneBoundaries> boundaries) {
    return new RunShape(
        run.race(),
        run.movingS(),
        parts,
        run.laps(),
        boundaries.map(ZoneBoundaries::lt1Bpm).orElse(null),
        thresholds.thresholdPace().value(),
        run.effort());
  }

  private void putType(TypedRun typed) {
    columns.put("run_type", typed.type() == null ? null : typed.type().name().toLowerCase(Locale.ROOT));
    columns.put("run_type_because", typed.because());
  }

  private void putEfficiency(Double lt2Bpm, boolean repeats) {
    putMeasured("ef_m_per_beat", "ef_missing", EfficiencyFactor.of(parts, run.surface()));
    Measured decoupling =
        run.kilometres().isEmpty()
            ? Measured.missing("no kilometres")
            : Decoupling.of(parts, run.surface(), repeats, lt2Bpm, longestPauseS());
    columns.put("decoupling_method", decoupling.method());
    putMeasured("decoupling_pct", "decoupling_missing", decoupling);
  }

  private double longestPauseS() {
    return parts.stream()
        .filter(part -> part.elapsedS() != null)
        .mapToDouble(part -> part.elapsedS() - part.movingS())
        .max()
        .orElse(0);
  }

  private String flags(Thresholds thresholds) {
    List<String> flags = new ArrayList<>(quality.flags());
    flags.addAll(CardiacFlags.of(parts, thresholds.maxHr().value(), thresholds.thresholdPace().value()));
    if (loads.remark() != null) {
      flags.add(loads.remark());
    }
    return flags.isEmpty() ? null : String.join("; ", flags);
  }

  private void putMeasured(String column, String missingColumn, Measured measured) {
    columns.put(column, measured.value());
    columns.put(missingColumn, measured.missing());
  }
}
