package dev.longrun.service;

import dev.longrun.log.Database;
import dev.longrun.log.Source;
import dev.longrun.log.day.DayLog;
import dev.longrun.log.day.DayQuestions;
import dev.longrun.log.record.LoginStates;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.TrainingLog;
import dev.longrun.settings.PresentSettings;
import dev.longrun.settings.Settings;
import dev.longrun.source.LoginOwner;
import dev.longrun.source.Pace;
import dev.longrun.source.RotatingLogin;
import dev.longrun.source.Shutdown;
import dev.longrun.source.SourceTroubles;
import dev.longrun.source.file.FileImports;
import dev.longrun.source.garmin.GarminAccess;
import dev.longrun.source.garmin.GarminDays;
import dev.longrun.source.garmin.GarminPolls;
import dev.longrun.source.garmin.GarminLogin;
import dev.longrun.source.openmeteo.WeatherAccess;
import dev.longrun.source.openmeteo.WeatherPolls;
import dev.longrun.source.strava.StravaAccess;
import dev.longrun.source.strava.StravaPolls;
import dev.longrun.source.strava.StravaLogin;
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
      PresentSettings present,
      Database database,
      TrainingLog trainingLog,
      SyncStates syncStates,
      PutAsides putAsides) {
    registry.bind("siteCall", new SiteCall());
    registry.bind("pace", new Pace());
    registry.bind("shutdown", new Shutdown());
    registry.bind("sourceTroubles", new SourceTroubles(syncStates, putAsides));
    LoginStates logins = new LoginStates(database, settings.clock());
    RotatingLogin garmin = new RotatingLogin(new GarminLogin(settings.garmin(), REFRESH_TIMEOUT), logins, settings.clock());
    registry.bind("garminLogin", garmin);
    registry.bind("garminAccess", new GarminAccess(garmin, settings.garmin().app(), settings.clock()));
    registry.bind("garminPolls", new GarminPolls(settings, garmin, new LoginOwner(Source.GARMIN, garmin, logins), trainingLog, syncStates, putAsides));
    registry.bind("garminDays", garminDays(settings, garmin::exists, database, syncStates, putAsides));
    RotatingLogin strava =
        new RotatingLogin(new StravaLogin(() -> present.read().strava(), settings.home(), REFRESH_TIMEOUT), logins, settings.clock());
    registry.bind("stravaLogin", strava);
    registry.bind("stravaAccess", new StravaAccess(strava, syncStates, settings.clock()));
    registry.bind("stravaPolls", new StravaPolls(settings, strava, new LoginOwner(Source.STRAVA, strava, logins), trainingLog, syncStates, putAsides));
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
