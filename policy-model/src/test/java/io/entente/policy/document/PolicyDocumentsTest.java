package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.json.JsonTree;
import io.entente.model.identity.Labels;
import io.entente.model.problem.Problem;
import io.entente.policy.HeaderTransform;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.RateLimit;
import io.entente.policy.TargetRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentsTest {

  private static final String TARGET = "targetRefs: [{kind: Tenant}]\n";

  @Test
  void readsEveryFieldOfARateLimit() {
    // Given
    var document =
        Yaml.tree(
            """
            apiVersion: entente.io/v1alpha1
            kind: Policy
            metadata: {name: partner-rate-limit, labels: {control: pci-6.4}}
            spec:
              targetRefs:
                - {kind: Api, selector: {exposure: partner}}
                - {kind: Route, name: orders/list}
              merge: Override
              priority: 3
              mode: observe
              require: exact
              onError: allow
              rateLimit: {requests: 100, window: 1m, key: "header:x-team", onMissingKey: shared}
            """);

    // When
    Policy policy = PolicyDocuments.read(document, 7);

    // Then
    assertThat(policy.id()).hasToString("partner-rate-limit@7");
    assertThat(policy.labels()).isEqualTo(Labels.of(Map.of("control", "pci-6.4")));
    assertThat(policy.spec())
        .isEqualTo(
            new PolicySpec(
                List.of(
                    new TargetRef(
                        TargetRef.Kind.API,
                        Optional.empty(),
                        Labels.of(Map.of("exposure", "partner"))),
                    new TargetRef(TargetRef.Kind.ROUTE, Optional.of("orders/list"), Labels.none())),
                PolicySpec.Merge.OVERRIDE,
                3,
                PolicySpec.Mode.OBSERVE,
                PolicySpec.Require.EXACT,
                PolicySpec.OnError.ALLOW,
                new RateLimit(
                    100,
                    Duration.ofMinutes(1),
                    new LimitKey.Header("x-team"),
                    OnMissingKey.SHARED)));
  }

  @Test
  void readsHeaderEditsInTheOrderWritten() {
    // Given
    var document =
        Yaml.policy(
            TARGET
                + """
                headerTransform:
                  request:
                    - set: {name: x-a, value: "1"}
                    - remove: {name: x-b}
                  response:
                    - append: {name: via, value: entente}
                    - addIfAbsent: {name: x-c, value: ""}
                """);

    // When
    var kind = PolicyDocuments.read(document, 1).spec().kind();

    // Then
    assertThat(kind)
        .isEqualTo(
            new HeaderTransform(
                List.of(
                    new HeaderTransform.Edit.Set("x-a", "1"),
                    new HeaderTransform.Edit.Remove("x-b")),
                List.of(
                    new HeaderTransform.Edit.Append("via", "entente"),
                    new HeaderTransform.Edit.AddIfAbsent("x-c", ""))));
  }

  @Test
  void writesDefaultsOut() {
    // Given
    var document = Yaml.policy(TARGET + "rateLimit: {requests: 5, window: PT60S}");

    // When
    var written = PolicyDocuments.write(PolicyDocuments.read(document, 1));

    // Then
    assertThat(JsonTree.write(written))
        .isEqualTo(
            "{\"apiVersion\":\"entente.io/v1alpha1\",\"kind\":\"Policy\","
                + "\"metadata\":{\"labels\":{},\"name\":\"p\"},"
                + "\"spec\":{\"merge\":\"Default\",\"mode\":\"enforce\",\"onError\":\"deny\","
                + "\"priority\":0,\"rateLimit\":{\"key\":\"route\",\"onMissingKey\":\"deny\","
                + "\"requests\":5,\"window\":\"1m\"},\"require\":\"approximate\","
                + "\"targetRefs\":[{\"kind\":\"Tenant\",\"selector\":{}}]}}");
  }

  @ParameterizedTest
  @CsvSource({"1s,1", "10s,10", "1m,60", "PT1M,60", "1h,3600", "PT2H,7200", "7d,604800"})
  void readsWindowsForPeopleAndIso(String text, long seconds) {
    // Given
    var document = Yaml.policy(TARGET + "rateLimit: {requests: 5, window: " + text + "}");

    // When
    var limit = (RateLimit) PolicyDocuments.read(document, 1).spec().kind();

    // Then
    assertThat(limit.window()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void reportsEveryProblemAtOnceWithPathValueAndWhatIsValid() {
    // Given
    var document =
        Yaml.tree(
            """
            apiVersion: entente.io/v2
            kind: Policy
            metadata: {name: Bad_Name}
            spec:
              targetRefs: [{kind: Apii, name: orders}, {kind: Route, name: orders}]
              mode: 3
              rateLimit: {requests: 0, windw: 1m, onMissingKey: dney}
            """);

    // When
    var problems = Yaml.problems(() -> PolicyDocuments.read(document, 1));

    // Then
    assertThat(problems)
        .extracting(Problem::code, p -> p.path().orElse(""), p -> p.value().orElse(""))
        .containsExactlyInAnyOrder(
            tuple("INVALID_VALUE", "apiVersion", "entente.io/v2"),
            tuple("INVALID_VALUE", "metadata.name", "Bad_Name"),
            tuple("INVALID_VALUE", "spec.targetRefs[0].kind", "Apii"),
            tuple("INVALID_VALUE", "spec.targetRefs[1].name", "orders"),
            tuple("WRONG_TYPE", "spec.mode", "a number"),
            tuple("INVALID_VALUE", "spec.rateLimit.requests", "0"),
            tuple("UNKNOWN_FIELD", "spec.rateLimit.windw", "windw"),
            tuple("MISSING_FIELD", "spec.rateLimit.window", ""),
            tuple("INVALID_VALUE", "spec.rateLimit.onMissingKey", "dney"));
    assertThat(problems)
        .extracting(Problem::nextStep)
        .contains(
            "Use one of requests, window, key, onMissingKey; did you mean 'window'?",
            "Use one of deny, ip, shared; did you mean 'deny'?",
            "Use a whole number from 1 to 1000000000");
  }

  @Test
  void namesTheValidKindsWhereTheKindIsUnknown() {
    // Given
    var document = Yaml.policy(TARGET + "rateLimits: {requests: 5, window: 1m}");

    // When
    var problems = Yaml.problems(() -> PolicyDocuments.read(document, 1));

    // Then
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("UNKNOWN_KIND");
              assertThat(problem.path()).contains("spec.rateLimits");
              assertThat(problem.nextStep())
                  .startsWith("Use one of rateLimit, headerTransform, ipFilter, cors, ")
                  .contains(", correlationId, apiKey, jwt")
                  .endsWith("; did you mean 'rateLimit'?");
            });
  }

  @Test
  void refusesTwoKindsAndNone() {
    // Given
    var two =
        Yaml.policy(
            TARGET
                + "rateLimit: {requests: 5, window: 1m}\n"
                + "headerTransform: {request: [{remove: {name: x-a}}]}");
    var none = Yaml.policy(TARGET);

    // When
    var ofTwo = Yaml.problems(() -> PolicyDocuments.read(two, 1));
    var ofNone = Yaml.problems(() -> PolicyDocuments.read(none, 1));

    // Then
    assertThat(ofTwo).extracting(Problem::code).containsExactly("TOO_MANY_FIELDS");
    assertThat(ofNone).extracting(Problem::code).containsExactly("MISSING_FIELD");
  }

  @Test
  void neverRepeatsAHeaderValueThatMayBeASecret() {
    // Given
    var document =
        Yaml.policy(
            TARGET
                + "headerTransform: {request: [{set: {name: authorization, value: \"s3cr\\u00e9t\"}},"
                + " {set: {name: authorization, vlaue: s3crét}}]}");

    // When
    var problems = Yaml.problems(() -> PolicyDocuments.read(document, 1));

    // Then
    assertThat(problems)
        .extracting(Problem::code, p -> p.path().orElse(""))
        .containsExactlyInAnyOrder(
            tuple("INVALID_VALUE", "spec.headerTransform.request[0].set.value"),
            tuple("UNKNOWN_FIELD", "spec.headerTransform.request[1].set.vlaue"),
            tuple("MISSING_FIELD", "spec.headerTransform.request[1].set.value"));
    assertThat(problems.toString()).doesNotContain("s3cr");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: Api, name: a, selector: {x: y}}|TOO_MANY_FIELDS",
        "{kind: Tenant, selector: {x: y}}|INVALID_VALUE",
        "{kind: Environment, selector: {environment: prod}}|INVALID_VALUE",
        "{kind: Gateway, name: a/b}|INVALID_VALUE",
        "{name: a}|MISSING_FIELD"
      })
  void refusesTargetsThatCanMatchNothing(String target, String code) {
    // Given
    var document =
        Yaml.policy("targetRefs: [" + target + "]\nrateLimit: {requests: 5, window: 1m}");

    // When
    var problems = Yaml.problems(() -> PolicyDocuments.read(document, 1));

    // Then
    assertThat(problems).extracting(Problem::code).containsExactly(code);
  }
}
