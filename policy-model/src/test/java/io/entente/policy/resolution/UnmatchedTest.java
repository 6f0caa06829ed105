package io.entente.policy.resolution;

import static io.entente.policy.resolution.Fixtures.EU;
import static io.entente.policy.resolution.Fixtures.ORDERS;
import static io.entente.policy.resolution.Fixtures.all;
import static io.entente.policy.resolution.Fixtures.labelled;
import static io.entente.policy.resolution.Fixtures.limit;
import static io.entente.policy.resolution.Fixtures.named;
import static io.entente.policy.resolution.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.estate.Gateway;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef.Kind;
import io.entente.policy.generated.Generated;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnmatchedTest {

  private static final Gateway US =
      new Gateway(
          new Tenant("main"),
          new GatewayId("us"),
          Vendor.KONG,
          Labels.none(),
          Gateway.WriteMode.MANAGED);

  @Test
  void namesTheTargetsThatReachNoRoute() {
    // Given
    Policy half =
        policy("half", limit(1), named(Kind.API, "orders"), named(Kind.ROUTE, "orders/lst"));
    Policy nowhere = policy("nowhere", limit(1), labelled(Kind.API, "exposure", "intern"));
    Policy good = policy("good", limit(1), all(Kind.TENANT), named(Kind.ROUTE, "orders/add"));

    // When
    var unmatched =
        EffectivePolicyResolver.unmatched(
            List.of(EU), List.of(ORDERS), List.of(nowhere, half, good));

    // Then
    assertThat(unmatched)
        .containsExactly(
            new Unmatched(half, List.of(named(Kind.ROUTE, "orders/lst")), false),
            new Unmatched(nowhere, nowhere.spec().targets(), true));
  }

  @Test
  void aGatewayWithoutRoutesReachesNothing() {
    // Given
    Policy onUs = policy("p", limit(1), named(Kind.GATEWAY, "us"));

    // When // Then
    assertThat(EffectivePolicyResolver.unmatched(List.of(EU, US), List.of(ORDERS), List.of(onUs)))
        .containsExactly(new Unmatched(onUs, onUs.spec().targets(), true));
  }

  @Test
  void oneGatewayThatIsReachedIsEnough() {
    // Given
    Policy onEu = policy("p", limit(1), named(Kind.GATEWAY, "eu"));

    // When // Then
    assertThat(EffectivePolicyResolver.unmatched(List.of(US, EU), List.of(ORDERS), List.of(onEu)))
        .isEmpty();
  }

  @Test
  void refusesTwoVersionsOfOnePolicy() {
    // Given
    Policy twice = policy("p", limit(1), all(Kind.TENANT));

    // When // Then
    assertThatThrownBy(
            () ->
                EffectivePolicyResolver.unmatched(
                    List.of(EU), List.of(ORDERS), List.of(twice, twice)))
        .hasMessageContaining("given twice");
  }

  @Test
  void aPolicyIsWhollyUnmatchedExactlyWhenItIsInNoResolution() {
    for (long seed = 0; seed < 500; seed++) {
      // Given
      var generated = new Generated(seed);
      var policies = new ArrayList<Policy>();
      for (int i = 0; i < 4; i++) {
        policies.add(generated.policy("p" + i));
      }
      var gateways = List.of(EU, US);
      var apis = List.of(generated.api("orders"), generated.api("users"));

      // When
      var whole =
          EffectivePolicyResolver.unmatched(gateways, apis, policies).stream()
              .filter(Unmatched::whole)
              .map(each -> each.policy().id())
              .toList();

      // Then
      var resolved = new ArrayList<Policy>();
      for (Gateway gateway : gateways) {
        EffectivePolicyResolver.resolve(gateway, apis, policies)
            .values()
            .forEach(
                on -> {
                  on.everywhere().forEach(held -> resolved.add(held.policy()));
                  on.lostAnywhere().forEach(loser -> resolved.add(loser.policy()));
                });
      }
      assertThat(whole)
          .as("seed %d", seed)
          .containsExactlyElementsOf(
              policies.stream()
                  .filter(policy -> !resolved.contains(policy))
                  .map(Policy::id)
                  .sorted()
                  .toList());
    }
  }
}
