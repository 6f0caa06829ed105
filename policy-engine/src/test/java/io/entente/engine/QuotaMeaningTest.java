package io.entente.engine;

import static io.entente.engine.Fixtures.policy;
import static io.entente.engine.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaMeaningTest {

  @ParameterizedTest
  @CsvSource({
    "HOUR,  2026-02-28T23:59:59.999999999Z, 2026-03-01T00:00:00Z",
    "HOUR,  2026-02-28T23:00:00Z,           2026-03-01T00:00:00Z",
    "DAY,   2024-02-28T12:00:00Z,           2024-02-29T00:00:00Z",
    "WEEK,  2026-11-21T22:00:00Z,           2026-11-23T00:00:00Z",
    "WEEK,  2026-11-23T00:00:00Z,           2026-11-30T00:00:00Z",
    "MONTH, 2024-02-29T23:59:59Z,           2024-03-01T00:00:00Z",
    "MONTH, 2026-12-01T00:00:00Z,           2027-01-01T00:00:00Z",
  })
  void aPeriodEndsWhereTheCalendarSaysInUtc(Period period, Instant now, Instant end) {
    assertThat(QuotaMeaning.end(period, now)).isEqualTo(end);
  }

  @Test
  void acceptsTheAllowanceInEachPeriodAndNoMore() {
    // Given
    var quota = new Quota(2, Period.DAY, new LimitKey.Route(), OnMissingKey.DENY);
    var policies = List.of(policy("p", quota));
    var state = new State(10);
    Instant evening = Instant.parse("2026-01-01T23:59:30Z");

    // When
    var first = PolicyEngine.evaluateRequest(policies, request(), state, evening);
    var second = PolicyEngine.evaluateRequest(policies, request(), state, evening);
    var third = PolicyEngine.evaluateRequest(policies, request(), state, evening);
    var next = PolicyEngine.evaluateRequest(policies, request(), state, evening.plusSeconds(30));

    // Then
    assertThat(List.of(first, second, next))
        .allSatisfy(d -> assertThat(d).isInstanceOf(Pass.class));
    assertThat(third)
        .isInstanceOfSatisfying(
            Reject.class,
            reject -> {
              assertThat(reject.status()).isEqualTo(429);
              assertThat(reject.rule()).isEqualTo("quota.requests");
              assertThat(reject.headers().get("retry-after")).containsExactly("30");
            });
  }

  @Test
  void aRequestThatAnotherLimitRefusesUsesNoAllowance() {
    // Given
    var quota = new Quota(2, Period.DAY, new LimitKey.Route(), OnMissingKey.DENY);
    var policies = List.of(policy("p", quota), policy("q", Fixtures.limit(1, 10)));
    var state = new State(10);

    // When: one accepted, five refused by the limit, one accepted after it
    for (int i = 0; i < 6; i++) {
      PolicyEngine.evaluateRequest(policies, request(), state, Fixtures.START);
    }
    var later =
        PolicyEngine.evaluateRequest(policies, request(), state, Fixtures.START.plusSeconds(10));
    var over =
        PolicyEngine.evaluateRequest(policies, request(), state, Fixtures.START.plusSeconds(20));

    // Then
    assertThat(later).isInstanceOf(Pass.class);
    assertThat(over)
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.rule()).isEqualTo("quota.requests"));
  }
}
