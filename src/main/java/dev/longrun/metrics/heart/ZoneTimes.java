package dev.longrun.metrics.heart;

/**
 * Seconds of moving time below the first threshold, between the two, and from the second on.
 *
 * @param method of the boundaries
 */
public record ZoneTimes(double z1S, double z2S, double z3S, String method) {}
