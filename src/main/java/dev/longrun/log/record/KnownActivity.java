package dev.longrun.log.record;

import java.time.Instant;

/**
 * What the log already knows of an activity at its source.
 *
 * @param listedAs how the source's list showed it when it was read
 */
public record KnownActivity(String externalId, Instant startedAt, String listedAs) {}
