package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RateLimit;
import io.entente.policy.Timeout;
import io.entente.translator.Shadowed;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Instances for one consumer: which plugins have them, and others' instances beside them. */
class ConsumerScopeTest {

  private static final RateLimit LIMIT =
      new RateLimit(9, Duration.ofMinutes(1), new LimitKey.Route(), OnMissingKey.DENY);
  private static final Policy NARROWED = Policies.forConsumers("narrowed", LIMIT, "alice");
  private static final String FOREIGN = "0d000000-0000-4000-8000-000000000001";

  @Test
  void theRecordedNodeTakesAConsumerForEachPluginOfTheList() {
    assertThat(ConsumerScope.PLUGINS)
        .filteredOn(name -> Recorded.schema().document("plugins/" + name).isPresent())
        .hasSize(6)
        .allSatisfy(
            name -> {
              Node schema = Recorded.schema().document("plugins/" + name).orElseThrow();
              assertThat(((Node.Arr) Recorded.field(schema, "fields")).items())
                  .noneMatch(field -> refusesConsumers((Node.Obj) field));
            });
  }

  @Test
  void thoseWithoutScopeAreNotOnTheList() {
    Node schema = Recorded.schema().document("plugins/key-auth").orElseThrow();

    assertThat(((Node.Arr) Recorded.field(schema, "fields")).items())
        .anyMatch(field -> refusesConsumers((Node.Obj) field));
  }

  private static boolean refusesConsumers(Node.Obj field) {
    return field
        .field("consumer")
        .filter(consumer -> consumer instanceof Node.Obj o && o.field("eq").isPresent())
        .isPresent();
  }

  @Test
  void anInstanceOfOthersForTheSameConsumerAndRouteConflicts() {
    Translation translation = translate(foreign(onAlice() + onRoute()), NARROWED);

    assertThat(translation.objects()).isEmpty();
    assertThat(translation.shadowed())
        .extracting(Shadowed::why)
        .containsExactly(Shadowed.Why.CONFLICTED);
  }

  @Test
  void widerInstancesOfOthersActUnlessTheirsIsAnOverride() {
    for (String scope : List.of("", onRoute(), onAlice())) {
      assertThat(translate(foreign(scope), NARROWED).objects()).as(scope).isEmpty();
      assertThat(
              translate(
                      foreign(scope),
                      Policies.forConsumers("narrowed", Merge.OVERRIDE, LIMIT, "alice"))
                  .objects())
          .as(scope)
          .hasSize(1);
    }
  }

  @Test
  void whatOursForEverybodyHasSwitchedOffIsNotInTheWay() {
    Policy everybody = Policies.of("everybody", Mode.ENFORCE, Merge.OVERRIDE, LIMIT);

    assertThat(translate(foreign(""), everybody, NARROWED).objects()).hasSize(2);
  }

  @Test
  void instancesForOtherConsumersMeanNothing() {
    String bob = ", consumer: {id: 0c000000-0000-4000-8000-000000000002}";

    Translation translation = translate(foreign(bob + onRoute()), NARROWED);

    assertThat(translation.objects()).hasSize(1);
    assertThat(translation.shadowed()).isEmpty();
  }

  @Test
  void ourOwnInstanceForAConsumerIsNotInOurWay() {
    var first = translate("", NARROWED);
    var observed = new TreeMap<>(Worlds.estate(""));
    observed.putAll(first.objects());

    Translation again = Worlds.translate(observed, List.of(NARROWED));

    assertThat(again.objects()).isEqualTo(first.objects());
    assertThat(again.shadowed()).isEmpty();
  }

  @Test
  void aConsumerNobodyHasIsSaid() {
    Translation translation = translate("", Policies.forConsumers("p", LIMIT, "alice", "ghost"));

    assertThat(translation.refusals()).isEmpty();
    assertThat(translation.objects()).hasSize(1);
    FieldFidelity said = consumers(translation);
    assertThat(said.value()).isEqualTo("alice, ghost");
    assertThat(said.grade()).isEqualTo(FidelityGrade.APPROXIMATE);
    assertThat(said.deviations())
        .extracting(each -> each.code())
        .containsExactly("nobody-identified", "consumer-unknown");
  }

  @Test
  void whatIsSaidOfTheServiceIsRefused() {
    Translation translation =
        translate(
            "",
            Policies.forConsumers(
                "slow",
                new Timeout(Optional.empty(), Optional.of(Duration.ofSeconds(5)), Optional.empty()),
                "alice"));

    assertThat(translation.objects()).isEmpty();
    assertThat(translation.refusals())
        .extracting(Problem::code)
        .containsOnly("FIDELITY_BELOW_REQUIRED");
    assertThat(consumers(translation).grade()).isEqualTo(FidelityGrade.UNSUPPORTED);
  }

  private static FieldFidelity consumers(Translation translation) {
    return translation.fidelity().entries().stream()
        .flatMap(entry -> entry.fields().stream())
        .filter(field -> field.field().equals("targetRefs[0].consumers"))
        .findFirst()
        .orElseThrow();
  }

  private static Translation translate(String plugins, Policy... policies) {
    return Worlds.translate(Worlds.estate(plugins), List.of(policies));
  }

  private static String foreign(String scope) {
    return "{id: " + FOREIGN + ", name: rate-limiting, config: {minute: 5}" + scope + "}";
  }

  private static String onAlice() {
    return ", consumer: {id: " + Worlds.ALICE + "}";
  }

  private static String onRoute() {
    return ", route: {id: " + Worlds.ROUTE + "}";
  }
}
