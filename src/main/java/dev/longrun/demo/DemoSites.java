package dev.longrun.demo;

import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.demo.site.SimulatedGarmin;
import dev.longrun.demo.site.SimulatedOpenMeteo;
import dev.longrun.demo.site.SimulatedStrava;
import java.time.Clock;
import java.util.Map;

/** The three sites of one synthetic runner, on loopback. */
record DemoSites(SyntheticRunner runner, SimulatedGarmin garmin, SimulatedStrava strava, SimulatedOpenMeteo openMeteo)
    implements AutoCloseable {

  static DemoSites of(SyntheticRunner runner, Clock clock) {
    return new DemoSites(
        runner,
        new SimulatedGarmin(runner.runs(), runner.mornings()::on, clock),
        SimulatedStrava.generous(runner.runs(), clock),
        new SimulatedOpenMeteo(runner.weather(), runner.hoursWithoutWeather(), clock));
  }

  /** The settings that lead Longrun to them. */
  Map<String, String> settings() {
    return Map.of(
        "GARMIN_API_URL", garmin.address("").toString(),
        "GARMIN_AUTH_URL", garmin.address("").toString(),
        "GARMIN_SSO_URL", garmin.address("").toString(),
        "STRAVA_API_URL", strava.address("/api/v3").toString(),
        "STRAVA_AUTH_URL", strava.address("/oauth").toString(),
        "STRAVA_CLIENT_ID", SimulatedStrava.CLIENT_ID,
        "STRAVA_CLIENT_SECRET", SimulatedStrava.CLIENT_SECRET,
        "STRAVA_REFRESH_TOKEN", strava.refreshToken(),
        "OPEN_METEO_FORECAST_URL", openMeteo.forecastUrl().toString(),
        "OPEN_METEO_ARCHIVE_URL", openMeteo.archiveUrl().toString());
  }

  @Override
  public void close() {
    garmin.close();
    strava.close();
    openMeteo.close();
  }
}
