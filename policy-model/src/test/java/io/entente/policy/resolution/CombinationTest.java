package io.entente.policy.resolution;

import static io.entente.policy.resolution.Fixtures.from;
import static io.entente.policy.resolution.Fixtures.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.RateLimit;
import io.entente.policy.TargetRef.Kind;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Combinations no kind declares yet, tried with limits and the fewer requests the stricter. */
class CombinationTest {

  private static final Comparator<PolicyKind> FEWER =
      Comparator.comparing(kind -> ((RateLimit) kind).requests());

  @Test
  void replaceLetsTheNearestDefaultHold() {
    // Given
    var policies = List.of(from(Kind.TENANT, "wide", 1), from(Kind.API, "near", 2));

    // When
    var outcome = new Replace().combine(policies);

    // Then
    assertThat(names(outcome.holding())).containsExactly("near");
    assertThat(outcome.losers())
        .extracting(Loser::why, Loser::reason)
        .containsExactly(tuple(Loser.Why.OVERRIDDEN, "near@1 is nearer: API before TENANT"));
  }

  @Test
  void replaceLetsTheWidestOverrideBeatAllThatIsNearer() {
    // Given
    var policies =
        List.of(
            from(Kind.TENANT, "default", 1),
            from(Kind.GATEWAY, "wide", 2, Merge.OVERRIDE, 0),
            from(Kind.API, "nearer", 3, Merge.OVERRIDE, 9),
            from(Kind.ROUTE, "nearest", 4));

    // When
    var outcome = new Replace().combine(policies);

    // Then
    assertThat(names(outcome.holding())).containsExactly("wide");
    assertThat(outcome.losers()).hasSize(3).allMatch(l -> l.why() == Loser.Why.OVERRIDDEN);
  }

  @Test
  void replaceSettlesEqualsByPriority() {
    // Given
    var policies = List.of(from(Kind.API, "a", 1), from(Kind.API, "b", 2, Merge.DEFAULT, 1));

    // When
    var outcome = new Replace().combine(policies);

    // Then
    assertThat(names(outcome.holding())).containsExactly("b");
    assertThat(outcome.losers()).extracting(Loser::why).containsExactly(Loser.Why.OVERRIDDEN);
  }

  @Test
  void replaceCallsEqualsWithoutPriorityAConflict() {
    // Given
    var policies = List.of(from(Kind.API, "b", 2), from(Kind.API, "a", 1), from(Kind.API, "c", 1));

    // When
    var outcome = new Replace().combine(policies);

    // Then
    assertThat(names(outcome.holding())).containsExactly("a");
    assertThat(outcome.losers())
        .extracting(loser -> loser.policy().id().toString(), Loser::why)
        .containsExactly(tuple("b@1", Loser.Why.CONFLICTED), tuple("c@1", Loser.Why.OVERRIDDEN));
  }

  @Test
  void strictestHoldsWhereverItComesFrom() {
    // Given
    var policies =
        List.of(from(Kind.TENANT, "wide", 1), from(Kind.API, "near", 2), from(Kind.ROUTE, "r", 3));

    // When
    var outcome = new Strictest(FEWER).combine(policies);

    // Then
    assertThat(names(outcome.holding())).containsExactly("wide");
    assertThat(outcome.losers())
        .extracting(Loser::reason)
        .containsExactly("wide@1 is stricter", "wide@1 is stricter");
  }

  @Test
  void strictestGivesWayToAWiderOverride() {
    // Given
    var policies =
        List.of(
            from(Kind.TENANT, "tenant", 9),
            from(Kind.GATEWAY, "override", 5, Merge.OVERRIDE, 0),
            from(Kind.API, "stricter", 1));

    // When
    var outcome = new Strictest(FEWER).combine(policies);

    // Then
    assertThat(names(outcome.holding())).containsExactly("override");
    assertThat(outcome.losers())
        .extracting(loser -> loser.policy().id().toString(), Loser::reason)
        .containsExactlyInAnyOrder(
            tuple("tenant@1", "override@1 is stricter"),
            tuple("stricter@1", "an Override at GATEWAY shuts out what is nearer"));
  }

  @Test
  void allApplyLosesNothing() {
    // Given
    var policies = List.of(from(Kind.API, "a", 1), from(Kind.API, "b", 2));

    // When
    var outcome = new AllApply().combine(policies);

    // Then
    assertThat(outcome.holding()).isEqualTo(policies);
    assertThat(outcome.losers()).isEmpty();
  }
}
