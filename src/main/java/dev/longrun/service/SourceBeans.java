package dev.longrun.service;

import dev.longrun.log.Database;
import dev.longrun.log.day.DayLog;
import dev.longrun.log.day.DayQuestions;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.TrainingLog;
import dev.longrun.settings.Settings;
import dev.longrun.source.Pace;
import dev.longrun.source.Shutdown;
import dev.longrun.source.SourceTroubles;
import dev.longrun.source.file.FileImports;
import dev.longrun.source.garmin.GarminAccess;
import dev.longrun.source.garmin.GarminDays;
import dev.longrun.source.garmin.GarminPolls;
import dev.longrun.source.garmin.GarminTokens;
import dev.longrun.source.openmeteo.WeatherAccess;
import dev.longrun.source.openmeteo.WeatherPolls;
import dev.longrun.source.strava.StravaAccess;
import dev.longrun.source.strava.StravaPolls;
import dev.longrun.source.strava.StravaTokens;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The beans of Garmin, Strava, dropped files and Open-Meteo, as the routes know them. */
final class SourceBeans {
  /** A refresh is one small form; a site that needs longer is down. */
  private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(30);

  private SourceBeans() {}

  static void bind(
      BeanRegistry registry,
      Settings settings,
      Database database,
      TrainingLog trainingLog,
      SyncStates syncStates,
      PutAsides putAsides) {
    registry.bind("siteCall", new SiteCall());
    registry.bind("pace", new Pace());
    registry.bind("shutdown", new Shutdown());
    registry.bind("sourceTroubles", new SourceTroubles(syncStates, putAsides));
    GarminTokens garminTokens = new GarminTokens(settings.garmin(), settings.clock(), REFRESH_TIMEOUT);
    registry.bind("garminAccess", new GarminAccess(garminTokens, settings.clock()));
    registry.bind("garminPolls", new GarminPolls(settings, garminTokens, trainingLog, syncStates, putAsides));
    registry.bind("garminDays", garminDays(settings, garminTokens::exist, database, syncStates, putAsides));
    StravaTokens stravaTokens = new StravaTokens(settings.strava(), settings.home(), settings.clock(), REFRESH_TIMEOUT);
    registry.bind("stravaAccess", new StravaAccess(stravaTokens, syncStates, settings.clock()));
    registry.bind("stravaPolls", new StravaPolls(settings, stravaTokens, trainingLog, syncStates, putAsides));
    registry.bind("fileImports", new FileImports(settings, database, trainingLog, putAsides));
    registry.bind("weatherAccess", new WeatherAccess(settings.clock()));
    registry.bind("weatherPolls", new WeatherPolls(trainingLog, syncStates, putAsides, settings.clock()));
  }

  private static GarminDays garminDays(
      Settings settings, BooleanSupplier connected, Database database, SyncStates syncStates, PutAsides putAsides) {
    DayLog days = new DayLog(database, settings.clock());
    return new GarminDays(settings, connected, days, new DayQuestions(database, settings.clock()), syncStates, putAsides);
  }
}
