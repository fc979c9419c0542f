package dev.longrun.demo.runner;

import java.time.Instant;

/**
 * What a watch says of one morning of the synthetic runner.
 *
 * @param rmssdMs of the night
 * @param sleepS asleep, without the time awake
 * @param readiness null: the watch of that time did not know such a thing
 */
public record SyntheticMorning(
    int restingHrBpm, int rmssdMs, int sleepS, int awakeS, Instant fellAsleepAt, Instant wokeAt, int bodyBattery, int stress, Integer readiness) {}
