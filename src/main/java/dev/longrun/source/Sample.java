package dev.longrun.source;

/**
 * One moment of a recording. Values that the device did not give are null.
 *
 * @param distanceM since the start
 * @param movingS the timer at that moment, pauses excluded
 * @param elapsedS since the start, pauses included
 * @param cadenceSpm steps a minute, both feet
 */
public record Sample(
    double distanceM, double movingS, double elapsedS, Double hrBpm, Double powerW, Double cadenceSpm, Double elevationM) {}
