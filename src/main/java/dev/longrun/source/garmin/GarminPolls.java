package dev.longrun.source.garmin;

import dev.longrun.log.Activity;
import dev.longrun.log.Arrival;
import dev.longrun.log.record.KnownActivity;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Lap;
import dev.longrun.log.Source;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SyncState;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.TrainingLog;
import dev.longrun.settings.Settings;
import dev.longrun.source.Json;
import dev.longrun.source.Laps;
import dev.longrun.source.ListedActivity;
import dev.longrun.source.LogComparison;
import dev.longrun.source.LoginOwner;
import dev.longrun.source.NotYet;
import dev.longrun.source.RotatingLogin;
import dev.longrun.source.SourceTroubles;
import dev.longrun.source.UnusableValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins and ends a poll of Garmin, and turns what was fetched into arrivals for the log. */
public final class GarminPolls {
  /** Listed at each poll: what may still be mended, and uploads from a watch that lay in a drawer. The rest once a week. */
  private static final Duration OVERLAP = Duration.ofDays(14);

  /** Of the activities put aside, so many are tried again at each poll. */
  private static final int SECOND_CHANCES = 10;

  private final RotatingLogin login;
  private final LoginOwner owner;
  private final TrainingLog trainingLog;
  private final SyncStates syncStates;
  private final PutAsides putAsides;
  private final GarminMapper mapper = new GarminMapper();
  private final Instant since;
  private final Clock clock;

  public GarminPolls(Settings settings, RotatingLogin login, LoginOwner owner, TrainingLog trainingLog, SyncStates syncStates, PutAsides putAsides) {
    this.login = login;
    this.owner = owner;
    this.trainingLog = trainingLog;
    this.syncStates = syncStates;
    this.putAsides = putAsides;
    this.since = settings.backfillSince().atStartOfDay(settings.timezone()).toInstant();
    this.clock = settings.clock();
  }

  /**
   * @param full compare the whole list, not only the overlap; null means no
   * @return null when Garmin is not connected or wants to be left alone
   */
  public GarminPoll begin(Boolean full) {
    // The file may come and go while the service runs.
    syncStates.connected(Source.GARMIN, login.exists());
    if (!login.exists() || syncStates.blockedUntil(Source.GARMIN).isPresent()) {
      return null;
    }
    syncStates.attempted(Source.GARMIN);
    boolean whole = Boolean.TRUE.equals(full) || !isBackfilled() || !syncStates.isCompared(Source.GARMIN);
    Optional<Instant> newest = whole ? Optional.empty() : trainingLog.newestStart(Source.GARMIN);
    Instant bound = newest.map(start -> start.minus(OVERLAP)).filter(start -> start.isAfter(since)).orElse(since);
    return new GarminPoll(new LogComparison(trainingLog, Source.GARMIN, clock.instant()), bound, owner.isUnknown());
  }

  /** Renews the login when it is time. */
  public void keepLogin() {
    if (login.exists()) {
      login.keep();
    }
  }

  private boolean isBackfilled() {
    SyncState state = syncStates.of(Source.GARMIN);
    return state.backfillCompletedAt() != null && state.backfillBefore() != null && !state.backfillBefore().isAfter(since);
  }

  /** @param profile of the login; null when Garmin knows none, which is no reason to stop */
  public void owner(byte[] profile) {
    if (profile != null) {
      owner.is(GarminProfile.of(Json.tree("Garmin", profile)));
    }
  }

  /** Takes in a page of the list and returns what must be fetched. */
  public List<ListedActivity> page(GarminPoll poll, byte[] body) {
    return poll.page(body, this::isOwn);
  }

  private boolean isOwn(String externalId, String ownerId) {
    try {
      owner.refuseStranger(ownerId);
      return true;
    } catch (UnusableValue e) {
      putAsides.note(Source.GARMIN, externalId, e.field(), e.value(), e.getMessage());
      return false;
    }
  }

