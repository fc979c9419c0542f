package dev.longrun.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.longrun.LongrunUnderTest;
import dev.longrun.service.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting that is read from the environment and then by nobody promises what the program does not do. */
class DeadSettingsTest {
  /** Promised by .env.example, and of use once the part that reads them is there. */
  private static final Set<String> NOT_READ_YET =
      Set.of("Garmin.ssoUrl", "Runner.birthDate", "Runner.weightKg", "Schedules.summariseMonth", "Settings.units");

  /** Read through {@link Settings#routeProperties()}: the routes are asked about those. */
  private static final Set<String> FOR_ROUTES = Set.of("Garmin.apiUrl", "Strava.apiUrl", "OpenMeteo.forecastUrl", "OpenMeteo.archiveUrl", "Settings.openMeteo", "Settings.schedules");

  @Test
  void everySettingIsReadBySomebody() {
    JavaClasses program = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.longrun");
    Set<String> read =
        program.stream()
            .filter(type -> !type.getPackageName().equals("dev.longrun.settings"))
            .flatMap(DeadSettingsTest::targets)
            .collect(Collectors.toSet());
    Set<String> unread = new TreeSet<>();
    for (JavaClass type : program) {
      if (type.getName().startsWith(Settings.class.getName()) && type.isRecord()) {
        Stream.of(type.reflect().getRecordComponents()).map(component -> type.getSimpleName() + "." + component.getName()).forEach(unread::add);
      }
    }
    assertThat(unread).contains("Ollama.url", "Memory.topK");
    unread.removeAll(read);
    unread.removeAll(FOR_ROUTES);
    unread.removeIf(name -> name.startsWith("Schedules.") && !name.equals("Schedules.summariseMonth"));
    assertThat(NOT_READ_YET).as("settings that nobody reads").containsAll(unread);
  }

  private static Stream<String> targets(JavaClass type) {
    return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
        .map(access -> access.getTarget())
        .map(target -> target.getOwner().getSimpleName() + "." + target.getName());
  }

  @Test
  void everyPropertyOfTheRoutesIsInOne(@TempDir Path home) throws IOException {
    StringBuilder routes = new StringBuilder();
    try (Stream<Path> files = Files.list(ProgramFolder.find().routes())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        routes.append(Files.readString(file));
      }
    }
    assertThat(LongrunUnderTest.settings(home, Map.of()).routeProperties().keySet()).allSatisfy(key -> assertThat(routes).containsAnyOf("{{" + key + "}}", "value: " + key));
  }
}
