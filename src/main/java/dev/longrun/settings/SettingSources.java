package dev.longrun.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where settings come from: the environment, then {@code .env} in the working folder, then {@code .env} in the home, then the
 * defaults. The first that has a name wins, even with an empty value, which stands for the default.
 */
public final class SettingSources {
  private final Map<String, String> environment;
  private final Path workingFolder;

  /** @param environment names that are no settings are left alone: the environment belongs to other programs too */
  public SettingSources(Map<String, String> environment, Path workingFolder) {
    this.environment = Map.copyOf(environment);
    this.workingFolder = workingFolder.toAbsolutePath().normalize();
  }

  /** The environment and working folder of this process. */
  public static SettingSources ofProcess() {
    return new SettingSources(System.getenv(), Path.of(""));
  }

  /** @throws BadSetting with everything that is wrong */
  public Settings read() {
    SettingsReader.Reading reading = check();
    if (!reading.findings().isEmpty()) {
      throw new BadSetting(reading.findings());
    }
    return reading.settings();
  }

  /** The same without an exception: what is wrong is listed, and defaults stand in for it. */
  public SettingsReader.Reading check() {
    List<String> findings = new ArrayList<>();
    EnvFile working = EnvFile.read(workingFolder.resolve(".env"));
    findings.addAll(working.findings());
    Path home = home(working);
    Map<String, String> values = new LinkedHashMap<>();
    if (!home.equals(workingFolder)) {
      EnvFile ofHome = EnvFile.read(home.resolve(".env"));
      findings.addAll(ofHome.findings());
      values.putAll(ofHome.values());
      if (values.remove(SettingName.LONGRUN_HOME.name()) != null) {
        findings.add(home.resolve(".env") + " sets LONGRUN_HOME, but is itself found through it; set it in the environment instead.");
      }
    }
    values.putAll(working.values());
    Stream.of(SettingName.values())
        .filter(name -> environment.containsKey(name.name()))
        .forEach(name -> values.put(name.name(), environment.get(name.name())));
    SettingsReader.Reading reading = new SettingsReader(values).check();
    findings.addAll(reading.findings());
    return new SettingsReader.Reading(reading.settings(), findings);
  }

  /** The .env files that are looked at, whether they exist or not. */
  public List<Path> files() {
    Path working = workingFolder.resolve(".env");
    return Stream.of(working, home(EnvFile.read(working)).resolve(".env")).distinct().toList();
  }

  /** The editor the user likes, with its options, as every program finds it. */
  public String editor() {
    return Stream.of("VISUAL", "EDITOR")
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(command -> !command.isEmpty())
        .findFirst()
        .orElse("vi");
  }

  private Path home(EnvFile working) {
    String name = SettingName.LONGRUN_HOME.name();
    String given = Optional.ofNullable(environment.get(name)).orElse(working.values().getOrDefault(name, "")).strip();
    String otherwise = SettingName.LONGRUN_HOME.defaultText().orElseThrow();
    try {
      return SettingType.path().parse(given.isEmpty() ? otherwise : given);
    } catch (SettingType.Unusable e) {
      // Found again, and told, when the settings are read.
      return SettingType.path().parse(otherwise);
    }
  }
}
