package dev.longrun.report;

import dev.longrun.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which sources of runs have what they need, told from the settings and token files alone. */
public final class SourceSetup {
  private SourceSetup() {}

  /** One sentence for each source that is off: why, and what would turn it on. */
  public static List<String> off(Settings settings) {
    List<String> sentences = new ArrayList<>();
    garminOff(settings).ifPresent(why -> sentences.add("Garmin is off: " + why));
    stravaOff(settings).ifPresent(why -> sentences.add("Strava is off: " + why));
    return sentences;
  }

  public static Optional<String> garminOff(Settings settings) {
    Path file = garminTokenFile(settings);
    return Files.isRegularFile(file)
        ? Optional.empty()
        : Optional.of(
            "there is no token file " + file + " (\"longrun connect garmin\" makes one).");
  }

  /** The setting may name the file or its folder. */
  public static Path garminTokenFile(Settings settings) {
    Path tokens = settings.garmin().tokens();
    return Files.isDirectory(tokens) ? tokens.resolve("garmin_tokens.json") : tokens;
  }

  public static Optional<String> stravaOff(Settings settings) {
    Settings.Strava strava = settings.strava();
    List<String> missing = new ArrayList<>();
    if (strava.clientId().isEmpty()) {
      missing.add("STRAVA_CLIENT_ID");
    }
    if (strava.clientSecret().isEmpty()) {
      missing.add("STRAVA_CLIENT_SECRET");
    }
    if (strava.refreshToken().isEmpty()) {
      missing.add("STRAVA_REFRESH_TOKEN");
    }
    if (missing.size() == 3) {
      return Optional.of("it is not set up (\"longrun connect strava\" does it; docs/connecting.md, \"Strava\", says what its policy asks of you).");
    }
    if (!missing.isEmpty()) {
      return Optional.of(String.join(" and ", missing) + (missing.size() == 1 ? " is not set." : " are not set."));
    }
    return strava.dataUse().isPresent()
        ? Optional.empty()
        : Optional.of(
            "STRAVA_DATA_USE is not set. Strava's policy forbids feeding data from its API to any AI, so you choose:"
                + " STRAVA_DATA_USE=seven-days only shows it and erases it after seven days,"
                + " STRAVA_DATA_USE=coach uses it like any other, at your own risk (docs/connecting.md, \"Strava\").");
  }
}
