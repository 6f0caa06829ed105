package io.entente.translator.kong;

import static io.entente.translator.kong.Foreign.BOUND;
import static io.entente.translator.kong.Foreign.KEY;
import static io.entente.translator.kong.Foreign.ON_ROUTE;
import static io.entente.translator.kong.Foreign.kinds;
import static io.entente.translator.kong.Foreign.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.CaCertificate;
import io.entente.policy.ClaimRule;
import io.entente.policy.ClientIdentity;
import io.entente.policy.GatewaySecret;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Mtls;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reading;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.SampleCertificates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** openid-connect, mtls-auth and oas-validation as people write them. */
class EnterpriseAccessReadingTest {

  private static final String TOKENS =
      "auth_methods: [bearer], bearer_token_param_type: [header], bearer_token_header_name:"
          + " authorization, issuer: 'https://login.test', using_pseudo_issuer: true,"
          + " extra_jwks_uris: ['https://login.test/keys'], issuers_allowed: ['https://login.test']";
  private static final String ASKED =
      "auth_methods: [introspection], bearer_token_param_type: [header],"
          + " bearer_token_header_name: authorization, issuer: 'https://login.test/ask',"
          + " using_pseudo_issuer: true, introspection_endpoint: 'https://login.test/ask',"
          + " introspection_endpoint_auth_method: client_secret_basic, client_id: [edge],"
          + " ignore_signature: [introspection], introspect_jwt_tokens: true,"
          + " cache_introspection: false, timeout: 5000";
  private static final String AUTHORITY = "0e000000-0000-4000-8000-000000000001";
  private static final CaCertificate PARTNERS = SampleCertificates.partners();

  @Test
  void readsTokensThatAreVerified() {
    // When
    Reading reading =
        read(
            "openid-connect",
            TOKENS + ", audience_required: [orders], roles_required: [admin, ops], leeway: 5");

    // Then
    assertThat(kinds(reading))
        .containsExactly(
            new Jwt(
                "https://login.test",
                List.of("orders"),
                new Jwks.Url("https://login.test/keys"),
                List.of(SigningAlgorithm.values()),
                Duration.ofSeconds(5),
                false,
                Optional.empty(),
                List.of(new ClaimRule("roles", List.of("admin", "ops"))),
                new TokenSource("authorization", TokenSource.Scheme.BEARER),
                true,
                Preflight.CHECK));
    assertThat(reading.policies()).extracting(FoundPolicy::reach).containsExactly(BOUND);
    assertThat(reading.policies().get(0).unexpressed())
        .containsOnlyKeys(
            "config.hide_credentials",
            "config.roles_required",
            "config.scopes_claim",
            "config.scopes_required");
  }

  @Test
  void readsTokensThatTheIssuerIsAskedFor() {
    // When
    Reading reading =
        read("openid-connect", ASKED + ", client_secret: ['{vault://env/edge-secret}']");

    // Then
    assertThat(kinds(reading))
        .containsExactly(
            new OAuth2Introspection(
                "https://login.test/ask",
                "edge",
                new GatewaySecret("edge-secret"),
                List.of(),
                List.of(),
                Duration.ZERO,
                true,
                Preflight.CHECK));
  }

  @Test
  void readsCertificatesAndTheNamesThatAclJudgesBy() {
    // Given
    String acl = "0d000000-0000-4000-8000-000000000002";
    var observed =
        withAuthority(
            plugin("mtls-auth", clients("CN"), ON_ROUTE)
                + ", {id: "
                + acl
                + ", name: acl, config: {allow: [shop], always_use_authenticated_groups: true}"
                + ON_ROUTE
                + "}");

    // When
    Reading reading = Foreign.readPublished(observed);

    // Then
    var one =
        new Mtls(
            List.of(PARTNERS),
            List.of(new ClientIdentity(ClientIdentity.Kind.SUBJECT_CN, "shop")),
            Mtls.Revocation.NONE);
    assertThat(kinds(reading)).as("once for each of the two plugins").containsExactly(one, one);
    assertThat(reading.policies())
        .extracting(FoundPolicy::from)
        .containsExactlyInAnyOrder(KEY, new ObjectKey("plugins", acl));
    assertThat(reading.remainder()).containsKey(new ObjectKey("ca_certificates", AUTHORITY));
  }

  @Test
  void saysTheCertificateThatWeMade() {
    // Given
    var policy =
        Policies.enforcing("p", new Mtls(List.of(PARTNERS), List.of(), Mtls.Revocation.NONE));
    var observed = new TreeMap<>(Worlds.estate(""));
    new KongTranslator()
        .translate(Worlds.published(List.of(policy)))
        .objects()
        .forEach((key, object) -> observed.put(key, NativeObject.foreign(key, object.content())));

    // When
    Reading reading = Foreign.readPublished(observed);

    // Then
    assertThat(reading.expressed())
        .extracting(ObjectKey::kind)
        .containsExactlyInAnyOrder("ca_certificates", "plugins");
  }

