package dev.longrun.log;

/**
 * What the runner has said about their heart, valid for every day for which nothing better is known. Null: not said.
 *
 * @param maxHrBpm null: taken from the runs, see {@link LoadDerivation}
 * @param restingHrBpm null: unknown, and with it every load by heart rate
 * @param female null: not said; the men's constants are used then, as README and .env.example say
 */
public record RunnerThresholds(Double maxHrBpm, Double restingHrBpm, Boolean female) {}
