package dev.longrun.source.garmin;

import java.util.Map;

/** How Garmin's own app introduces itself: without these the token service and the interface refuse to answer. */
final class GarminHeaders {
  static final Map<String, String> ALL =
      Map.of(
          "User-Agent", "GCM-Android-5.23",
          "X-Garmin-User-Agent",
              "com.garmin.android.apps.connectmobile/5.23; ; Google/sdk_gphone64_arm64/google; Android/33; Dalvik/2.1.0",
          "X-Garmin-Paired-App-Version", "10861",
          "X-Garmin-Client-Platform", "Android",
          "X-App-Ver", "10861",
          "X-Lang", "en",
          "X-GCExperience", "GC5",
          "Accept-Language", "en-US,en;q=0.9");

  private GarminHeaders() {}
}
