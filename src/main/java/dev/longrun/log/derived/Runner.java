package dev.longrun.log.derived;

/**
 * What the runner has set about their body, valid for every day for which no note says otherwise. Null: not set.
 *
 * @param female null: the formulas' constants for men are used, as docs/connecting.md and .env.example say
 */
public record Runner(Double maxHrBpm, Double restingHrBpm, Double lthrBpm, Boolean female) {}
