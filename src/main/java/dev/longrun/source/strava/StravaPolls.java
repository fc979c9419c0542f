package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Activity;
import dev.longrun.log.Arrival;
import dev.longrun.log.record.KnownActivity;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Source;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SyncState;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.TrainingLog;
import dev.longrun.settings.Settings;
import dev.longrun.settings.StravaDataUse;
import dev.longrun.source.Json;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins and ends a poll of Strava, and turns what was fetched into arrivals for the log. */
public final class StravaPolls {
  private static final Duration OVERLAP = Duration.ofDays(14);

  /** Strava's API policy 6.2: seven days and no more, unless the runner has decided otherwise. */
  private static final Duration SEVEN_DAYS = Duration.ofDays(7);

  /** Of the activities put aside, so many are tried again at each poll. */
  private static final int SECOND_CHANCES = 10;

  private final Settings.Strava settings;
  private final RotatingLogin login;
  private final LoginOwner owner;
  private final TrainingLog trainingLog;
  private final SyncStates syncStates;
  private final PutAsides putAsides;
  private final StravaMapper mapper = new StravaMapper();
  private final Instant since;
  private final ZoneId timezone;
  private final Clock clock;

  public StravaPolls(Settings settings, RotatingLogin login, LoginOwner owner, TrainingLog trainingLog, SyncStates syncStates, PutAsides putAsides) {
    this.settings = settings.strava();
    this.login = login;
    this.owner = owner;
    this.trainingLog = trainingLog;
    this.syncStates = syncStates;
    this.putAsides = putAsides;
    this.since = settings.backfillSince().atStartOfDay(settings.timezone()).toInstant();
    this.timezone = settings.timezone();
    this.clock = settings.clock();
  }

  /**
   * @param full compare the whole list, not only the overlap; null means no
   * @return null when Strava is not connected, its data use is not chosen, or it wants to be left alone
   */
  public StravaPoll begin(Boolean full) {
    if (isSevenDays()) {
      trainingLog.eraseOlderThan(Source.STRAVA, sevenDaysAgo());
    }
    if (!login.exists() || settings.dataUse().isEmpty() || syncStates.blockedUntil(Source.STRAVA).isPresent()) {
      return null;
    }
    syncStates.attempted(Source.STRAVA);
    return new StravaPoll(
        passes(Boolean.TRUE.equals(full)),
        timezone,
        owner.isUnknown(),
        () -> new LogComparison(trainingLog, Source.STRAVA, clock.instant()),
        () -> StravaQuota.of(syncStates.of(Source.STRAVA).quota(), clock.instant()));
  }

  /** Renews the login when it is time. */
  public void keepLogin() {
    if (login.exists() && settings.dataUse().isPresent()) {
      login.keep();
    }
  }

  private boolean isSevenDays() {
    // Without a setting the data is still held under the choice that it came with.
    String use = settings.dataUse().map(StravaDataUse::id).orElseGet(() -> syncStates.of(Source.STRAVA).dataUse());
    return StravaDataUse.SEVEN_DAYS.id().equals(use);
  }

  private Instant sevenDaysAgo() {
    return clock.instant().minus(SEVEN_DAYS);
  }

  private List<StravaPoll.Pass> passes(boolean full) {
    if (isSevenDays()) {
      syncStates.backfillForgotten(Source.STRAVA);
      return List.of(new StravaPoll.Pass(sevenDaysAgo(), null, false));
    }
    SyncState state = syncStates.of(Source.STRAVA);
    boolean backfilled = isBackfilled(state);
    if (backfilled && (full || !syncStates.isCompared(Source.STRAVA))) {
      return List.of(new StravaPoll.Pass(since, null, false));
    }
    List<StravaPoll.Pass> passes = new ArrayList<>();
    trainingLog
        .newestStart(Source.STRAVA)
        .filter(newest -> state.backfillBefore() != null)
        .map(newest -> newest.minus(OVERLAP))
        .map(from -> from.isBefore(since) ? since : from)
        .ifPresent(from -> passes.add(new StravaPoll.Pass(from, null, false)));
    if (!backfilled || passes.isEmpty()) {
      passes.add(new StravaPoll.Pass(since, passes.isEmpty() ? null : state.backfillBefore(), true));
    }
    return passes;
  }

  private boolean isBackfilled(SyncState state) {
    return state.backfillCompletedAt() != null && state.backfillBefore() != null && !state.backfillBefore().isAfter(since);
  }

  /** @param athlete of the login; null when Strava knows none, which is no reason to stop */
  public void owner(byte[] athlete) {
    if (athlete != null) {
      owner.is(StravaProfile.of(Json.tree("Strava", athlete)));
    }
  }

