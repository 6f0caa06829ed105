package io.entente.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.problem.Problem;
import io.entente.policy.Cidr;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Require;
import io.entente.policy.TargetRef;
import io.entente.policy.TrafficLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldLedgerTest {

  private final Policy policy = policy(Require.EXACT);

  @Test
  void listsEveryFieldOfTheKindAndTheMode() {
    assertThat(KindFields.of(policy))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "request[0]", "set x-a: 1",
                "request[1]", "remove x-b",
                "mode", "enforce"));
  }

  @Test
  void listsListsEntryByEntryAndPlainValuesAsDocumentsWriteThem() {
    assertThat(
            KindFields.of(
                policy(
                    Require.EXACT,
                    new IpFilter(
                        List.of(Cidr.parse("10.0.0.1"), Cidr.parse("2001:DB8::/32")), List.of()))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("allow[0]", "10.0.0.1/32", "allow[1]", "2001:db8::/32", "mode", "enforce"));
    assertThat(
            KindFields.of(
                policy(
                    Require.EXACT,
                    new Cors(
                        List.of("https://a.example"),
                        List.of("GET", "PUT"),
                        List.of(),
                        List.of("etag"),
                        true,
                        Duration.ZERO))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "allowOrigins[0]", "https://a.example",
                "allowMethods[0]", "GET",
                "allowMethods[1]", "PUT",
                "exposeHeaders[0]", "etag",
                "allowCredentials", "true",
                "maxAge", "0s",
                "mode", "enforce"));
    assertThat(KindFields.of(policy(Require.EXACT, new TrafficLog(Duration.ofMinutes(1)))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("maxDelay", "60s", "record", "all", "mode", "enforce"));
    var sampled = new TrafficLog(Duration.ofMinutes(1), new ErrorsAndSample(10));
    assertThat(KindFields.of(policy(Require.EXACT, sampled)))
        .containsEntry("record", "errors-and-1-in-10");
  }

  @Test
  void aFieldNobodyRecordedIsUnsupported() {
    // Given
    var ledger = new FieldLedger(policy);

    // When
    ledger.emitted("request[0]", EvidenceGrade.JUDGED);
    ledger.emitted("mode", EvidenceGrade.JUDGED);
    PolicyFidelity report = ledger.report("api/route");

    // Then
    assertThat(report.grade()).isEqualTo(FidelityGrade.PARTIAL);
    assertThat(report.fields())
        .filteredOn(f -> f.grade() == FidelityGrade.UNSUPPORTED)
        .extracting(FieldFidelity::field)
        .containsExactly("request[1]");
  }

  @Test
  void aFieldTheKindDoesNotHaveIsAFault() {
    assertThatThrownBy(() -> new FieldLedger(policy).emitted("window", EvidenceGrade.JUDGED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("window");
  }

  @Test
  void refusesWhatIsLessFaithfulThanRequired() {
    // Given
    PolicyFidelity nothing = new FieldLedger(policy).report("api/route");

    // When
    Optional<Problem> problem = RequiredFidelity.check(policy(Require.APPROXIMATE), nothing);

    // Then
    assertThat(problem).map(Problem::code).contains("FIDELITY_BELOW_REQUIRED");
  }

  @Test
  void acceptsExactWhereExactIsRequired() {
    // Given
    var ledger = new FieldLedger(policy);
    KindFields.of(policy).keySet().forEach(f -> ledger.emitted(f, EvidenceGrade.JUDGED));

    // Then
    assertThat(RequiredFidelity.check(policy, ledger.report("api/route"))).isEmpty();
  }

  private static Policy policy(Require require) {
    return policy(
        require,
        new HeaderTransform(List.of(new Edit.Set("x-a", "1"), new Edit.Remove("x-b")), List.of()));
  }

  private static Policy policy(Require require, PolicyKind kind) {
    return new Policy(
        new PolicyVersion(new PolicyName("p"), 1),
        Labels.none(),
        new PolicySpec(
            List.of(new TargetRef(TargetRef.Kind.TENANT, Optional.empty(), Labels.none())),
            PolicySpec.Merge.DEFAULT,
            0,
            PolicySpec.Mode.ENFORCE,
            require,
            PolicySpec.OnError.DENY,
            kind));
  }
}
