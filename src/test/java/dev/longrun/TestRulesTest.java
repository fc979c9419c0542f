package dev.longrun;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.longrun.source.file.FuzzTest;

/** What the tests must not do. */
@AnalyzeClasses(packages = "dev.longrun", importOptions = ImportOption.OnlyIncludeTests.class)
class TestRulesTest {
  /** A busy machine would fail them, and then nobody believes them. Hostile files are held to ten seconds, a thousand times what they take. */
  @ArchTest
  static final ArchRule noTestMeasuresTheTimeOfTheMachine =
      noClasses()
          .that()
          .doNotBelongToAnyOf(FuzzTest.class)
          .should()
          .callMethodWhere(target(owner(nameMatching("org\\.assertj\\..*Duration.*"))).and(target(nameStartingWith("isLess"))));
}
