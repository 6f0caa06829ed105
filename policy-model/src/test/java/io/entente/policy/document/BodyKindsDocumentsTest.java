package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.problem.Problem;
import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.JsonThreat;
import io.entente.policy.NamedPattern;
import io.entente.policy.OtherBodies;
import io.entente.policy.PolicyKind;
import io.entente.policy.XmlThreat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyKindsDocumentsTest {

  private static final String TARGET = "targetRefs: [{kind: Tenant}]\n";

  @Test
  void readsAJsonThreatAndItsDefaults() {
    assertThat(read("jsonThreat: {}"))
        .isEqualTo(new JsonThreat(20, 1_000, 500, 256, 65_536, 1_048_576, OtherBodies.DENY));
    assertThat(
            read(
                "jsonThreat: {maxDepth: 1, maxArrayElements: 2, maxObjectEntries: 3,"
                    + " maxNameLength: 4, maxStringLength: 5, maxBodyBytes: 6, otherBodies: pass}"))
        .isEqualTo(new JsonThreat(1, 2, 3, 4, 5, 6, OtherBodies.PASS));
  }

  @Test
  void readsAnXmlThreatAndItsDefaults() {
    assertThat(read("xmlThreat: {}"))
        .isEqualTo(new XmlThreat(20, 500, 20, 128, 65_536, 4_096, 1_048_576, OtherBodies.DENY));
    assertThat(
            read(
                "xmlThreat: {maxDepth: 1, maxChildren: 2, maxAttributes: 3, maxNameLength: 4,"
                    + " maxTextLength: 5, maxAttributeLength: 6, maxBodyBytes: 7, otherBodies:"
                    + " pass}"))
        .isEqualTo(new XmlThreat(1, 2, 3, 4, 5, 6, 7, OtherBodies.PASS));
  }

  @Test
  void readsAnInjectionProtectionAndItsDefaults() {
    assertThat(read("injectionProtection: {families: [sql], in: [query]}"))
        .isEqualTo(
            new InjectionProtection(
                List.of(InjectionFamily.SQL), List.of(), List.of(In.QUERY), List.of()));
    assertThat(
            read(
                "injectionProtection: {patterns: [{name: a-1, pattern: '(?i)x+'}], headers: [via],"
                    + " in: [path, body]}"))
        .isEqualTo(
            new InjectionProtection(
                List.of(),
                List.of(new NamedPattern("a-1", "(?i)x+")),
                List.of(In.PATH, In.BODY),
                List.of("via")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jsonThreat: {maxDepth: 0}|INVALID_VALUE|spec.jsonThreat.maxDepth",
        "jsonThreat: {maxDepth: 1001}|INVALID_VALUE|spec.jsonThreat.maxDepth",
        "jsonThreat: {maxArrayElements: 0}|INVALID_VALUE|spec.jsonThreat.maxArrayElements",
        "jsonThreat: {maxObjectEntries: -1}|INVALID_VALUE|spec.jsonThreat.maxObjectEntries",
        "jsonThreat: {maxBodyBytes: 10485761}|INVALID_VALUE|spec.jsonThreat.maxBodyBytes",
        "jsonThreat: {otherBodies: allow}|INVALID_VALUE|spec.jsonThreat.otherBodies",
        "jsonThreat: {doctype: deny}|UNKNOWN_FIELD|spec.jsonThreat.doctype",
        "xmlThreat: {maxDepth: 201}|INVALID_VALUE|spec.xmlThreat.maxDepth",
        "xmlThreat: {maxAttributes: 201}|INVALID_VALUE|spec.xmlThreat.maxAttributes",
        "xmlThreat: {maxNameLength: 1001}|INVALID_VALUE|spec.xmlThreat.maxNameLength",
        "xmlThreat: {maxTextLength: 0}|INVALID_VALUE|spec.xmlThreat.maxTextLength",
        "xmlThreat: {doctype: allow}|UNKNOWN_FIELD|spec.xmlThreat.doctype",
        "injectionProtection: {families: [sql]}|MISSING_FIELD|spec.injectionProtection",
        "injectionProtection: {in: [path]}|MISSING_FIELD|spec.injectionProtection",
        "injectionProtection: {families: [ldap], in:"
            + " [path]}|INVALID_VALUE|spec.injectionProtection.families[0]",
        "injectionProtection: {patterns: [{name: A, pattern: x}], in:"
            + " [path]}|INVALID_VALUE|spec.injectionProtection.patterns[0].name",
        "injectionProtection: {patterns: [{name: a, pattern: '(x+)+'}], in:"
            + " [path]}|NOT_A_PLAIN_PATTERN|spec.injectionProtection.patterns[0].pattern",
        "injectionProtection: {families: [sql], headers:"
            + " [Via]}|INVALID_VALUE|spec.injectionProtection.headers[0]",
      })
  void refusesWhatCannotBe(String kind, String code, String path) {
    // When
    List<Problem> problems = Yaml.problems(() -> read(kind));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple(code, path));
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(Yaml.policy(TARGET + kind), 1).spec().kind();
  }
}
