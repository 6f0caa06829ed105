package io.entente.policy.resolution;

import static io.entente.policy.resolution.Fixtures.EU;
import static io.entente.policy.resolution.Fixtures.ORDERS;
import static io.entente.policy.resolution.Fixtures.all;
import static io.entente.policy.resolution.Fixtures.labelled;
import static io.entente.policy.resolution.Fixtures.limit;
import static io.entente.policy.resolution.Fixtures.named;
import static io.entente.policy.resolution.Fixtures.names;
import static io.entente.policy.resolution.Fixtures.on;
import static io.entente.policy.resolution.Fixtures.policy;
import static io.entente.policy.resolution.Fixtures.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.policy.HeaderTransform;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.TargetRef;
import io.entente.policy.TargetRef.Kind;
import io.entente.policy.generated.Generated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffectivePolicyResolverTest {

  private static RouteResolution resolve(String route, Policy... policies) {
    return EffectivePolicyResolver.resolve(EU, List.of(ORDERS), List.of(policies)).get(on(route));
  }

  static Stream<TargetRef> reachList() {
    return Stream.of(
        all(Kind.TENANT),
        named(Kind.TENANT, "main"),
        all(Kind.ENVIRONMENT),
        named(Kind.ENVIRONMENT, "prod"),
        all(Kind.GATEWAY),
        named(Kind.GATEWAY, "eu"),
        labelled(Kind.GATEWAY, "zone", "a"),
        all(Kind.API),
        named(Kind.API, "orders"),
        labelled(Kind.API, "exposure", "partner"),
        all(Kind.ROUTE),
        named(Kind.ROUTE, "orders/list"),
        labelled(Kind.ROUTE, "reads", "yes"));
  }

  static Stream<TargetRef> missList() {
    return Stream.of(
        named(Kind.TENANT, "other"),
        named(Kind.ENVIRONMENT, "test"),
        named(Kind.GATEWAY, "us"),
        labelled(Kind.GATEWAY, "zone", "b"),
        named(Kind.API, "users"),
        labelled(Kind.API, "exposure", "public"),
        named(Kind.ROUTE, "orders/add"),
        named(Kind.ROUTE, "list"),
        labelled(Kind.ROUTE, "reads", "no"));
  }

  @ParameterizedTest
  @MethodSource("reachList")
  void reachesARouteByNameLabelsOrAllOfAKind(TargetRef target) {
    // Given
    var policy = policy("p", limit(1), target);

    // When
    var resolution = resolve("list", policy);

    // Then
    assertThat(resolution.effective()).containsExactly(new EffectivePolicy(policy, target.kind()));
  }

  @ParameterizedTest
  @MethodSource("missList")
  void leavesOtherRoutesAlone(TargetRef target) {
    // Given
    var policy = policy("p", limit(1), target);

    // When
    var resolution = resolve("list", policy);

    // Then
    assertThat(resolution.effective()).isEmpty();
  }

  @Test
  void countsThroughTheNearestOfSeveralTargets() {
    // Given
    var policy = policy("p", limit(1), all(Kind.ROUTE), all(Kind.TENANT), named(Kind.API, "no"));

    // When
    var resolution = resolve("list", policy);

    // Then
    assertThat(resolution.effective()).containsExactly(new EffectivePolicy(policy, Kind.ROUTE));
  }

  @Test
  void resolvesEveryRouteOfBoundApisOnly() {
    // Given
    var elsewhere =
        new Api(
            new io.entente.model.identity.ApiName("users"),
            1,
            ORDERS.labels(),
            new TreeSet<>(List.of(new GatewayId("us"))),
            List.of(),
            ORDERS.hosts(),
            ORDERS.upstream(),
            ORDERS.routes());

    // When
    var resolutions = EffectivePolicyResolver.resolve(EU, List.of(elsewhere, ORDERS), List.of());

    // Then
    assertThat(resolutions.keySet()).containsExactly(on("add"), on("list"));
  }

  @Test
  void allLimitsHoldWidestFirst() {
    // Given
    var near = policy("a", limit(1), all(Kind.ROUTE));
    var wide = policy("z", limit(2), Merge.OVERRIDE, 0, Mode.ENFORCE, all(Kind.TENANT));

    // When
    var resolution = resolve("list", near, wide);

    // Then
    assertThat(names(resolution.effective())).containsExactly("z", "a");
    assertThat(resolution.losers()).isEmpty();
  }

  @Test
  void headerEditsAreJoinedWidestFirst() {
    // Given
    var near = policy("a", set("x-a", "near"), all(Kind.ROUTE));
    var wide = policy("z", set("x-a", "wide"), all(Kind.TENANT));

    // When
    var resolution = resolve("list", near, wide);

    // Then
    assertThat(names(resolution.effective())).containsExactly("z", "a");
    assertThat(resolution.losers()).isEmpty();
  }

  @Test
  void conflictsWhenTwoEqualsSetOneHeaderDifferently() {
    // Given
    var one = policy("one", set("x-a", "1"), all(Kind.API));
    var two = policy("two", set("x-a", "2"), all(Kind.API));

    // When
    var resolution = resolve("list", two, one);

    // Then
    assertThat(names(resolution.effective())).containsExactly("one");
    assertThat(resolution.losers())
        .extracting(Loser::policy, Loser::why, Loser::winner)
        .containsExactly(tuple(two, Loser.Why.CONFLICTED, one.id()));
    assertThat(resolution.losers().get(0).reason()).contains("request header 'x-a'");
  }

  @Test
  void priorityGivesTheLastWordInsteadOfAConflict() {
    // Given
    var one = policy("one", set("x-a", "1"), Merge.DEFAULT, 5, Mode.ENFORCE, all(Kind.API));
    var two = policy("two", set("x-a", "2"), all(Kind.API));

    // When
    var resolution = resolve("list", one, two);

    // Then
    assertThat(names(resolution.effective())).containsExactly("two", "one");
    assertThat(resolution.losers()).isEmpty();
  }

  @Test
  void equalsThatSaySameOrOnlyAppendDoNotConflict() {
    // Given
    var append = List.<HeaderTransform.Edit>of(new HeaderTransform.Edit.Append("via", "1"));
    var other = List.<HeaderTransform.Edit>of(new HeaderTransform.Edit.Append("via", "2"));
    var policies =
        new Policy[] {
          policy("a", set("x-a", "1"), all(Kind.API)),
          policy("b", set("x-a", "1"), all(Kind.API)),
          policy("c", new HeaderTransform(append, List.of()), all(Kind.API)),
          policy("d", new HeaderTransform(other, List.of()), all(Kind.API))
        };

    // When
    var resolution = resolve("list", policies);

    // Then
    assertThat(names(resolution.effective())).containsExactly("a", "b", "c", "d");
  }

  @Test
  void anObservedPolicyNeverShutsOutAnEnforcedOne() {
    // Given
    var observed = policy("a", set("x-a", "1"), Merge.DEFAULT, 0, Mode.OBSERVE, all(Kind.API));
    var enforced = policy("b", set("x-a", "2"), all(Kind.API));

    // When
    var resolution = resolve("list", observed, enforced);

    // Then
    assertThat(names(resolution.effective())).containsExactly("a", "b");
    assertThat(resolution.losers()).isEmpty();
  }

  @Test
  void refusesTwoVersionsOfOnePolicy() {
    // Given
    var policy = policy("p", limit(1), all(Kind.API));

    // When // Then
    assertThatThrownBy(() -> resolve("list", policy, policy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policy p is given twice");
  }

  @Test
  void theOrderOfTheInputMeansNothing() {
    int losers = 0;
    for (long seed = 0; seed < 500; seed++) {
      // Given
      var generated = new Generated(seed);
      List<Policy> policies = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        policies.add(generated.policy("p" + i));
      }
      List<Api> apis =
          new ArrayList<>(List.of(ORDERS, generated.api("users"), generated.api("bills")));
      var first = EffectivePolicyResolver.resolve(EU, apis, policies);

      // When
      Collections.shuffle(policies, new Random(seed));
      Collections.shuffle(apis, new Random(seed));
      var second = EffectivePolicyResolver.resolve(EU, apis, policies);

      // Then
      assertThat(second).as("seed %d", seed).isEqualTo(first);
      assertThat(List.copyOf(second.keySet())).isEqualTo(List.copyOf(first.keySet()));
      losers += first.values().stream().mapToInt(r -> r.losers().size()).sum();
    }
    assertThat(losers).as("the worlds hold conflicts").isGreaterThan(100);
  }
}
