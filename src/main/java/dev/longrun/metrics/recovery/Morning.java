package dev.longrun.metrics.recovery;

/**
 * What is known of a runner on a morning. Whatever is not known is null and casts no vote.
 *
 * @param feel of the last run, 1 (very weak) to 5 (very strong)
 * @param effortAboveExpected of the last run, in points of effort
 * @param spikeRatio distance of a run over the longest of the 30 days before it, the highest of the last three days; 0 when nothing was
 *     run in them
 * @param ill whether the runner noted an illness that includes the day
 */
public record Morning(
    HeartRateVariability variability,
    RestingHeartRate restingHeartRate,
    SleepDebt sleep,
    Integer feel,
    Double effortAboveExpected,
    Double spikeRatio,
    boolean ill) {}
