package dev.longrun.service;

import dev.longrun.log.Database;
import dev.longrun.settings.Settings;

/** The beans of the inbox, the coach and its memory, as the routes know them. */
final class CoachBeans {
  private CoachBeans() {}

  static void bind(BeanRegistry registry, Settings settings, Database database) {}
}
