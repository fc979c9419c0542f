package dev.longrun.source.file;

import dev.longrun.log.Source;
import dev.longrun.log.day.DayLog;
import dev.longrun.log.day.DayMapper;
import dev.longrun.log.day.SaidOfDays;
import dev.longrun.log.record.SourceRecord;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** Takes what FIT files say of the runner's body into the log. A file that says the same again changes nothing. */
public final class FitBodies implements DayMapper {
  /** What the records of such files begin with; the SHA-256 follows. */
  private static final String DAYS = "day-file/";

  private final DayLog days;
  private final ZoneId timezone;
  private final Clock clock;

  /** @param days null to map only */
  public FitBodies(DayLog days, ZoneId timezone, Clock clock) {
    this.days = days;
    this.timezone = timezone;
    this.clock = clock;
  }

  /** @return whether the file is one of days and nights and said something of them */
  boolean take(String sha256, byte[] bytes) {
    if (!FitReader.isFit(bytes)) {
      return false;
    }
    FitBody body = FitBody.of(bytes, timezone);
    if (!body.profile().isEmpty()) {
      days.keepProfile(Source.FILE, sha256, body.day(), body.profile());
    }
    SourceRecord record = new SourceRecord(Source.FILE, DAYS + sha256, "fit", clock.instant(), bytes);
    Optional<SaidOfDays> said = map(record);
    said.ifPresent(known -> days.load(record, known));
    return said.isPresent();
  }

  @Override
  public Source source() {
    return Source.FILE;
  }

  @Override
  public Optional<SaidOfDays> map(SourceRecord record) {
    if (!record.externalId().startsWith(DAYS)) {
      return Optional.empty();
    }
    FitBody body = FitBody.of(record.payload(), timezone);
    return body.days().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SaidOfDays(
                Source.FILE, record.externalId(), body.days().firstKey(), body.days().lastKey(), body.days(), body.saidAt()));
  }
}
