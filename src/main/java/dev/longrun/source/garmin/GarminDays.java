package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Source;
import dev.longrun.log.day.DayLog;
import dev.longrun.log.day.DayQuestions;
import dev.longrun.log.day.DayQuestions.Answer;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SyncState;
import dev.longrun.log.record.SyncStates;
import dev.longrun.settings.Settings;
import dev.longrun.source.Json;
import dev.longrun.source.SourceTroubles;
import dev.longrun.source.UnusableAnswer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Begins a pass over Garmin's days, and takes what was answered into the log. */
public final class GarminDays {
  private final BooleanSupplier connected;
  private final DayLog days;
  private final DayQuestions questions;
  private final SyncStates syncStates;
  private final PutAsides putAsides;
  private final GarminDayMapper mapper;
  private final ZoneId timezone;
  private final LocalDate since;
  private final Clock clock;
  private volatile String name;

  /** @param connected whether there is a login at all */
  public GarminDays(
      Settings settings, BooleanSupplier connected, DayLog days, DayQuestions questions, SyncStates syncStates, PutAsides putAsides) {
    this.connected = connected;
    this.days = days;
    this.questions = questions;
    this.syncStates = syncStates;
    this.putAsides = putAsides;
    this.timezone = settings.timezone();
    this.mapper = new GarminDayMapper(timezone);
    this.since = settings.backfillSince();
    this.clock = settings.clock();
  }

  /** @return null when Garmin is not connected, wants to be left alone, or has just failed to answer about its activities */
  public GarminDaysPoll begin() {
    SyncState state = syncStates.of(Source.GARMIN);
    boolean sick = state.lastError() != null || state.actionNeeded() != null;
    if (!connected.getAsBoolean() || sick || syncStates.blockedUntil(Source.GARMIN).isPresent()) {
      return null;
    }
    return new GarminDaysPoll(days, questions.of(Source.GARMIN), name, clock.instant().atZone(timezone), since);
  }

  /** What to ask next. What could not be answered before is remembered, so that it is not asked for ever. */
  public List<GarminDayQuestion> next(GarminDaysPoll poll) {
    rememberFailures(poll);
    return poll.next();
  }

  /** @param body null when Garmin has no such thing */
  public void answer(GarminDaysPoll poll, GarminDayQuestion question, byte[] body) {
    if (question.kind() == GarminDayKind.PROFILE) {
      name = name(body);
      poll.isNamed(name);
    } else if (body != null) {
      SourceRecord record = new SourceRecord(Source.GARMIN, question.record(), question.kind().id(), clock.instant(), body);
      mapper.map(record).ifPresent(said -> days.load(record, said));
    }
    putAsides.resolve(Source.GARMIN, question.getId(), SourceTroubles.WHOLE_ACTIVITY);
    Answer answer = body == null ? Answer.NONE : Answer.SOME;
    poll.isAnswered(question, answer);
    if (question.kind() != GarminDayKind.PROFILE) {
      questions.asked(Source.GARMIN, question.record(), question.kind().id(), answer);
    }
  }

  /** The pass is over, or was stopped. */
  public void end(GarminDaysPoll poll) {
    rememberFailures(poll);
  }

  private void rememberFailures(GarminDaysPoll poll) {
    poll.takeFailed().forEach(question -> questions.asked(Source.GARMIN, question.record(), question.kind().id(), Answer.FAILED));
  }

  /** @return null when there is no profile: what needs no name is asked all the same */
  private static String name(byte[] body) {
    if (body == null) {
      return null;
    }
    JsonNode profile = Json.tree("Garmin", body);
    String name = Json.text(profile, "displayName");
    if (name == null) {
      throw new UnusableAnswer("Garmin's profile has no name, without which it does not answer about days.");
    }
    return name;
  }
}
