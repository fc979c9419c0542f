package dev.longrun.metrics.trend;

import dev.longrun.metrics.Surface;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/** A run to be changed in one respect or another; an easy hour on a cool flat road unless told otherwise. */
final class ARun {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

  LocalDate day = FIRST_DAY;
  String kind = RunObservation.EASY;
  Surface surface = Surface.ROAD;
  double distanceM = 12_000;
  double movingS = 3600;
  Double speedMs = 12_000 / 3600.0;
  Double hrBpm = 142.0;
  Double maxHrBpm = 188.0;
  Double heatDegrees = 0.0;
  Double gainMPerKm = 4.0;
  String shoe;
  Integer effort = 3;
  Integer feel = 4;
  Double shareAboveLt1 = 0.1;
  Double overload = 0.1;
  Double spikeRatio = 1.0;

  static ARun of(RunObservation run) {
    ARun copy = new ARun();
    copy.day = run.day();
    copy.kind = run.kind();
    copy.surface = run.surface();
    copy.distanceM = run.distanceM();
    copy.movingS = run.movingS();
    copy.speedMs = run.speedMs();
    copy.hrBpm = run.hrBpm();
    copy.maxHrBpm = run.maxHrBpm();
    copy.heatDegrees = run.heatDegrees();
    copy.gainMPerKm = run.gainMPerKm();
    copy.shoe = run.shoe();
    copy.effort = run.effort();
    copy.feel = run.feel();
    copy.shareAboveLt1 = run.shareAboveLt1();
    copy.overload = run.overload();
    copy.spikeRatio = run.spikeRatio();
    return copy;
  }

  RunObservation build() {
    return new RunObservation(
        day, kind, surface, distanceM, movingS, speedMs, hrBpm, maxHrBpm, heatDegrees, gainMPerKm, shoe, effort, feel, shareAboveLt1,
        overload, spikeRatio);
  }

  RunObservation but(Consumer<ARun> change) {
    change.accept(this);
    return build();
  }

  /**
   * Runs at even steps over some days, at heart rates by chance: each beat 0.6 % faster, 2 % scatter, and whatever {@code change} adds
   * to it, which gets the run and its number.
   */
  static List<RunObservation> many(int count, int days, long seed, ObjIntConsumer<ARun> change) {
    Random chance = new Random(seed);
    List<RunObservation> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ARun run = new ARun();
      run.day = FIRST_DAY.plusDays((long) i * days / Math.max(1, count - 1));
      run.hrBpm = 142 + 5 * chance.nextGaussian();
      run.heatDegrees = Math.max(0, 12 * chance.nextGaussian());
      run.gainMPerKm = 3 + 12 * chance.nextDouble();
      run.distanceM = 6000 + 12_000 * chance.nextDouble();
      run.effort = 3 + chance.nextInt(3);
      run.feel = 3 + chance.nextInt(3);
      run.overload = 0.3 * chance.nextDouble();
      run.speedMs = 3.35 * Math.exp(0.006 * (run.hrBpm - 142) + 0.02 * chance.nextGaussian());
      change.accept(run, i);
      runs.add(run.build());
    }
    return runs;
  }

  static List<RunObservation> many(int count, int days, long seed) {
    return many(count, days, seed, (run, i) -> {});
  }

  void faster(double logarithm) {
    speedMs *= Math.exp(logarithm);
  }
}
