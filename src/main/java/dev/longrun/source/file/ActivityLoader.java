package dev.longrun.source.file;

import dev.longrun.log.Sha256;
import dev.longrun.log.Activity;
import dev.longrun.log.Arrival;
import dev.longrun.log.record.FileIdentity;
import dev.longrun.log.LoadResult;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Source;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.Sport;
import dev.longrun.log.TrainingLog;
import dev.longrun.source.SourceTrouble;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what was found in a dropped file into the log: each activity in one transaction, what is known by its bytes not at all. */
final class ActivityLoader {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityLoader.class);

  /** What a file that is used in part is noted under. */
  private static final String FLAW = "file";

  private final TrainingLog log;
  private final PutAsides putAsides;
  private final ImportLedger ledger;
  private final FileMapper mapper;
  private final FitBodies bodies;
  private final Clock clock;

  ActivityLoader(TrainingLog log, PutAsides putAsides, ImportLedger ledger, FileMapper mapper, FitBodies bodies, Clock clock) {
    this.log = log;
    this.putAsides = putAsides;
    this.ledger = ledger;
    this.mapper = mapper;
    this.bodies = bodies;
    this.clock = clock;
  }

  /**
   * A thing that is ready to be stored.
   *
   * @param sha256 null for what has none
   * @param decoded null when it is known, or could not be decoded
   * @param trouble why it could not
   */
  record Prepared(Found found, String sha256, FileFormat format, Decoded decoded, SourceTrouble trouble) {}

  /** The part of the work that needs the processor and not the log: may be done ahead, in another thread. */
  Prepared prepare(Found found) {
    if (!(found instanceof Found.File file)) {
      return new Prepared(found, null, null, null, null);
    }
    String sha256 = Sha256.of(file.bytes());
    if (seen(sha256, file).isPresent()) {
      return new Prepared(found, sha256, null, null, null);
    }
    try {
      FileFormat format =
          FileFormat.of(file.bytes())
              .orElseThrow(() -> new UnusableFile(file.bytes().length == 0 ? "The file is empty." : "It is neither FIT nor TCX nor GPX, whatever its name says."));
      return new Prepared(found, sha256, format, read(format, file), null);
    } catch (SourceTrouble e) {
      return new Prepared(found, sha256, null, null, e);
    }
  }

  /**
   * Counts and loads one thing. What is wrong with it is noted, never thrown; what is wrong with the database is thrown.
   *
   * @return why the thing could not be used; null when it could, or is none of the log's business
   */
  String take(long importId, ImportTally tally, Prepared prepared) {
    Found found = prepared.found();
    if (found instanceof Found.File file) {
      return takeFile(importId, tally, file, prepared);
    }
    if (found instanceof Found.Listed listed) {
      return takeListed(importId, tally, listed);
    }
    if (found instanceof Found.OtherSport) {
      tally.add(Outcome.OTHER_SPORT);
    } else if (found instanceof Found.Other) {
      tally.addLeftAlone();
    } else if (found instanceof Found.Unusable unusable) {
      tally.add(Outcome.PUT_ASIDE);
      // It may have no bytes to be known by: its place is its name.
      String name = importId + "/" + unusable.label();
      ledger.note(
          importId, Sha256.of(name.getBytes(StandardCharsets.UTF_8)), unusable.label(), Outcome.PUT_ASIDE, unusable.sentence());
      return unusable.sentence();
    }
    return null;
  }

  private String takeFile(long importId, ImportTally tally, Found.File file, Prepared prepared) {
    boolean first = tally.meets(prepared.sha256());
    // Asked again: the same bytes may have come just before.
    Optional<ImportLedger.Seen> seen = seen(prepared.sha256(), file);
    if (seen.isPresent()) {
      return again(importId, tally, prepared.sha256(), file.label(), seen.get(), first);
    }
    boolean mornings = bodies.take(prepared.sha256(), file.bytes());
    try {
      if (prepared.trouble() != null) {
        throw prepared.trouble();
      }
      return load(importId, tally, file, prepared);
    } catch (NoActivity e) {
      tally.addNoActivity();
      // No run, but not in vain.
      return mornings ? null : e.getMessage();
    } catch (SourceTrouble e) {
      tally.add(Outcome.PUT_ASIDE);
      ledger.note(importId, prepared.sha256(), file.label(), Outcome.PUT_ASIDE, e.getMessage());
      return e.getMessage();
    }
  }

  private Optional<ImportLedger.Seen> seen(String sha256, Found.File file) {
    return ledger.seen(sha256).filter(earlier -> isStillTrue(earlier, file));
  }

  /** Readers are meant to throw nothing else than what they document; where one does, the others of an export must not suffer. */
  private static Decoded read(FileFormat format, Found.File file) {
    try {
      return format.read(file.bytes());
    } catch (SourceTrouble e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("Reading {} failed in a way that nobody thought of", file.label(), e);
      throw new UnusableFile("It is damaged in a way that is not understood.");
    }
  }

  /** A list, or the runner, may say of a file that it is a run, which the file alone did not. */
  private boolean isStillTrue(ImportLedger.Seen seen, Found.File file) {
    return seen.outcome() != Outcome.OTHER_SPORT || file.certainSport() == null && !ledger.isRun(file.label()).orElse(false);
  }

  /**
   * After an interruption the import meets its own work: that counts as what it was, and the same bytes once more as known. What could not be used is no better known for
   * being dropped again, so its reason is told again.
   */
  private String again(long importId, ImportTally tally, String sha256, String label, ImportLedger.Seen seen, boolean first) {
    if (seen.outcome() == Outcome.PUT_ASIDE) {
      tally.add(Outcome.PUT_ASIDE);
      ledger.note(importId, sha256, label, Outcome.PUT_ASIDE, seen.detail());
      return seen.detail();
    }
    tally.add(seen.importId() == importId && first ? seen.outcome() : Outcome.KNOWN);
    return null;
  }

  private String load(long importId, ImportTally tally, Found.File file, Prepared prepared) {
    Decoded decoded = prepared.decoded();
    String form = prepared.format().form();
    Outcome outcome = null;
    String detail = decoded.flaw();
    String why = null;
    Boolean isRun = ledger.isRun(file.label()).orElse(null);
    List<String> skipped = new ArrayList<>();
    for (Recording recording : decoded.sessions()) {
      String externalId = FileIdentity.ofRecording(form, prepared.sha256(), recording.part());
      FileMapper.Judged judged = mapper.judged(externalId, decoded, recording, file.certainSport(), isRun);
      if (judged.run().isEmpty()) {
        why = judged.reason();
        skipped.add(externalId);
        continue;
      }
      outcome = first(outcome, load(judged.run().get(), records(externalId, form, file, isRun)));
      if (decoded.flaw() != null) {
        putAsides.note(Source.FILE, externalId, FLAW, file.label(), decoded.flaw());
      }
    }
    if (outcome == null) {
      outcome = Outcome.OTHER_SPORT;
      detail = decoded.others().size() > 1 || why == null ? "Its sport is " + String.join(", ", decoded.others()) + "." : why;
      detail += " A log note with `file: " + name(file.label()) + "` and `is_run: yes` makes a run of it.";
    } else if (decoded.flaw() != null) {
      tally.addFlawed();
    }
    tally.add(outcome);
    ledger.note(importId, prepared.sha256(), file.label(), outcome, detail);
    if (outcome == Outcome.OTHER_SPORT && isWorthKeeping(file, decoded)) {
      skipped.forEach(externalId -> records(externalId, form, file, isRun).forEach(log::keep));
      skipped.stream().findFirst().ifPresent(externalId -> ledger.keptAs(prepared.sha256(), externalId));
    }
    return outcome == Outcome.OTHER_SPORT ? detail : null;
  }

  /** What was only judged to be no run, and what was dropped by itself; not the thousand rides of an account. */
  private static boolean isWorthKeeping(Found.File file, Decoded decoded) {
    return decoded.others().isEmpty() || !file.label().contains("/");
  }

  private static String name(String label) {
    return label.substring(label.lastIndexOf('/') + 1).strip();
  }

  private List<SourceRecord> records(String externalId, String form, Found.File file, Boolean isRun) {
    List<SourceRecord> records = new ArrayList<>();
    records.add(new SourceRecord(Source.FILE, externalId, form, clock.instant(), file.bytes()));
    if (file.certainSport() != null) {
      byte[] sport = file.certainSport().name().getBytes(StandardCharsets.US_ASCII);
      records.add(new SourceRecord(Source.FILE, externalId, FileMapper.SPORT, clock.instant(), sport));
    }
    if (isRun != null) {
      byte[] word = (isRun ? "yes" : "no").getBytes(StandardCharsets.US_ASCII);
      records.add(new SourceRecord(Source.FILE, externalId, FileIdentity.IS_RUN, clock.instant(), word));
    }
    return records;
  }

  private String takeListed(long importId, ImportTally tally, Found.Listed listed) {
    String sha256 = sha256(listed);
    boolean first = tally.meets(sha256);
    Optional<ImportLedger.Seen> seen = ledger.seen(sha256);
    if (seen.isPresent()) {
      return again(importId, tally, sha256, listed.label(), seen.get(), first);
    }
    try {
      Optional<Activity> activity = mapper.map(listed.externalId(), listed.payloads());
      List<SourceRecord> records = new ArrayList<>();
      listed.payloads().forEach((kind, payload) -> records.add(new SourceRecord(Source.FILE, listed.externalId(), kind, clock.instant(), payload)));
      Outcome outcome = activity.map(run -> load(run, records)).orElse(Outcome.OTHER_SPORT);
      tally.add(outcome);
      ledger.note(importId, sha256, listed.label(), outcome, null);
      return null;
    } catch (SourceTrouble e) {
      tally.add(Outcome.PUT_ASIDE);
      ledger.note(importId, sha256, listed.label(), Outcome.PUT_ASIDE, e.getMessage());
      return e.getMessage();
    }
  }

  private static String sha256(Found.Listed listed) {
    StringBuilder all = new StringBuilder(listed.externalId());
    for (Map.Entry<String, byte[]> payload : new TreeMap<>(listed.payloads()).entrySet()) {
      all.append('\n').append(payload.getKey()).append(' ').append(Sha256.of(payload.getValue()));
    }
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Outcome load(Activity activity, List<SourceRecord> records) {
    LoadResult result = log.load(new Arrival(activity, records, null));
    return switch (result) {
      case NEW -> log.isMerged(Source.FILE, activity.externalId()) ? Outcome.MERGED : Outcome.LOADED;
      case CHANGED -> Outcome.CHANGED;
      case UNCHANGED -> Outcome.KNOWN;
    };
  }

  /** Of the sessions of one file the one that did most. */
  private static Outcome first(Outcome one, Outcome other) {
    return one == null || other.ordinal() < one.ordinal() ? other : one;
  }
}
