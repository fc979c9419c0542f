package dev.longrun.command.doctor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.report.SourceSetup;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whether the token files can be used, and by nobody else. Asks no site: a token is tried by the next poll. */
record TokensCheckup(Settings settings) implements Checkup {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String title() {
    return "Accounts";
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    SourceSetup.garminOff(settings)
        .ifPresentOrElse(
            why -> findings.add(Finding.note("Garmin is off: " + why)), () -> garmin(findings, SourceSetup.garminTokenFile(settings)));
    SourceSetup.stravaOff(settings)
        .ifPresentOrElse(why -> findings.add(Finding.note("Strava is off: " + why)), () -> findings.add(Finding.ok("Strava is set up")));
    Path strava = settings.home().resolve("tokens").resolve("strava_tokens.json");
    if (Files.isRegularFile(strava)) {
      mode(strava).ifPresent(findings::add);
    }
    return findings;
  }

  private void garmin(List<Finding> findings, Path file) {
    mode(file).ifPresent(findings::add);
    try {
      JsonNode tokens = JSON.readTree(file.toFile());
      if (tokens.path("di_refresh_token").asText("").isEmpty() || tokens.path("di_client_id").asText("").isEmpty()) {
        findings.add(
            Finding.mend(file + " has no di_refresh_token or di_client_id: it must be the garmin_tokens.json of python-garminconnect 0.3"
                + " or newer; log in again (docs/connecting.md, \"Garmin Connect\")"));
        return;
      }
      String ends =
          expiry(tokens.path("di_token").asText(""))
              .map(end -> end.isAfter(settings.clock().instant()) ? ", its access token lasts until " + end : ", its access token is over and will be refreshed")
              .orElse("");
      findings.add(Finding.ok("Garmin: " + file + " is readable" + ends));
    } catch (JacksonException e) {
      findings.add(Finding.mend(file + " is no JSON; log in again (docs/connecting.md, \"Garmin Connect\")"));
    } catch (IOException e) {
      findings.add(Finding.mend(file + " cannot be read; give it to the user that runs Longrun (chown, chmod 600)"));
    }
  }

  private static Optional<Finding> mode(Path file) {
    return FileModes.isReadByOthers(file)
        ? Optional.of(Finding.mend(file + " may be read by other users of this machine: chmod 600 " + file))
        : Optional.empty();
  }

  /** The end of life that a JSON web token carries; empty when it carries none. */
  private static Optional<Instant> expiry(String token) {
    try {
      String[] parts = token.split("\\.");
      JsonNode end = parts.length < 2 ? null : JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).get("exp");
      return end == null || !end.canConvertToLong() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(end.asLong()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