  @Test
  void leavesACertificateOfOursThatNothingPointsAt() {
    // Given
    var observed = new TreeMap<>(Worlds.estate(""));
    var policy =
        Policies.enforcing("p", new Mtls(List.of(PARTNERS), List.of(), Mtls.Revocation.NONE));
    new KongTranslator()
        .translate(Worlds.published(List.of(policy)))
        .objects()
        .forEach(
            (key, object) -> {
              if (key.kind().equals("ca_certificates")) {
                observed.put(key, NativeObject.foreign(key, object.content()));
              }
            });

    // When
    Reading reading = Foreign.readPublished(observed);

    // Then
    assertThat(reading.expressed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openid-connect|issuer: 'https://login.test'|takes callers by authorization_code",
        "openid-connect|auth_methods: [bearer], issuer: 'https://a.test'|asks its issuer where the"
            + " keys are",
        "openid-connect|TOKENS, anonymous: somebody|lets callers without a token through",
        "openid-connect|TOKENS, verify_signature: false|config.verify_signature means another",
        "openid-connect|TOKENS, consumer_claims: [[sub]]|config.consumer_claims means another",
        "openid-connect|TOKENS, scopes_required: [a b]|demands several values of one claim",
        "openid-connect|TOKENS, roles_required: [a], roles_claim: [realm, roles]|2 steps to the"
            + " claim",
        "openid-connect|auth_methods: [bearer], issuer: 'https://a.test', using_pseudo_issuer: true|0"
            + " addresses of keys",
        "openid-connect|TOKENS, upstream_access_token_header: 'x-token'|in another header",
        "openid-connect|ASKED, client_secret: [open]|its secret is not one that the nodes have",
        "openid-connect|ASKED, client_secret: ['{vault://env/s}'], scopes_required: [a, b]|any of"
            + " several scopes",
        "openid-connect|ASKED, client_secret: ['{vault://env/s}'], scopes_claim: [x],"
            + " scopes_required: [a]|config.scopes_claim means another",
        "mtls-auth|ca_certificates: [gone]|of which the gateway tells no authority",
        "oas-validation|validate_request_body: true|has no document",
        "oas-validation|api_spec: 'openapi: 3.0.3'|its document is not JSON",
        "oas-validation|api_spec: '{\"openapi\":\"%33.0.3\"}'|written with escapes",
        "oas-validation|api_spec: '[]'|is no object",
        "oas-validation|api_spec: '{}', validate_request_uri_params: false|in some places only",
        "upstream-timeout|read_timeout: 5, send_timeout: 6|waits longer in one direction",
      })
  void leavesWhatNoPolicyMeans(String name, String config, String reason) {
    // When
    Reading reading = read(name, config.replace("TOKENS", TOKENS).replace("ASKED", ASKED));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.remainder()).containsKey(KEY);
    assertThat(reading.reasons().get(KEY)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IGNORE_CA_ERROR|DN|true|of which nobody can say whether it was revoked",
        "SKIP|CN|true|config.authenticated_group_by means another",
        "SKIP|DN|false|config.skip_consumer_lookup means another",
      })
  void leavesClientsThatAPolicyWouldJudgeOtherwise(
      String revocation, String groups, boolean anybody, String reason) {
    // Given
    String config =
        clients(groups).replace("SKIP", revocation).replace("lookup: true", "lookup: " + anybody);

    // When
    Reading reading = Foreign.readPublished(withAuthority(plugin("mtls-auth", config, ON_ROUTE)));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.reasons().get(KEY)).contains(reason);
  }

  private static String clients(String groups) {
    return "{ca_certificates: [%s], skip_consumer_lookup: true, revocation_check_mode: SKIP, allow_partial_chain: true, authenticated_group_by: %s}"
        .formatted(AUTHORITY, groups);
  }

  private static Reading read(String plugin, String config) {
    return Foreign.readPublished(Worlds.estate(plugin(plugin, "{" + config + "}", ON_ROUTE)));
  }

  private static SortedMap<ObjectKey, NativeObject> withAuthority(String plugins) {
    var observed = new TreeMap<>(Worlds.estate(plugins));
    var key = new ObjectKey("ca_certificates", AUTHORITY);
    Node body = Node.obj(Map.of("id", Node.text(AUTHORITY), "cert", Node.text(PARTNERS.pem())));
    observed.put(key, NativeObject.foreign(key, new Content.Tree(body)));
    return observed;
  }
}
