package dev.longrun;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Who may know whom. Settings are handed to everybody. */
@AnalyzeClasses(packages = "dev.longrun", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
  @ArchTest static final ArchRule metricsKnowsNobody = mayKnow("metrics", "quantity");
  @ArchTest static final ArchRule quantityKnowsNobody = mayKnow("quantity");
  @ArchTest static final ArchRule logKnowsMetrics = mayKnow("log", "metrics", "quantity");
  @ArchTest static final ArchRule theWayOutKnowsNobody = mayKnow("web");
  @ArchTest static final ArchRule whatIsUnpackedKnowsNobody = mayKnow("unpack");
  @ArchTest static final ArchRule settingsKnowsQuantities = mayKnow("settings", "quantity");
  @ArchTest static final ArchRule inboxKnowsTheLog = mayKnow("inbox", "log", "settings");
  @ArchTest static final ArchRule reportKnowsTheLog = mayKnow("report", "log", "quantity", "settings");
  @ArchTest static final ArchRule theCoachKnowsNoSource = mayKnow("coach", "analysis", "log", "metrics", "quantity", "report", "settings", "unpack", "web");
  @ArchTest static final ArchRule analysisKnowsTheLogAndItsMetrics = mayKnow("analysis", "log", "metrics", "quantity", "report", "settings");

  @ArchTest
  static final ArchRule recordsKnowNeitherRunsNorTheRunner =
      noClasses()
          .that()
          .resideInAPackage("dev.longrun.log.record..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.longrun.log.run..", "dev.longrun.log.said..", "dev.longrun.log.derived..");

  @ArchTest
  static final ArchRule whatTheRunnerSaidDoesNotDeriveRuns =
      noClasses()
          .that()
          .resideInAPackage("dev.longrun.log.said..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.longrun.log.run..", "dev.longrun.log.derived..");

  @ArchTest
  static final ArchRule whatSourcesShareKnowsNoneOfThem =
      noClasses()
          .that()
          .resideInAPackage("dev.longrun.source")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.longrun..")
                  .and(not(resideInAnyPackage("dev.longrun.source", "dev.longrun.log..", "dev.longrun.settings..", "dev.longrun.web"))));

  @ArchTest static final ArchRule garminKnowsNoOtherSource = sourceMayKnow("garmin");
  @ArchTest static final ArchRule stravaKnowsNoOtherSource = sourceMayKnow("strava");
  @ArchTest static final ArchRule filesKnowNoSite = sourceMayKnow("file");
  @ArchTest static final ArchRule openMeteoKnowsNoOtherSource = sourceMayKnow("openmeteo");

  @ArchTest
  static final ArchRule serviceAndCommandAreKnownByNobodyElse =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.longrun", "dev.longrun.service..", "dev.longrun.command..", "dev.longrun.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.longrun.service..", "dev.longrun.command..");

  @ArchTest
  static final ArchRule onlyCommandsKnowTheDemo =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.longrun.command..", "dev.longrun.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.longrun.demo..");

  @ArchTest
  static final ArchRule beansDoNotKnowCamel =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.longrun.service..", "dev.longrun.command..", "dev.longrun.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  /** A bare one would write moments and days otherwise than the columns of the log have them. */
  @ArchTest
  static final ArchRule onlyTheDatabaseMakesAJdbi =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.longrun.log.ColumnTypes")
          .should()
          .callMethodWhere(JavaCall.Predicates.target(owner(type(Jdbi.class))).and(JavaCall.Predicates.target(nameStartingWith("create"))));

  @ArchTest
  static final ArchRule onlySettingsReadsTheEnvironment =
      noClasses().that().resideOutsideOfPackage("dev.longrun.settings..").should().callMethod(System.class, "getenv").orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.longrun.settings..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now");

  /** The demo makes settings of its own. */
  @ArchTest
  static final ArchRule theClockComesFromTheSettings =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.longrun.settings..", "dev.longrun.demo")
          .should()
          .callMethodWhere(JavaCall.Predicates.target(owner(type(Clock.class))).and(JavaCall.Predicates.target(nameStartingWith("system"))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  /** Camel's simple language takes {@code body.x} for any of them, and which one it meets first differs from start to start. */
  @ArchTest
  static final ArchRule aValueHasOneNameForTheRoutes =
      classes().should(
          new ArchCondition<>("not have x() beside isX() or getX()") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
              type.getAllMethods().stream()
                  .filter(method -> method.getOwner().getPackageName().startsWith("dev.longrun"))
                  .filter(method -> method.getRawParameterTypes().isEmpty())
                  .map(JavaMethod::getName)
                  .distinct()
                  .collect(Collectors.groupingBy(PackageRulesTest::propertyName))
                  .values()
                  .stream()
                  .filter(names -> names.size() > 1)
                  .forEach(names -> events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + names)));
            }
          });

  private static String propertyName(String method) {
    String name = method.replaceFirst("^(is|get)(?=[A-Z])", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Of the project's own packages; libraries are everybody's. */
  private static ArchRule mayKnow(String name, String... others) {
    return mayKnow(name, Stream.of(others).map(other -> "dev.longrun." + other + ".."));
  }

  /** What the sources share lies in {@code source} itself. */
  private static ArchRule sourceMayKnow(String name) {
    return mayKnow("source." + name, Stream.of("dev.longrun.log..", "dev.longrun.settings..", "dev.longrun.source"));
  }

  private static ArchRule mayKnow(String name, Stream<String> others) {
    String itself = "dev.longrun." + name + "..";
    String[] known = Stream.concat(Stream.of(itself), others).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(itself)
        .should()
        .dependOnClassesThat(resideInAPackage("dev.longrun..").and(not(resideInAnyPackage(known))));
  }
}
