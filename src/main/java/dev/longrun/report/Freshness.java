package dev.longrun.report;

import dev.longrun.log.KnownUntil;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncState;
import dev.longrun.log.record.SyncStates;
import dev.longrun.settings.Settings;
import dev.longrun.settings.StravaDataUse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fresh each source of runs is: no data is not rest. Thread-safe. */
public final class Freshness {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final Settings settings;
  private final SyncStates states;

  public Freshness(Settings settings, SyncStates states) {
    this.settings = settings;
    this.states = states;
  }

  /** Garmin and Strava, in this order, connected or not; without either the files, which speak up to the last import. */
  public List<SourceFreshness> now() {
    List<SourceFreshness> sources = new ArrayList<>();
    sources.add(of(Source.GARMIN, SourceSetup.garminOff(settings).isEmpty()));
    sources.add(of(Source.STRAVA, SourceSetup.stravaOff(settings).isEmpty()));
    if (sources.stream().noneMatch(SourceFreshness::connected)) {
      sources.add(ofFiles(states.knownUntil()));
    }
    return sources;
  }

  private SourceFreshness ofFiles(KnownUntil known) {
    String until =
        known.moment() == null
            ? "Nothing has been imported, so nothing is known of days without a run."
            : "Without a connected source the log is known up to "
                + (known.by() == Source.FILE ? "the last import, " : "the last answer of " + known.by().title() + ", ")
                + minute(known.moment())
                + ".";
    return new SourceFreshness(Source.FILE, true, until, known.moment(), null, false);
  }

  private SourceFreshness of(Source source, boolean connected) {
    SyncState state = states.of(source);
    Instant readBackTo = state.backfillCompletedAt() == null ? state.backfillBefore() : null;
    boolean firstReading = connected && isReadForTheFirstTime(state);
    String sentence = sentence(source, connected, state, readBackTo);
    return new SourceFreshness(source, connected, sentence, state.answeredUntil(), readBackTo, firstReading);
  }

  /** What is erased after seven days is read again and again: that is no first time. */
  private static boolean isReadForTheFirstTime(SyncState state) {
    boolean wellSoFar = state.lastError() == null && state.actionNeeded() == null && state.blockedUntil() == null;
    return state.backfillCompletedAt() == null && wellSoFar && !StravaDataUse.SEVEN_DAYS.id().equals(state.dataUse());
  }

  private String sentence(Source source, boolean connected, SyncState state, Instant readBackTo) {
    if (!connected) {
      String before = state.lastSuccessAt() == null ? "" : "; it last answered on " + minute(state.lastSuccessAt());
      return source.title() + " is not connected" + before + ".";
    }
    StringBuilder sentence = new StringBuilder(source.title());
    sentence.append(state.lastSuccessAt() == null ? " has not answered yet" : " last answered on " + minute(state.lastSuccessAt()));
    if (readBackTo != null) {
      sentence.append("; its runs before ").append(minute(readBackTo)).append(" are still to be read");
    }
    if (state.actionNeeded() != null) {
      sentence.append("; it needs you: ").append(state.actionNeeded());
    } else if (state.lastError() != null) {
      sentence.append("; the last attempt failed: ").append(state.lastError());
    }
    return sentence.charAt(sentence.length() - 1) == '.' ? sentence.toString() : sentence.append('.').toString();
  }

  private String minute(Instant instant) {
    return MINUTE.withZone(settings.timezone()).format(instant);
  }
}
