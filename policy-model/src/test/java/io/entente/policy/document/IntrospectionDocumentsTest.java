package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.problem.Problem;
import io.entente.policy.GatewaySecret;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrospectionDocumentsTest {

  private static final String TARGET = "targetRefs: [{kind: Tenant}]\n";
  private static final String LEAST =
      "endpoint: 'https://i.test/ask', clientId: edge, clientSecret: {name: edge-1}";

  @Test
  void readsARuleAndItsDefaults() {
    assertThat(read("oauth2Introspection: {" + LEAST + "}"))
        .isEqualTo(
            new OAuth2Introspection(
                "https://i.test/ask",
                "edge",
                new GatewaySecret("edge-1"),
                List.of(),
                List.of(),
                Duration.ofSeconds(30),
                true,
                Preflight.CHECK));
    assertThat(
            read(
                "oauth2Introspection: {"
                    + LEAST
                    + ", scopes: [r, 'a:w'], audiences: [orders], cache: 0s, forward: false,"
                    + " preflight: pass}"))
        .isEqualTo(
            new OAuth2Introspection(
                "https://i.test/ask",
                "edge",
                new GatewaySecret("edge-1"),
                List.of("r", "a:w"),
                List.of("orders"),
                Duration.ZERO,
                false,
                Preflight.PASS));
  }

  @Test
  void aSecretInPlaceOfItsNameIsRefusedAndNotRepeated() {
    // When
    List<Problem> problems =
        Yaml.problems(
            () ->
                read(
                    "oauth2Introspection: {endpoint: 'https://i.test/ask', clientId: edge,"
                        + " clientSecret: {name: TOPsecret}}"));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple("INVALID_VALUE", "spec.oauth2Introspection.clientSecret.name"));
    assertThat(problems.toString()).doesNotContain("TOPsecret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint: 'http://i.test/ask', clientId: e, clientSecret: {name: e}|INVALID_VALUE|endpoint",
        "endpoint: 'https://u:p@i.test/ask', clientId: e, clientSecret: {name: e}|INVALID_VALUE|endpoint",
        "endpoint: 'https://i.test/ask', clientId: 'e:f', clientSecret: {name: e}|INVALID_VALUE|clientId",
        "endpoint: 'https://i.test/ask', clientId: '{e}', clientSecret: {name: e}|INVALID_VALUE|clientId",
        "endpoint: 'https://i.test/ask', clientId: e, clientSecret: hunter2|WRONG_TYPE|clientSecret",
        "clientId: e, clientSecret: {name: e}|MISSING_FIELD|endpoint",
        "LEAST, scopes: ['a b']|INVALID_VALUE|scopes[0]",
        "LEAST, scopes: [a, a]|DUPLICATE_VALUE|scopes[1]",
        "LEAST, cache: 61m|INVALID_VALUE|cache",
        "LEAST, cache: 100ms|INVALID_VALUE|cache",
        "LEAST, token: abc|UNKNOWN_FIELD|token",
      })
  void refusesWhatCannotBe(String fields, String code, String path) {
    // When
    List<Problem> problems =
        Yaml.problems(() -> read("oauth2Introspection: {" + fields.replace("LEAST", LEAST) + "}"));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .contains(tuple(code, "spec.oauth2Introspection." + path));
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(Yaml.policy(TARGET + kind), 1).spec().kind();
  }
}