  /** Whether the kilometres are to be asked for: those of a known run only change with its distance, which the list shows. */
  public boolean needsSplits(ListedActivity listed) {
    return trainingLog.known(Source.GARMIN, listed.externalId()).filter(known -> known.listedAs() != null && known.listedAs().equals(listed.listedAs())).isEmpty()
        || !trainingLog.payloads(Source.GARMIN, listed.externalId()).containsKey("splits");
  }

  /** Whether the laps do not give the kilometres, so that the recording itself is needed. */
  public boolean needsStream(byte[] splits, byte[] detail) {
    if (splits == null) {
      return true;
    }
    List<Lap> laps = GarminLaps.of(Json.tree("Garmin", splits));
    Double distanceM = detail == null ? null : Json.number(Json.tree("Garmin", detail).path("summaryDTO"), "distance");
    return !Laps.areKilometres(laps) || Laps.areCutShort(laps, distanceM);
  }

  /** Neither the list nor the detail knows the activity (any more). One that is listed without a detail is loaded as it is listed. */
  public void gone(GarminPoll poll, ListedActivity listed) {
    poll.answered();
    putAsides.resolve(Source.GARMIN, listed.externalId(), SourceTroubles.WHOLE_ACTIVITY);
    trainingLog.withdraw(Source.GARMIN, listed.externalId());
  }

  /** @return null when the activity is no run (any more) */
  public Arrival arrival(GarminPoll poll, ListedActivity listed, byte[] detail, byte[] splits, byte[] stream, byte[] gear) {
    poll.answered();
    Map<String, byte[]> payloads = new HashMap<>();
    payloads.put("summary", listed.summary());
    payloads.put("detail", detail);
    payloads.put("splits", splits);
    payloads.put("stream", stream);
    payloads.put("gear", gear);
    payloads.values().removeIf(payload -> payload == null);
    // What is not answered now stays as it was answered before: the log and its rebuild read the same.
    Map<String, byte[]> known = new HashMap<>(trainingLog.payloads(Source.GARMIN, listed.externalId()));
    known.putAll(payloads);
    if (detail != null) {
      owner.refuseStranger(Json.id(Json.tree("Garmin", detail), "userProfileId"));
    }
    Optional<Activity> activity = mapper.map(listed.externalId(), known);
    putAsides.resolve(Source.GARMIN, listed.externalId(), SourceTroubles.WHOLE_ACTIVITY);
    if (activity.isEmpty()) {
      trainingLog.withdraw(Source.GARMIN, listed.externalId());
      return null;
    }
    Instant now = clock.instant();
    NotYet.refuse(activity.get(), now);
    List<SourceRecord> records = new ArrayList<>();
    payloads.forEach((kind, payload) -> records.add(new SourceRecord(Source.GARMIN, listed.externalId(), kind, now, payload)));
    return new Arrival(activity.get(), records, poll.listedAs(listed, trainingLog.known(Source.GARMIN, listed.externalId()).map(KnownActivity::listedAs).orElse(null)));
  }

  /**
   * What the list has left open: activities put aside earlier, and those it no longer shows. A list may have been cut short, so
   * only an activity whose detail is gone as well leaves the log.
   */
  public List<ListedActivity> leftovers(GarminPoll poll) {
    if (poll.isStopped()) {
      return List.of();
    }
    List<String> again = new ArrayList<>(putAsides.unread(Source.GARMIN, SECOND_CHANCES));
    again.addAll(poll.unlisted());
    return again.stream().distinct().map(id -> new ListedActivity(id, null, null)).toList();
  }

  /** Everything that was asked has been answered. */
  public void end(GarminPoll poll) {
    if (poll.isStopped()) {
      return;
    }
    if (!isBackfilled()) {
      syncStates.backfillReached(Source.GARMIN, since, poll.isWhole());
      syncStates.backfillCompleted(Source.GARMIN);
    }
    if (poll.reaches(since)) {
      syncStates.compared(Source.GARMIN);
    }
    syncStates.succeeded(Source.GARMIN, poll.isWhole());
  }
}
