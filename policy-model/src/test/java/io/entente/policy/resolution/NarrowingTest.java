package io.entente.policy.resolution;

import static io.entente.policy.resolution.Fixtures.EU;
import static io.entente.policy.resolution.Fixtures.ORDERS;
import static io.entente.policy.resolution.Fixtures.all;
import static io.entente.policy.resolution.Fixtures.limit;
import static io.entente.policy.resolution.Fixtures.names;
import static io.entente.policy.resolution.Fixtures.on;
import static io.entente.policy.resolution.Fixtures.policy;
import static io.entente.policy.resolution.Fixtures.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.identity.Labels;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RequestSize;
import io.entente.policy.Retry;
import io.entente.policy.TargetRef;
import io.entente.policy.TargetRef.Kind;
import io.entente.policy.TrafficLog;
import io.entente.policy.generated.Generated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NarrowingTest {

  private static final Function<EffectivePolicy, String> NAME =
      each -> each.policy().id() + " " + each.level();

  private static final Retry ONCE =
      new Retry(
          1,
          List.of(Retry.On.CONNECT_FAILURE),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of("GET"));

  @Test
  void everybodysRouteIsAsItWasAndThoseNamedHaveTheirsToo() {
    // Given
    var general = policy("general", limit(100), all(Kind.API));
    var narrowed = policy("narrowed", limit(5), forSome(Kind.TENANT, "alice", "bob"));

    // When
    var resolution = resolve(general, narrowed);

    // Then
    assertThat(names(resolution.effective())).containsExactly("general");
    assertThat(resolution.callers()).hasSize(1);
    var set = resolution.callers().get(0);
    assertThat(set.consumers()).containsExactly("alice", "bob");
    assertThat(names(set.effective())).containsExactly("general", "narrowed");
    assertThat(names(resolution.effective(Optional.of("bob"))))
        .containsExactly("general", "narrowed");
    assertThat(names(resolution.effective(Optional.of("carol")))).containsExactly("general");
    assertThat(names(resolution.effective(Optional.empty()))).containsExactly("general");
  }

  @Test
  void aTargetForSomeIsNearerThanAnyForEverybody() {
    // Given
    var near = policy("near", ONCE, all(Kind.ROUTE));
    var narrowed = policy("narrowed", ONCE, forSome(Kind.TENANT, "alice"));

    // When
    var set = resolve(near, narrowed).callers().get(0);

    // Then
    assertThat(names(set.effective())).containsExactly("narrowed");
    assertThat(set.losers())
        .extracting(loser -> loser.policy().id().toString(), Loser::reason)
        .containsExactly(tuple("near@1", "narrowed@1 is nearer: CONSUMER of TENANT before ROUTE"));
  }

  @Test
  void anOverrideForEverybodyHoldsForThoseNamedToo() {
    // Given
    var override = policy("wide", ONCE, Merge.OVERRIDE, 0, Mode.ENFORCE, all(Kind.API));
    var narrowed = policy("narrowed", ONCE, forSome(Kind.ROUTE, "alice"));

    // When
    var set = resolve(override, narrowed).callers().get(0);

    // Then
    assertThat(names(set.effective())).containsExactly("wide");
    assertThat(set.losers())
        .extracting(Loser::reason)
        .containsExactly("wide@1 is an Override at API and beats CONSUMER of ROUTE");
  }

  @Test
  void ofSizesTheSmallerHoldsForThoseNamed() {
    // Given
    var general = policy("general", new RequestSize(100), all(Kind.TENANT));
    var smaller = policy("smaller", new RequestSize(10), forSome(Kind.API, "alice"));
    var larger = policy("larger", new RequestSize(1000), forSome(Kind.API, "bob"));

    // When
    var resolution = resolve(general, smaller, larger);

    // Then
    assertThat(names(resolution.effective(Optional.of("alice")))).containsExactly("smaller");
    assertThat(names(resolution.effective(Optional.of("bob")))).containsExactly("general");
    assertThat(resolution.callers().get(1).losers())
        .extracting(Loser::reason)
        .containsExactly("general@1 is stricter");
  }

  @Test
  void editsOfThoseNamedHaveTheLastWord() {
    // Given
    var near = policy("near", set("x-tier", "none"), all(Kind.ROUTE));
    var narrowed = policy("a-narrowed", set("x-tier", "gold"), forSome(Kind.TENANT, "alice"));

    // When
    var resolution = resolve(near, narrowed);

    // Then
    assertThat(names(resolution.effective(Optional.of("alice"))))
        .containsExactly("near", "a-narrowed");
  }

  @Test
  void twoForOneCallerAtOneLevelConflict() {
    // Given
    var one = policy("one", ONCE, forSome(Kind.API, "alice", "bob"));
    var other =
        policy(
            "other",
            new Retry(
                2,
                ONCE.on(),
                ONCE.statuses(),
                ONCE.perTryTimeout(),
                ONCE.backoff(),
                ONCE.methods()),
            forSome(Kind.API, "bob"));

    // When
    var resolution = resolve(one, other);

    // Then
    assertThat(resolution.callers())
        .extracting(CallerResolution::consumers)
        .containsExactly(new TreeSet<>(List.of("alice")), new TreeSet<>(List.of("bob")));
    assertThat(resolution.callers().get(1).losers())
        .extracting(loser -> loser.policy().id().toString(), Loser::why)
        .containsExactly(tuple("other@1", Loser.Why.CONFLICTED));
  }

  @Test
  void aPolicyThatNamesSomeAndHoldsForAllAnywayMakesNoDifference() {
    // Given
    var both =
        policy(
            "both",
            new TrafficLog(Duration.ofSeconds(5)),
            all(Kind.API),
            forSome(Kind.ROUTE, "alice"));

    // When
    var resolution = resolve(both);

    // Then
    assertThat(names(resolution.effective())).containsExactly("both");
    assertThat(names(resolution.effective(Optional.of("alice")))).containsExactly("both");
  }

  @Test
  void forEachCallerItIsAsIfTargetsNamedNobodyElse() {
    int apart = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      // Given
      var random = new Random(seed);
      var generated = new Generated(seed);
      var policies = new ArrayList<Policy>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        policies.add(generated.policy("p" + i));
      }

      // When
      var resolved = EffectivePolicyResolver.resolve(EU, List.of(ORDERS), policies);

      // Then
      for (String caller : List.of("alice", "bob", "nobody")) {
        var alone =
            EffectivePolicyResolver.resolve(
                EU, List.of(ORDERS), policies.stream().flatMap(p -> as(caller, p)).toList());
        for (var route : resolved.entrySet()) {
          assertThat(route.getValue().effective(Optional.of(caller)).stream().map(NAME).toList())
              .as("seed %d, %s, %s", seed, caller, route.getKey())
              .isEqualTo(
                  alone.get(route.getKey()).effective(Optional.of(caller)).stream()
                      .map(NAME)
                      .toList());
        }
      }
      apart += resolved.values().stream().mapToInt(route -> route.callers().size()).sum();
    }
    assertThat(apart).as("sets of callers").isGreaterThan(500);
  }

  /** The policy with only those targets that can mean the caller. */
  private static Stream<Policy> as(String caller, Policy policy) {
    var spec = policy.spec();
    var targets =
        spec.targets().stream()
            .filter(ref -> !ref.narrowed() || ref.consumers().contains(caller))
            .map(
                ref ->
                    ref.narrowed()
                        ? new TargetRef(
                            ref.kind(),
                            ref.name(),
                            ref.selector(),
                            new TreeSet<>(Collections.singleton(caller)))
                        : ref)
            .toList();
    return targets.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Policy(
                policy.id(),
                policy.labels(),
                new PolicySpec(
                    targets,
                    spec.merge(),
                    spec.priority(),
                    spec.mode(),
                    spec.require(),
                    spec.onError(),
                    spec.kind())));
  }

  private static RouteResolution resolve(Policy... policies) {
    var resolved = EffectivePolicyResolver.resolve(EU, List.of(ORDERS), List.of(policies));
    return Optional.ofNullable(resolved.get(on("list"))).orElseThrow();
  }

  private static TargetRef forSome(Kind kind, String... consumers) {
    return new TargetRef(kind, Optional.empty(), Labels.none(), new TreeSet<>(List.of(consumers)));
  }
}
