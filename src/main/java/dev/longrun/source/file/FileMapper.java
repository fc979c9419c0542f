package dev.longrun.source.file;

import dev.longrun.log.Activity;
import dev.longrun.log.ActivityMapper;
import dev.longrun.log.record.FileIdentity;
import dev.longrun.log.Source;
import dev.longrun.log.Sport;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What files say about one activity, as the log understands it. Thread-safe. */
public final class FileMapper implements ActivityMapper {
  /** The kind of the record that keeps what an export's list said a file is, for files that do not say it themselves. */
  static final String SPORT = "sport";

  /** The kind of the record that keeps the shoe an export named. */
  static final String GEAR = "gear";

  private final ZoneId zone;

  /** @param zone the runner's, for files that only know UTC */
  public FileMapper(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public Source source() {
    return Source.FILE;
  }

  /** @throws UnusableFile when the kept bytes cannot be read */
  @Override
  public Optional<Activity> map(String externalId, Map<String, byte[]> payloads) {
    String form = FileIdentity.form(externalId);
    return switch (form) {
      case FileIdentity.GARMIN -> GarminExport.activity(externalId, payloads);
      case FileIdentity.STRAVA -> StravaExport.activity(externalId, payloads, zone);
      default -> recording(externalId, form, payloads);
    };
  }

  private Optional<Activity> recording(String externalId, String form, Map<String, byte[]> payloads) {
    FileFormat format = FileFormat.ofForm(form).orElseThrow(() -> new UnusableFile("Nothing is known of the form " + form + "."));
    byte[] bytes = payloads.get(form);
    if (bytes == null) {
      throw new UnusableFile("The bytes of the file are not kept.");
    }
    byte[] word = payloads.get(FileIdentity.IS_RUN);
    Boolean isRun = word == null ? null : (Boolean) "yes".equals(new String(word, StandardCharsets.US_ASCII));
    byte[] sport = payloads.get(SPORT);
    Sport certain = sport == null ? null : Sport.valueOf(new String(sport, StandardCharsets.US_ASCII));
    Decoded decoded = format.read(bytes);
    return decoded.sessions().stream()
        .filter(recording -> recording.part() == FileIdentity.part(externalId))
        .findFirst()
        .flatMap(recording -> judged(externalId, decoded, recording, certain, isRun).run());
  }

  /**
   * What a recording is taken for.
   *
   * @param run empty when it is none
   * @param reason why it is none, a sentence; null when it is one
   */
  record Judged(Optional<Activity> run, String reason) {}

  /**
   * @param certainSport what the export's list says, or null
   * @param isRun what the runner says of the file, or null; of a file that also holds a run it means that run
   */
  Judged judged(String externalId, Decoded file, Recording recording, Sport certainSport, Boolean isRun) {
    if (Boolean.FALSE.equals(isRun)) {
      return new Judged(Optional.empty(), "You said that it is no run.");
    }
    Recording told = recording.with(file.flaw());
    Judged judged = judged(externalId, told, certainSport);
    boolean meant = Boolean.TRUE.equals(isRun) && (judged.run().isPresent() || file.sessions().stream().noneMatch(one -> one.said().run() != null));
    if (!meant) {
      return judged;
    }
    Activity run = judged.run().orElseGet(() -> told.activity(externalId, Sport.ROAD, zone));
    return new Judged(Optional.of(run.confirmed()), null);
  }

  /** @param certainSport what the export's list says, or null */
  Judged judged(String externalId, Recording recording, Sport certainSport) {
    if (certainSport != null) {
      return new Judged(Optional.of(recording.activity(externalId, certainSport, zone)), null);
    }
    SaidSport said = recording.said();
    Activity activity = recording.activity(externalId, said.run() == null ? Sport.ROAD : said.run(), zone);
    RunJudgement judgement = RunJudgement.of(said, activity.name(), activity.distanceM(), activity.movingS());
    if (judgement.sport() == null) {
      return new Judged(Optional.empty(), judgement.reason());
    }
    boolean asJudged = judgement.sport() == activity.sport();
    return new Judged(Optional.of(asJudged ? activity : recording.activity(externalId, judgement.sport(), zone)), null);
  }
}
