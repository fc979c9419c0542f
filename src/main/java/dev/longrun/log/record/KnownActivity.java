package dev.longrun.log.record;

import java.time.Instant;

/**
 * What the log already knows of an activity at its source.
 *
 * @param listedAs how the source's list showed it when it was read
 * @param checkedAt when it was read last, whether anything had changed or not
 */
public record KnownActivity(String externalId, Instant startedAt, String listedAs, Instant checkedAt) {}
