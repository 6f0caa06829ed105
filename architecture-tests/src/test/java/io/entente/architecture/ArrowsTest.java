package io.entente.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules: who may know whom, and why. */
@AnalyzeClasses(packages = "io.entente", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

  private static final String MODEL = "io.entente.model..";
  private static final String JSON = "io.entente.json..";
  private static final String POLICY = "io.entente.policy..";
  private static final String ENGINE = "io.entente.engine..";
  private static final String TRANSLATOR = "io.entente.translator..";
  private static final String TRANSLATOR_TESTKIT = "io.entente.translator.testkit..";
  private static final String READERS = "io.entente.translator..reverse..";
  private static final String RECONCILIATION = "io.entente.reconciliation..";
  private static final String SPI = "io.entente.connector.spi..";
  private static final String TESTKIT = "io.entente.connector.testkit..";
  private static final String NATIVE = "io.entente.connector.envoy..";
  private static final String PRACTICE = "io.entente.practice..";
  private static final String KONG = "io.entente.connector.kong..";
  private static final String APIGEE = "io.entente.connector.apigee..";
  private static final String SIMULATORS = "io.entente.simulator..";
  private static final String HUB = "io.entente.hub..";
  private static final String CLI = "io.entente.cli..";

  @ArchTest
  static final ArchRule modelDependsOnNothing =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(MODEL, "java..", "org.jspecify..")
          .because("every other module shares its words; what it imports, all import");

  @ArchTest
  static final ArchRule policyModelKnowsOnlyTheModel =
      classes()
          .that()
          .resideInAPackage(POLICY)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(POLICY, MODEL, "java..", "org.jspecify..")
          .because("a policy is the same whoever reads, stores, translates or enforces it");

  @ArchTest
  static final ArchRule engineKnowsPoliciesOnly =
      classes()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ENGINE,
              POLICY,
              MODEL,
              "java..",
              "org.jspecify..",
              "javax.xml.stream..",
              "com.fasterxml.jackson.core..",
              "com.google.re2j..",
              "com.nimbusds.jose..",
              "graphql..",
              "com.fasterxml.jackson.databind..",
              "com.networknt.schema..")
          .because(
              "meaning is the oracle of translations and must not know them; signatures of tokens"
                  + " are verified by others' code (decision 9)");

  @ArchTest
  static final ArchRule bodiesAreReadInOnePlace =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .and()
          .doNotHaveFullyQualifiedName("io.entente.engine.JsonText")
          .and()
          .doNotHaveFullyQualifiedName("io.entente.engine.XmlText")
          .and()
          .doNotHaveFullyQualifiedName("io.entente.engine.GraphqlJson")
          .and()
          .doNotHaveFullyQualifiedName("io.entente.engine.JsonSchemas")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..", "javax.xml..")
          .because("what others' parsers take is decided once, where their limits are set");

  @ArchTest
  static final ArchRule graphqlIsReadInOnePlace =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .and()
          .haveNameNotMatching("io\\.entente\\.engine\\.Graphql(Text|Types).*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("graphql..")
          .because(
              "the library parses and validates within bounds, and nothing else of it is used"
                  + " (decision 12)");

  @ArchTest
  static final ArchRule graphqlIsNeverExecuted =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("graphql.execution..", "graphql.analysis..", "graphql.scalar..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("graphql.GraphQL")
          .because("a request is judged, never answered (decision 12)");

  @ArchTest
  static final ArchRule graphqlDocumentsAreOnlyParsed =
      noClasses()
          .that()
          .haveNameMatching("io\\.entente\\.engine\\.GraphqlText.*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("graphql.schema..", "graphql.validation..")
          .because("counting needs no schema (decision 12)");

  @ArchTest
  static final ArchRule schemasAreHeldToInOnePlace =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .and()
          .doNotHaveFullyQualifiedName("io.entente.engine.JsonSchemas")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.networknt..", "com.fasterxml.jackson.databind..")
          .because("the validator is used within bounds, and fetches nothing (decision 13)");

  @ArchTest
  static final ArchRule translatorsKnowPoliciesOnly =
      classes()
          .that()
          .resideInAPackage(TRANSLATOR)
          .and()
          .resideOutsideOfPackage(TRANSLATOR_TESTKIT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              TRANSLATOR,
              POLICY,
              MODEL,
              JSON,
              "java..",
              "javax.xml..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "org.jspecify..")
          .because("translation is a pure function that the hub, the CLI and tests share");

  @ArchTest
  static final ArchRule onlyReadersKnowDocuments =
      noClasses()
          .that()
          .resideInAPackage(TRANSLATOR)
          .and()
          .resideOutsideOfPackages(TRANSLATOR_TESTKIT, READERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JSON)
          .because(
              "a gateway may hold a document within a document; nothing that writes reads one"
                  + " (decision 10)");

  @ArchTest
  static final ArchRule reconciliationKnowsOnlyTheModel =
      classes()
          .that()
          .resideInAPackage(RECONCILIATION)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(RECONCILIATION, MODEL, "java..", "org.jspecify..")
          .because("diff, plan, drift and undo are written once for every vendor");

  @ArchTest
  static final ArchRule spiKnowsOnlyTheModel =
      classes()
          .that()
          .resideInAPackage(SPI)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(SPI, MODEL, "java..", "org.jspecify..")
          .because("whoever writes a connector should need nothing else of ours");

  @ArchTest
  static final ArchRule connectorsKnowNeitherQuarkusNorTheHub =
      noClasses()
          .that()
          .resideInAnyPackage(NATIVE, KONG, APIGEE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta.enterprise..",
              "org.eclipse.microprofile..",
              HUB,
              CLI,
              ENGINE,
              POLICY)
          .because("a connector does I/O with one vendor and decides nothing; it runs in any host");

  @ArchTest
  static final ArchRule connectorsDoNotKnowEachOther =
      slices()
          .matching("io.entente.connector.(envoy|kong|apigee)..")
          .should()
          .notDependOnEachOther()
          .because("a vendor can be left out, or replaced, without a thought for the others");

  @ArchTest
  static final ArchRule translatorsDoNotKnowEachOther =
      slices()
          .matching("io.entente.translator.(envoy|kong|apigee)..")
          .should()
          .notDependOnEachOther()
          .because("what two vendors have in common belongs to the core, or is a coincidence");

  @ArchTest
  static final ArchRule testkitIsNotUsedByProducts =
      noClasses()
          .that()
          .resideOutsideOfPackages(TESTKIT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TESTKIT)
          .because("the contract suite is for tests of connectors");

  @ArchTest
  static final ArchRule translatorTestkitIsNotUsedByProducts =
      noClasses()
          .that()
          .resideOutsideOfPackage(TRANSLATOR_TESTKIT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TRANSLATOR_TESTKIT)
          .because("it reads files and throws dice, for tests of translators");

  @ArchTest
  static final ArchRule translatorTestkitKnowsNoVendor =
      noClasses()
          .that()
          .resideInAPackage(TRANSLATOR_TESTKIT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.entente.translator.envoy..",
              "io.entente.translator.kong..",
              "io.entente.translator.apigee..",
              HUB)
          .because("it judges what every translator says of itself, and the hub prints");

  @ArchTest
  static final ArchRule simulatorsShareNothing =
      noClasses()
          .that()
          .resideInAnyPackage(PRACTICE, SIMULATORS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              MODEL,
              JSON,
              POLICY,
              ENGINE,
              TRANSLATOR,
              RECONCILIATION,
              SPI,
              NATIVE,
              KONG,
              APIGEE,
              HUB,
              CLI)
          .because("a simulator that shares code with what it tests agrees with its mistakes");

  @ArchTest
  static final ArchRule nothingKnowsTheHub =
      noClasses()
          .that()
          .resideOutsideOfPackage(HUB)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HUB)
          .because("the hub assembles the others; the CLI speaks to it over HTTP");

  @ArchTest
  static final ArchRule pureModulesDoNoInputOrOutput =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, POLICY, ENGINE, TRANSLATOR, RECONCILIATION)
          .and()
          .resideOutsideOfPackage(TRANSLATOR_TESTKIT)
          .and()
          // Jackson's trees are the language of the validator (decision 13)
          .doNotHaveFullyQualifiedName("io.entente.engine.JsonSchemas")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.nio.file..",
              "java.sql..",
              "com.fasterxml.jackson.databind..",
              "io.quarkus..",
              "jakarta..")
          .because(
              "what is computed must depend on its arguments alone, or a plan cannot be trusted");

  @ArchTest
  static final ArchRule pureModulesReadNoClockAndThrowNoDice =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, POLICY, ENGINE, TRANSLATOR, RECONCILIATION)
          .and()
          .resideOutsideOfPackage(TRANSLATOR_TESTKIT)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              java.util.Random.class,
              java.security.SecureRandom.class,
              java.util.concurrent.ThreadLocalRandom.class,
              java.time.Clock.class)
          .because("time and chance are arguments, so that every answer can be had again");
}
