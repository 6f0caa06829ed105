package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static io.entente.engine.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.RequestSize;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdmissionMeaningTest {

  private static final UUID FRESH = new UUID(1, 2);

  private static Decision decide(List<EffectivePolicy> policies, Exchange exchange) {
    return PolicyEngine.evaluateRequest(policies, exchange, new State(10), START);
  }

  private static Exchange body(long bytes) {
    Exchange plain = request();
    return new Exchange(
        plain.route(),
        "POST",
        plain.path(),
        plain.requestHeaders(),
        bytes,
        plain.clientAddress(),
        Optional.empty());
  }

  @Test
  void aBlockAnswersEveryRequestBeforeAddressAndSize() {
    // Given
    var policies =
        List.of(
            policy("block", new AccessBlock(503, "application/json", "{}")),
            policy("filter", new IpFilter(List.of(), List.of(Cidr.parse("10.0.0.1")))),
            policy("size", new RequestSize(1)));

    // When
    var decision = decide(policies, body(2));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Reject.class,
            reject -> {
              assertThat(reject.status()).isEqualTo(503);
              assertThat(reject.body()).isEqualTo("{}");
              assertThat(reject.headers().get("content-type")).containsExactly("application/json");
              assertThat(reject.rule()).isEqualTo("accessBlock");
            });
  }

  @Test
  void aBlockThatOnlyObservesSaysWhatItWouldHaveDone() {
    // Given
    var block = policy("block", new AccessBlock(503, "text/plain", ""), Mode.OBSERVE, OnError.DENY);
    // When
    var decision = decide(List.of(block), request());
    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Pass.class,
            pass ->
                assertThat(pass.observed())
                    .extracting(Observed::rule)
                    .containsExactly("accessBlock"));
  }

  @Test
  void aBodyOfExactlyTheSizePassesAndOneByteMoreDoesNot() {
    // Given
    var policies = List.of(policy("size", new RequestSize(1_000)));
    // Then
    assertThat(decide(policies, body(1_000))).isInstanceOf(Pass.class);
    assertThat(decide(policies, body(1_001)))
        .isInstanceOfSatisfying(
            Reject.class,
            reject -> {
              assertThat(reject.status()).isEqualTo(413);
              assertThat(reject.rule()).isEqualTo("requestSize.maxBytes");
            });
  }

  @Test
  void anIdIsKeptWhereTheClientMayChooseAndFreshElsewhere() {
    var keep = List.of(policy("id", new CorrelationId("x-request-id", OnInbound.KEEP, true)));
    var replace = List.of(policy("id", new CorrelationId("x-request-id", OnInbound.REPLACE, true)));

    assertThat(id(keep, Map.of("x-request-id", List.of("mine", "second")))).containsExactly("mine");
    assertThat(id(keep, Map.of("x-request-id", List.of("")))).containsExactly(FRESH.toString());
    assertThat(id(keep, Map.of())).containsExactly(FRESH.toString());
    assertThat(id(replace, Map.of("x-request-id", List.of("mine"))))
        .containsExactly(FRESH.toString());
  }

  private static List<String> id(
      List<EffectivePolicy> policies, Map<String, List<String>> headers) {
    return PolicyEngine.identify(policies, from("10.0.0.1", headers), () -> FRESH)
        .requestHeaders()
        .get("x-request-id");
  }

  @Test
  void theAnswerCarriesTheIdWhateverTheUpstreamSaid() {
    // Given
    var echo = List.of(policy("id", new CorrelationId("x-request-id", OnInbound.KEEP, true)));
    var silent = List.of(policy("id", new CorrelationId("x-request-id", OnInbound.KEEP, false)));
    var upstream =
        new Exchange.Response(200, Headers.of(Map.of("x-request-id", List.of("theirs"))));
    var exchange = PolicyEngine.identify(echo, request(), () -> FRESH).answered(upstream);

    // When
    var echoed = (Pass) PolicyEngine.evaluateResponse(echo, exchange);
    var left = (Pass) PolicyEngine.evaluateResponse(silent, exchange);

    // Then
    assertThat(echoed.headers().get("x-request-id")).containsExactly(FRESH.toString());
    assertThat(left.headers().get("x-request-id")).containsExactly("theirs");
  }
}
