package dev.longrun.log.record;

import dev.longrun.log.Source;
import java.time.Instant;

/**
 * One raw answer of a source, unchanged, so that the log can be made again without a download.
 *
 * @param kind which answer: {@code summary}, {@code detail}, {@code splits}, {@code stream}, {@code gear}, {@code weather}
 * @param payload the bytes as they came, before compression
 */
public record SourceRecord(Source source, String externalId, String kind, Instant fetchedAt, byte[] payload) {}
