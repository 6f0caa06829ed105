package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.Translator;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnvoyTranslatorTest {

  private static final RateLimit LIMIT =
      new RateLimit(100, Duration.ofMinutes(1), new LimitKey.Route(), OnMissingKey.DENY);

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(Translator.class))
        .hasExactlyElementsOfTypes(EnvoyTranslator.class);
  }

  @Test
  void emittedDocumentsAreCanonicalAndTheSameEveryTime() {
    var random = new Random(5);
    for (int round = 0; round < 100; round++) {
      // Given
      var policies = List.of(RandomPolicies.any(random));

      // When
      Translation once = RandomPolicies.translate(policies);
      Translation again = RandomPolicies.translate(policies);

      // Then
      assertThat(again).isEqualTo(once);
      var dialect = new EnvoyTranslator().dialect(Requests.profile(1, java.util.Map.of()));
      once.objects()
          .forEach(
              (key, object) ->
                  assertThat(dialect.canonicalise(key, object.content()))
                      .isEqualTo(object.content()));
    }
  }

  @Test
  void claimsVirtualHostsOneByOneAndLeavesTheRestToOthers() {
    // When
    Translation translation =
        RandomPolicies.translate(List.of(Policies.of("limit", Mode.ENFORCE, LIMIT)));

    // Then
    var api = new ClaimSource.OfApi(new ApiName("orders"), 1);
    var policy = new ClaimSource.OfPolicy(new PolicyVersion(new PolicyName("limit"), 1));
    assertThat(translation.objects().get(EnvoyNames.ROUTES).claims())
        .contains(
            new Claim.Element(NodePath.of("virtual_hosts"), "name", "any", Set.of(api, policy)))
        .noneMatch(c -> c instanceof Claim.Whole);
    assertThat(translation.objects().get(EnvoyNames.LISTENER).wholeClaimed()).isTrue();
  }

  @Test
  void addsOneFilterInstanceForEveryLimitOfTheBusiestRoute() {
    // When
    Translation translation =
        RandomPolicies.translate(
            List.of(
                Policies.of("a", Mode.ENFORCE, LIMIT),
                Policies.of("b", Mode.ENFORCE, LIMIT),
                Policies.of("c", Mode.OBSERVE, LIMIT)));

    // Then
    assertThat(GoldenCases.documents(translation).toString())
        .contains("entente_rate_limit_3")
        .doesNotContain("entente_rate_limit_4");
    assertThat(translation.fidelity().entries()).hasSize(3);
  }

  @Test
  void aQuotaIsInNoDocumentAndIsRefused() {
    // Given
    var quota = new Quota(100, Quota.Period.DAY, new LimitKey.Route(), OnMissingKey.DENY);

    // When
    Translation translation =
        RandomPolicies.translate(List.of(Policies.of("q", Mode.ENFORCE, quota)));

    // Then
    assertThat(GoldenCases.documents(translation))
        .isEqualTo(GoldenCases.documents(RandomPolicies.translate(List.of())));
    assertThat(translation.fidelity().entries().get(0).fields())
        .allMatch(field -> field.grade() == FidelityGrade.UNSUPPORTED)
        .flatExtracting(FieldFidelity::deviations)
        .extracting(Deviation::code)
        .containsOnly("quota-not-counted");
    assertThat(translation.refusals())
        .extracting(Problem::code)
        .containsExactly("FIDELITY_BELOW_REQUIRED");
  }

  @Test
  void addsOneFilterInstanceForEverySpikeArrestOfTheBusiestRoute() {
    // Given
    var arrest =
        new SpikeArrest(10, SpikeArrest.Per.SECOND, 1, new LimitKey.Route(), OnMissingKey.DENY);

    // When
    Translation translation =
        RandomPolicies.translate(
            List.of(
                Policies.of("a", Mode.ENFORCE, arrest), Policies.of("b", Mode.OBSERVE, arrest)));

    // Then
    assertThat(GoldenCases.documents(translation).toString())
        .contains("entente_spike_arrest_2")
        .doesNotContain("entente_spike_arrest_3", "entente_rate_limit_2");
  }

  @Test
  void theLeastDelayOfAllLogsIsTheListenersAndItsPoliciesClaimIt() {
    // Given
    var second = new TrafficLog(Duration.ofSeconds(1));
    var minute = new TrafficLog(Duration.ofMinutes(1));

    // When
    Translation translation =
        RandomPolicies.translate(
            List.of(
                Policies.of("acting", Mode.ENFORCE, minute),
                Policies.of("looking", Mode.OBSERVE, second)));

    // Then
    assertThat(GoldenCases.documents(translation).toString())
        .contains("buffer_flush_interval")
        .doesNotContain("60s");
    assertThat(translation.objects().get(EnvoyNames.LISTENER).claims())
        .containsExactly(
            new Claim.Whole(
                Set.of(
                    new ClaimSource.OfFoundation(),
                    new ClaimSource.OfPolicy(new PolicyVersion(new PolicyName("looking"), 1)))));
    assertThat(translation.fidelity().entries())
        .filteredOn(entry -> entry.policy().policy().value().equals("acting"))
        .flatExtracting(entry -> entry.fields().get(0).deviations())
        .extracting(Deviation::code)
        .containsExactly("log-lost", "log-delay-shared");
  }

  @Test
  void filtersStandInTheOrderInWhichTheKindsAct() {
    // When
    Node documents = GoldenCases.documents(RandomPolicies.translate(List.of()));

    // Then
    Node chain =
        Requests.items(Requests.field(documents, EnvoyNames.LISTENER.toString()), "filter_chains")
            .get(0);
    Node manager = Requests.field(Requests.items(chain, "filters").get(0), "typed_config");
    assertThat(Requests.items(manager, "http_filters"))
        .extracting(filter -> Requests.text(Requests.field(filter, "name")))
        .containsExactly(
            "entente.correlation_id",
            "entente.correlation_id.kept",
            "entente.cors.any_origin",
            "entente.cors.observed",
            "entente.cors",
            "entente.cors.upstream",
            "entente.correlation_id.echo",
            "entente.access_block.observed",
            "entente.access_block",
            "entente.ip_filter",
            "entente.jwt",
            "entente.jwt.preflight",
            "entente.jwt.rules",
            "entente.request_size.declared",
            "entente.request_size",
            "entente.spike_arrest.1",
            "entente.rate_limit.1",
            "entente.header_mutation",
            "entente.access_block.content",
            "envoy.filters.http.router");
  }

  @Test
  void refusesAGatewayWithoutListenerPort() {
    // When
    Translation translation =
        new EnvoyTranslator()
            .translate(CaseRequest.of(Requests.profile(1, Map.of()), List.of(), List.of()));

    // Then
    assertThat(translation.refusals())
        .extracting(Problem::code)
        .containsExactly("LISTENER_PORT_MISSING");
  }

  @Test
  void refusesASettingThatIsNoNumber() {
    // When
    Translation translation =
        new EnvoyTranslator()
            .translate(
                CaseRequest.of(
                    Requests.profile(1, Map.of("listener.port", "http")), List.of(), List.of()));

    // Then
    assertThat(translation.refusals())
        .extracting(Problem::code)
        .containsExactly("GATEWAY_SETTING_INVALID");
  }
}
