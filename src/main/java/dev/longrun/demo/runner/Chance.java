package dev.longrun.demo.runner;

import java.util.Random;

/** Random numbers that depend on the seed and on a number of their own (such as the day), never on what was drawn before. */
final class Chance {
  private Chance() {}

  static Random of(long seed, long number) {
    return new Random(mix(seed * 0x9E3779B97F4A7C15L + mix(number)));
  }

  /** A value of the uniform distribution on [0, 1). */
  static double uniform(long seed, long number) {
    return (mix(seed * 0x9E3779B97F4A7C15L + mix(number)) >>> 11) * 0x1.0p-53;
  }

  /** The finalizer of SplitMix64 (Steele 2014): neighbouring numbers become unrelated ones. */
  private static long mix(long number) {
    long mixed = number + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