  /** Takes in a page of the list. */
  public void page(StravaPoll poll, byte[] body) {
    poll.page(body, this::isOwn);
  }

  private boolean isOwn(String externalId, String ownerId) {
    try {
      owner.refuseStranger(ownerId);
      return true;
    } catch (UnusableValue e) {
      putAsides.note(Source.STRAVA, externalId, e.field(), e.value(), e.getMessage());
      return false;
    }
  }

  /** What the list shows as new or changed, newest first. */
  public List<ListedActivity> wanted(StravaPoll poll) {
    return poll.isStopped() ? List.of() : poll.wanted();
  }

  /** The shoe of an activity, when it is one and has not been asked for in this poll; else null. */
  public String gearToAsk(StravaPoll poll, ListedActivity listed, byte[] detail) {
    String id = gearId(detail == null ? listed.summary() : detail);
    return id == null || !StravaMapper.isShoe(id) || poll.gear(id) != null ? null : id;
  }

  private static String gearId(byte[] detail) {
    JsonNode tree = Json.tree("Strava", detail);
    String id = Json.text(tree, "gear_id");
    return id == null ? Json.text(tree.path("gear"), "id") : id;
  }

  /** @param answer null when the site does not know the shoe (any more) */
  public void gear(StravaPoll poll, String id, byte[] answer) {
    if (answer != null) {
      poll.gear(id, answer);
    }
  }

  /** @return null when the activity is no run (any more) */
  public Arrival arrival(StravaPoll poll, ListedActivity listed, byte[] detail) {
    Map<String, byte[]> payloads = new HashMap<>();
    payloads.put("summary", detail == null ? listed.summary() : null);
    payloads.put("detail", detail);
    payloads.put("gear", poll.gear(gearId(detail == null ? listed.summary() : detail)));
    payloads.values().removeIf(payload -> payload == null);
    // What is not answered now stays as it was answered before: the log and its rebuild read the same.
    Map<String, byte[]> known = new HashMap<>(trainingLog.payloads(Source.STRAVA, listed.externalId()));
    known.putAll(payloads);
    if (detail != null) {
      owner.refuseStranger(Json.id(Json.tree("Strava", detail).path("athlete"), "id"));
    }
    Optional<Activity> activity = mapper.map(listed.externalId(), known);
    poll.answered();
    putAsides.resolve(Source.STRAVA, listed.externalId(), SourceTroubles.WHOLE_ACTIVITY);
    if (activity.isEmpty()) {
      trainingLog.withdraw(Source.STRAVA, listed.externalId());
      return null;
    }
    Instant now = clock.instant();
    NotYet.refuse(activity.get(), now);
    List<SourceRecord> records = new ArrayList<>();
    payloads.forEach((kind, payload) -> records.add(new SourceRecord(Source.STRAVA, listed.externalId(), kind, now, payload)));
    return new Arrival(activity.get(), records, poll.listedAs(listed, trainingLog.known(Source.STRAVA, listed.externalId()).map(KnownActivity::listedAs).orElse(null)));
  }

  /** Neither the list nor the detail knows the activity (any more). One that is listed without a detail is loaded as it is listed. */
  public void gone(StravaPoll poll, ListedActivity listed) {
    poll.answered();
    putAsides.resolve(Source.STRAVA, listed.externalId(), SourceTroubles.WHOLE_ACTIVITY);
    trainingLog.withdraw(Source.STRAVA, listed.externalId());
  }

  /** The activity is in the log; history has been read back to its start. */
  public void read(StravaPoll poll, ListedActivity listed) {
    poll.fetched();
    Instant start = poll.startOf(listed.externalId());
    if (start != null && poll.pass().backfill()) {
      // One second later, so that another activity of the same second is not passed over.
      syncStates.backfillReached(Source.STRAVA, start.plusSeconds(1), poll.isWhole());
    }
  }

  /**
   * A pass is through. What it no longer showed is asked for: a list may have been cut short, so only an activity whose detail is
   * gone as well leaves the log.
   */
  public List<ListedActivity> passed(StravaPoll poll) {
    if (poll.isStopped()) {
      return List.of();
    }
    List<String> again = new ArrayList<>(putAsides.unread(Source.STRAVA, SECOND_CHANCES));
    again.addAll(poll.unlisted());
    if (poll.pass().backfill()) {
      syncStates.backfillReached(Source.STRAVA, since, poll.isWhole());
      syncStates.backfillCompleted(Source.STRAVA);
    }
    if (!poll.pass().from().isAfter(since)) {
      syncStates.compared(Source.STRAVA);
    }
    syncStates.succeeded(Source.STRAVA, poll.isWhole());
    poll.nextPass();
    return again.stream().distinct().map(id -> new ListedActivity(id, null, null)).toList();
  }
}
