package dev.longrun.service;

import dev.longrun.log.Database;
import dev.longrun.settings.Settings;

/** The beans of Garmin, Strava and Open-Meteo, as the routes know them. */
final class SourceBeans {
  private SourceBeans() {}

  static void bind(BeanRegistry registry, Settings settings, Database database) {}
}
