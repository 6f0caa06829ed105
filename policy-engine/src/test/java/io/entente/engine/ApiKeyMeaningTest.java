package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.AccessBlock;
import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Cidr;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.IpFilter;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.Preflight;
import io.entente.policy.RequestSize;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyMeaningTest {

  private static final Trust TRUST =
      new Trust(Map.of("k1", "shop", "a b", "spaced", "", "nobody"), Map.of());

  private static final EffectivePolicy HEADER = policy("key", key(In.HEADER, "x-api-key", true));

  private static ApiKey key(In in, String name, boolean hide) {
    return new ApiKey(in, name, hide, Preflight.CHECK, Credentials.VENDOR);
  }

  private static Decision decide(List<EffectivePolicy> policies, Exchange exchange) {
    return PolicyEngine.evaluateRequest(policies, exchange, TRUST, new State(10), START);
  }

  private static Exchange keyed(String... values) {
    return from("10.0.0.1", Map.of("x-api-key", List.of(values)));
  }

  private static String rule(Decision decision) {
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "pass";
  }

  @Test
  void onlyOneKnownKeyGoesOn() {
    var policies = List.of(HEADER);
    assertThat(rule(decide(policies, from("10.0.0.1", Map.of())))).isEqualTo("401 apiKey.name");
    assertThat(rule(decide(policies, keyed("")))).isEqualTo("401 apiKey.name");
    assertThat(rule(decide(policies, keyed("k2")))).isEqualTo("401 apiKey.credentials");
    assertThat(rule(decide(policies, keyed("K1")))).isEqualTo("401 apiKey.credentials");
    assertThat(rule(decide(policies, keyed("k1", "k1")))).isEqualTo("401 apiKey.name");
    assertThat(rule(decide(policies, keyed("k1")))).isEqualTo("pass");
  }

  @Test
  void nobodyIsKnownWhereNobodyIsTrusted() {
    assertThat(PolicyEngine.evaluateRequest(List.of(HEADER), keyed("k1"), new State(1), START))
        .isInstanceOfSatisfying(
            Reject.class,
            reject -> {
              assertThat(reject.status()).isEqualTo(401);
              assertThat(reject.headers().get("www-authenticate")).containsExactly("Key");
            });
  }

  @Test
  void theCallerIsNamedAndTheKeyIsTakenOffBeforeTheEdits() {
    // Given
    var edit =
        policy(
            "edit",
            new HeaderTransform(List.of(new Edit.AddIfAbsent("x-api-key", "ours")), List.of()));
    var shown = policy("key", key(In.HEADER, "x-api-key", false));

    // When
    var hidden = (Pass) decide(List.of(HEADER, edit), keyed("k1"));
    var kept = (Pass) decide(List.of(shown, edit), keyed("k1"));

    // Then
    assertThat(hidden.caller()).contains("shop");
    assertThat(hidden.headers().get("x-api-key")).containsExactly("ours");
    assertThat(kept.headers().get("x-api-key")).containsExactly("k1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "key=k1|pass|",
        "a=1&key=k1&b=%20&c|pass|a=1&b=%20&c",
        "k%65y=k%31|pass|",
        "key=a+b&x|pass|x",
        "key=a%20b|pass|",
        "Key=k1|401 apiKey.name|-",
        "key|401 apiKey.name|-",
        "key=|401 apiKey.name|-",
        "key=k1&key=k1|401 apiKey.name|-",
        "key=k%2|401 apiKey.credentials|-",
        "key=%zz|401 apiKey.credentials|-",
        "xkey=k1|401 apiKey.name|-",
      })
  void readsAndHidesAParameterOfTheQuery(String query, String rule, String left) {
    // Given
    var policies = List.of(policy("key", key(In.QUERY, "key", true)));

    // When
    var decision = decide(policies, from("10.0.0.1", Map.of()).withQuery(query));

    // Then
    assertThat(rule(decision)).isEqualTo(rule);
    if (decision instanceof Pass pass) {
      assertThat(pass.query()).isEqualTo(left == null ? "" : left);
    }
  }

  @Test
  void onlyARealPreflightPassesWithoutAKeyAndOnlyWhereItMay() {
    // Given
    var pass =
        policy("key", new ApiKey(In.HEADER, "x-api-key", true, Preflight.PASS, Credentials.VENDOR));
    var preflight =
        from(
            "10.0.0.1",
            "OPTIONS",
            Map.of(
                "origin", List.of("https://a.test"),
                "access-control-request-method", List.of("PUT")));
    var options = from("10.0.0.1", "OPTIONS", Map.of("origin", List.of("https://a.test")));

    // Then
    assertThat(rule(decide(List.of(pass), preflight))).isEqualTo("pass");
    assertThat(rule(decide(List.of(pass), options))).isEqualTo("401 apiKey.name");
    assertThat(rule(decide(List.of(HEADER), preflight))).isEqualTo("401 apiKey.name");
  }

  @Test
  void comesAfterBlockAndAddressAndBeforeSizeAndLimits() {
    // Given
    var block = policy("block", new AccessBlock(503, "text/plain", ""));
    var filter = policy("filter", new IpFilter(List.of(), List.of(Cidr.parse("10.0.0.1"))));
    var size = policy("size", new RequestSize(1));
    var limit = policy("limit", Fixtures.limit(1, 60, new LimitKey.Route(), OnMissingKey.DENY));
    Exchange plain = from("10.0.0.1", Map.of());
    var large =
        new Exchange(
            plain.route(),
            "POST",
            plain.path(),
            plain.requestHeaders(),
            2,
            plain.clientAddress(),
            Optional.empty());

    // Then
    assertThat(rule(decide(List.of(HEADER, block), plain))).isEqualTo("503 accessBlock");
    assertThat(rule(decide(List.of(HEADER, filter), plain))).startsWith("403");
    assertThat(rule(decide(List.of(HEADER, size), large))).isEqualTo("401 apiKey.name");
    var state = new State(10);
    for (int i = 0; i < 3; i++) {
      assertThat(
              rule(
                  PolicyEngine.evaluateRequest(List.of(HEADER, limit), plain, TRUST, state, START)))
          .isEqualTo("401 apiKey.name");
    }
    assertThat(state.entries()).isZero();
  }

  @Test
  void onePolicyThatObservesOnlySaysWhatItWouldHaveDone() {
    // Given
    var observed = policy("key", key(In.HEADER, "x-api-key", true), Mode.OBSERVE, OnError.DENY);

    // When
    var pass = (Pass) decide(List.of(observed), keyed("k2"));

    // Then
    assertThat(pass.observed()).extracting(Observed::rule).containsExactly("apiKey.credentials");
    assertThat(pass.headers().get("x-api-key")).containsExactly("k2");
    assertThat(pass.caller()).isEmpty();
  }
}
