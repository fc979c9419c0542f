package dev.longrun.metrics.pace;

/**
 * The fastest time over a distance within one run.
 *
 * @param distanceM the distance, such as 5000
 * @param timeS elapsed seconds
 * @param fromM metres into the run where it began
 */
public record BestEffort(double distanceM, double timeS, double fromM) {}
