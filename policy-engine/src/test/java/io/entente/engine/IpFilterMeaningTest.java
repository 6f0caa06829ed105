package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.limit;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IpFilterMeaningTest {

  private final State state = new State(100);

  @Test
  void refusesWhoIsNotOnTheAllowList() {
    // Given
    var filter = policy("p", filter(List.of("10.0.0.0/8", "2001:db8::/32"), List.of()));

    // When // Then
    assertThat(decide(filter, "10.255.0.1")).isInstanceOf(Pass.class);
    assertThat(decide(filter, "2001:db8::1")).isInstanceOf(Pass.class);
    assertThat(rule(decide(filter, "11.0.0.1"))).isEqualTo("403 ipFilter.allow");
    assertThat(rule(decide(filter, "2001:db9::1"))).isEqualTo("403 ipFilter.allow");
  }

  @Test
  void denyWinsOverAllowAndAloneLetsTheRestPass() {
    // Given
    var both = policy("p", filter(List.of("10.0.0.0/8"), List.of("10.1.0.0/16")));
    var deny = policy("q", filter(List.of(), List.of("10.1.0.0/16")));

    // When // Then
    assertThat(rule(decide(both, "10.1.2.3"))).isEqualTo("403 ipFilter.deny");
    assertThat(decide(both, "10.2.2.3")).isInstanceOf(Pass.class);
    assertThat(rule(decide(deny, "10.1.2.3"))).isEqualTo("403 ipFilter.deny");
    assertThat(decide(deny, "192.0.2.1")).isInstanceOf(Pass.class);
  }

  @Test
  void ipv4InAnIpv6SpellingIsIpv4() {
    // Given
    var deny = policy("p", filter(List.of(), List.of("10.0.0.0/8")));
    var onlyV6 = policy("q", filter(List.of("::/0"), List.of()));

    // When // Then
    assertThat(rule(decide(deny, "::ffff:10.0.0.1"))).isEqualTo("403 ipFilter.deny");
    assertThat(rule(decide(deny, "::FFFF:a00:1"))).isEqualTo("403 ipFilter.deny");
    assertThat(rule(decide(onlyV6, "::ffff:10.0.0.1"))).isEqualTo("403 ipFilter.allow");
    assertThat(decide(onlyV6, "::1")).isInstanceOf(Pass.class);
  }

  @Test
  void aRequestWithoutAReadableAddressIsRefused() {
    // Given
    var deny = policy("p", filter(List.of(), List.of("10.0.0.0/8")));

    // When // Then
    assertThat(rule(decide(deny, ""))).isEqualTo("403 ipFilter.clientAddress");
    assertThat(rule(decide(deny, "unknown"))).isEqualTo("403 ipFilter.clientAddress");
  }

  @Test
  void aRefusedRequestCountsAgainstNoLimit() {
    // Given
    var policies =
        List.of(
            policy("filter", filter(List.of(), List.of("10.0.0.0/8"))),
            policy("limit", limit(1, 10)));

    // When
    for (int i = 0; i < 5; i++) {
      PolicyEngine.evaluateRequest(policies, from("10.0.0.1", Map.of()), state, START);
    }

    // Then
    assertThat(PolicyEngine.evaluateRequest(policies, from("11.0.0.1", Map.of()), state, START))
        .isInstanceOf(Pass.class);
  }

  @Test
  void anObservedFilterReportsAndLetsPass() {
    // Given
    var filter = policy("p", filter(List.of(), List.of("10.0.0.0/8")), Mode.OBSERVE, OnError.DENY);

    // When // Then
    assertThat(decide(filter, "10.0.0.1"))
        .isEqualTo(
            new Pass(Headers.none(), List.of(new Observed(filter.policy().id(), "ipFilter.deny"))));
  }

  @Test
  void severalFiltersAllHoldWhateverTheirOrder() {
    var random = new Random(20261121);
    for (int round = 0; round < 2_000; round++) {
      // Given
      var one = policy("a", random(random));
      var other = policy("b", random(random));
      String address = "10.0." + random.nextInt(4) + "." + random.nextInt(4);

      // When
      boolean together = decide(List.of(one, other), address) instanceof Pass;
      boolean reversed = decide(List.of(other, one), address) instanceof Pass;

      // Then
      boolean each = decide(one, address) instanceof Pass && decide(other, address) instanceof Pass;
      assertThat(together).as("round %d: %s", round, address).isEqualTo(each);
      assertThat(reversed).as("round %d: %s", round, address).isEqualTo(each);
    }
  }

  private static IpFilter random(Random random) {
    List<String> allow = ranges(random);
    List<String> deny = ranges(random);
    return filter(allow, allow.isEmpty() && deny.isEmpty() ? List.of("10.0.1.0/24") : deny);
  }

  private static List<String> ranges(Random random) {
    var ranges = new ArrayList<String>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String third = "10.0." + random.nextInt(4) + ".";
      String range = random.nextBoolean() ? third + "0/24" : third + random.nextInt(4) + "/32";
      if (!ranges.contains(range)) {
        ranges.add(range);
      }
    }
    return ranges;
  }

  private static IpFilter filter(List<String> allow, List<String> deny) {
    return new IpFilter(
        allow.stream().map(Cidr::parse).toList(), deny.stream().map(Cidr::parse).toList());
  }

  private Decision decide(EffectivePolicy policy, String address) {
    return decide(List.of(policy), address);
  }

  private Decision decide(List<EffectivePolicy> policies, String address) {
    return PolicyEngine.evaluateRequest(policies, from(address, Map.of()), state, START);
  }

  private static String rule(Decision decision) {
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "passed";
  }
}
