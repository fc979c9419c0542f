package dev.longrun.source.garmin;

import dev.longrun.settings.Settings;
import java.util.Map;

/** How Garmin's own app introduces itself: without these the token service and the interface refuse to answer. */
final class GarminHeaders {
  private GarminHeaders() {}

  static Map<String, String> of(Settings.GarminApp app) {
    return Map.of(
        "User-Agent", app.userAgent(),
        "X-Garmin-User-Agent", app.appUserAgent(),
        "X-Garmin-Paired-App-Version", app.version(),
        "X-Garmin-Client-Platform", "Android",
        "X-App-Ver", app.version(),
        "X-Lang", "en",
        "X-GCExperience", "GC5",
        "Accept-Language", "en-US,en;q=0.9");
  }
}
