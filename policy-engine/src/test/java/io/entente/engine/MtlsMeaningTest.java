package io.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.ClientCertificate.Standing;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.AccessBlock;
import io.entente.policy.CaCertificate;
import io.entente.policy.ClientIdentity;
import io.entente.policy.ClientIdentity.Kind;
import io.entente.policy.Mtls;
import io.entente.policy.Mtls.Revocation;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.SampleCertificates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtlsMeaningTest {

  private static final CaCertificate PARTNERS = SampleCertificates.partners();
  private static final CaCertificate DEVICES = SampleCertificates.devices();

  @Test
  void aClientThatShowsNothingIsRefused() {
    assertThat(decide(rule(Revocation.NONE), Optional.empty())).isEqualTo("401 mtls.certificate");
  }

  @Test
  void anyOfTheAuthoritiesCounts() {
    assertThat(decide(rule(Revocation.NONE), shown(Standing.UNKNOWN, PARTNERS))).isEqualTo("goes");
    assertThat(decide(rule(Revocation.NONE), shown(Standing.UNKNOWN, DEVICES))).isEqualTo("goes");
    assertThat(
            decide(
                rule(Revocation.NONE),
                shown(Standing.UNKNOWN, SampleCertificates.staff(), PARTNERS)))
        .isEqualTo("goes");
    assertThat(decide(rule(Revocation.NONE), shown(Standing.GOOD, SampleCertificates.staff())))
        .isEqualTo("401 mtls.trustedCertificates");
    assertThat(decide(rule(Revocation.NONE), shown(Standing.GOOD)))
        .isEqualTo("401 mtls.trustedCertificates");
  }

  @Test
  void oneOfWhichNobodyCanSayCountsAsRevokedWhereItIsAsked() {
    assertThat(decide(rule(Revocation.CRL_OCSP), shown(Standing.GOOD, PARTNERS))).isEqualTo("goes");
    for (Standing standing : List.of(Standing.REVOKED, Standing.UNKNOWN)) {
      assertThat(decide(rule(Revocation.CRL_OCSP), shown(standing, PARTNERS)))
          .isEqualTo("401 mtls.revocation");
      assertThat(decide(rule(Revocation.NONE), shown(standing, PARTNERS))).isEqualTo("goes");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SUBJECT_CN, shop, goes",
    "SUBJECT_CN, Shop, 403 mtls.identities",
    "SUBJECT_CN, spiffe://example/shop, 403 mtls.identities",
    "SAN_URI, spiffe://example/shop, goes",
    "SAN_URI, spiffe://example, 403 mtls.identities",
    "SAN_DNS, shop.example, goes",
    "SAN_DNS, SHOP.example, goes",
    "SAN_DNS, example, 403 mtls.identities",
  })
  void anIdentityIsAllOfWhatTheCertificateSays(Kind kind, String value, String expected) {
    // Given
    var alone = rule(Revocation.NONE, new ClientIdentity(kind, value));
    var oneOfTwo =
        rule(
            Revocation.NONE,
            new ClientIdentity(kind, value),
            new ClientIdentity(Kind.SUBJECT_CN, "nobody"));

    // Then
    assertThat(decide(alone, shown(Standing.GOOD, PARTNERS))).isEqualTo(expected);
    assertThat(decide(oneOfTwo, shown(Standing.GOOD, PARTNERS))).isEqualTo(expected);
  }

  @Test
  void whoIsTrustedIsAskedBeforeWhoTheyAre() {
    var other = rule(Revocation.NONE, new ClientIdentity(Kind.SUBJECT_CN, "nobody"));
    assertThat(decide(other, shown(Standing.GOOD, SampleCertificates.staff())))
        .isEqualTo("401 mtls.trustedCertificates");
  }

  @Test
  void theConnectionComesBeforeTheRequest() {
    var block = new AccessBlock(503, "text/plain", "down");
    assertThat(decide(rule(Revocation.NONE), Optional.empty(), effective(Mode.ENFORCE, block)))
        .isEqualTo("401 mtls.certificate");
    assertThat(
            decide(
                rule(Revocation.NONE),
                shown(Standing.GOOD, PARTNERS),
                effective(Mode.ENFORCE, block)))
        .isEqualTo("503 accessBlock");
  }

  @Test
  void aRuleThatOnlyObservesRefusesNobody() {
    // When
    Decision decision =
        PolicyEngine.evaluateRequest(
            List.of(effective(Mode.OBSERVE, rule(Revocation.NONE))),
            exchange(),
            new State(1),
            Instant.EPOCH);

    // Then
    assertThat(((Decision.Pass) decision).observed())
        .extracting(Decision.Observed::rule)
        .containsExactly("mtls.certificate");
  }

  private static Mtls rule(Revocation revocation, ClientIdentity... identities) {
    return new Mtls(List.of(PARTNERS, DEVICES), List.of(identities), revocation);
  }

  private static Optional<ClientCertificate> shown(Standing standing, CaCertificate... to) {
    return Optional.of(
        new ClientCertificate(
            Optional.of("shop"),
            List.of("spiffe://example/shop"),
            List.of("www.example", "shop.example"),
            Set.copyOf(List.of(to).stream().map(CaCertificate::fingerprint).toList()),
            standing));
  }

  private static String decide(
      Mtls rule, Optional<ClientCertificate> shown, EffectivePolicy... before) {
    var policies = new ArrayList<>(List.of(before));
    policies.add(effective(Mode.ENFORCE, rule));
    Exchange exchange = shown.map(exchange()::withCertificate).orElseGet(MtlsMeaningTest::exchange);
    return PolicyEngine.evaluateRequest(policies, exchange, new State(1), Instant.EPOCH)
            instanceof Decision.Reject reject
        ? reject.status() + " " + reject.rule()
        : "goes";
  }

  private static EffectivePolicy effective(Mode mode, PolicyKind kind) {
    return new EffectivePolicy(
        Policies.of(kind.kindName().toLowerCase(Locale.ROOT), mode, kind), TargetRef.Kind.TENANT);
  }

  private static Exchange exchange() {
    return new Exchange(
        new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all")),
        "GET",
        "/",
        Headers.none(),
        Optional.of("10.0.0.1"),
        Optional.empty());
  }
}
