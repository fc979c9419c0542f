package dev.longrun.command;

import dev.longrun.settings.SettingSources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real command line in this process, on a home of its own; nothing points at the real sites. */
final class CommandLineUnderTest {
  private final Map<String, String> environment = new HashMap<>();
  private final Path workingFolder;

  /** @param out lines, {@code err} lines */
  record Result(int exitCode, List<String> out, List<String> err) {}

  CommandLineUnderTest(Path workingFolder, Path home) {
    this.workingFolder = workingFolder;
    environment.put("LONGRUN_HOME", home.toString());
    environment.put("LONGRUN_TIMEZONE", "Europe/Berlin");
    for (String url :
        List.of(
            "GARMIN_API_URL", "GARMIN_AUTH_URL", "GARMIN_SSO_URL", "STRAVA_API_URL", "STRAVA_AUTH_URL",
            "OPEN_METEO_FORECAST_URL", "OPEN_METEO_ARCHIVE_URL", "OLLAMA_URL")) {
      environment.put(url, "http://127.0.0.1:9");
    }
  }

  CommandLineUnderTest with(String setting, String value) {
    environment.put(setting, value);
    return this;
  }

  Map<String, String> environment() {
    return environment;
  }

  Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandContext context =
        new CommandContext(new SettingSources(environment, workingFolder), new PrintWriter(out), new PrintWriter(err));
    int exitCode = LongrunCommand.execute(context, arguments);
    return new Result(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
