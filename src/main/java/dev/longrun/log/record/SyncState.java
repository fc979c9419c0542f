package dev.longrun.log.record;

import dev.longrun.log.Source;
import java.time.Instant;

/**
 * How far the conversation with one source has come. Everything may be null: nothing of the kind has happened yet.
 *
 * @param backfillBefore everything that started at or after this instant has been read
 * @param lastError what went wrong last, a sentence; null since the last success
 * @param blockedUntil no request before this instant
 * @param actionNeeded what the runner must do, a sentence
 * @param dataUse the choice about Strava's data under which the log was derived
 * @param quota the last counters the source's answers carried, JSON
 * @param answeredUntil every run that began before it and that the source told of has been read, as far back as the backfill has come
 */
public record SyncState(
    Source source,
    Instant backfillBefore,
    Instant backfillCompletedAt,
    Instant firstAttemptAt,
    Instant lastAttemptAt,
    Instant lastSuccessAt,
    String lastError,
    Instant lastErrorAt,
    Instant blockedUntil,
    String blockedReason,
    String actionNeeded,
    Instant actionNeededSince,
    String dataUse,
    String quota,
    Instant answeredUntil) {}
