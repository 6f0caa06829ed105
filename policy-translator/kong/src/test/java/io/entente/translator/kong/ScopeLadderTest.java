package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RateLimit;
import io.entente.translator.Shadowed;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every scope an instance of others can have, against ours on the route. */
class ScopeLadderTest {

  private static final String FOREIGN = "0d000000-0000-4000-8000-000000000001";
  private static final String OTHER = "0b000000-0000-4000-8000-00000000000f";

  @Test
  void aWiderInstanceIsNotSwitchedOffByDefault() {
    for (String scope : List.of("", ", service: {id: " + Worlds.SERVICE + "}")) {
      Translation translation = translate(foreign(scope, true), Merge.DEFAULT);

      assertThat(translation.objects()).isEmpty();
      assertShadowed(translation, Shadowed.Why.OVERRIDDEN);
      assertThat(translation.refusals()).isEmpty();
      assertThat(translation.fidelity().worst()).isEqualTo(FidelityGrade.UNSUPPORTED);
      assertThat(codes(translation)).containsOnly("shadowed");
    }
  }

  @Test
  void anOverrideSwitchesAWiderInstanceOffAndSaysSo() {
    for (String scope : List.of("", ", service: {id: " + Worlds.SERVICE + "}")) {
      Translation translation = translate(foreign(scope, true), Merge.OVERRIDE);

      assertThat(translation.objects()).hasSize(1);
      assertThat(translation.shadowed()).isEmpty();
      assertThat(codes(translation)).contains("switches-off");
      assertThat(bounds(translation)).anyMatch(bound -> bound.contains(FOREIGN));
    }
  }

  @Test
  void ofTwoWiderInstancesTheOneThatActsIsNamed() {
    String second = "0d000000-0000-4000-8000-000000000002";
    String both =
        foreign("", true)
            + ", "
            + foreign(", service: {id: " + Worlds.SERVICE + "}", true).replace(FOREIGN, second);

    Translation translation = translate(both, Merge.DEFAULT);

    assertThat(translation.shadowed())
        .singleElement()
        .satisfies(shadowed -> assertThat(shadowed.by().nativeId()).isEqualTo(second));
  }

  @Test
  void anInstanceInTheSamePlaceConflicts() {
    for (Merge merge : Merge.values()) {
      Translation translation = translate(foreign(onRoute(), true), merge);

      assertThat(translation.objects()).isEmpty();
      assertShadowed(translation, Shadowed.Why.CONFLICTED);
    }
  }

  @Test
  void aDisabledInstanceInTheSamePlaceStillHasIt() {
    // Kong answers 409 to a second instance of the same scope, whether the first is enabled or not
    Translation translation = translate(foreign(onRoute(), false), Merge.DEFAULT);

    assertThat(translation.objects()).isEmpty();
    assertShadowed(translation, Shadowed.Why.CONFLICTED);
  }

  @Test
  void narrowerInstancesActForTheirCallers() {
    String consumer = ", consumer: {id: " + Worlds.ALICE + "}";
    String service = ", service: {id: " + Worlds.SERVICE + "}";
    for (String scope :
        List.of(
            consumer,
            consumer + onRoute(),
            consumer + service,
            consumer + service + onRoute(),
            service + onRoute())) {
      Translation translation = translate(foreign(scope, true), Merge.DEFAULT);

      assertThat(translation.objects()).as(scope).hasSize(1);
      assertShadowed(translation, Shadowed.Why.OVERRIDDEN);
      assertThat(translation.shadowed().get(0).reason())
          .contains(scope.contains("consumer") ? "consumer alice" : "every caller");
      assertThat(codes(translation)).contains("beaten-by-narrower");
    }
  }

  @Test
  void disabledInstancesShadowNothing() {
    String consumer = ", consumer: {id: " + Worlds.ALICE + "}";
    for (String scope : List.of("", ", service: {id: " + Worlds.SERVICE + "}", consumer)) {
      Translation translation = translate(foreign(scope, false), Merge.DEFAULT);

      assertThat(translation.objects()).hasSize(1);
      assertThat(translation.shadowed()).isEmpty();
      assertThat(codes(translation)).doesNotContain("switches-off", "beaten-by-narrower");
    }
  }

  @Test
  void instancesElsewhereAndOfOtherPluginsMeanNothing() {
    for (String plugin :
        List.of(
            foreign(", route: {id: " + OTHER + "}", true),
            foreign(", service: {id: " + OTHER + "}", true),
            foreign(", service: {id: " + OTHER + "}" + onRoute(), true),
            foreign(onRoute(), true).replace("rate-limiting", "cors"))) {
      Translation translation = translate(plugin, Merge.DEFAULT);

      assertThat(translation.objects()).as(plugin).hasSize(1);
      assertThat(translation.shadowed()).isEmpty();
    }
  }

  @Test
  void ourOwnInstanceIsNotInOurWay() {
    String id = KongNames.id(CaseRequest.GATEWAY, Worlds.ROUTE, "rate-limiting");

    Translation translation =
        translate(foreign(onRoute(), true).replace(FOREIGN, id), Merge.DEFAULT);

    assertThat(translation.objects()).hasSize(1);
    assertThat(translation.shadowed()).isEmpty();
  }

  @Test
  void ourTagAloneMakesNothingOurs() {
    String copied = foreign(onRoute() + ", tags: [entente, 'entente-policy:p']", true);

    Translation translation = translate(copied, Merge.DEFAULT);

    assertThat(translation.objects()).isEmpty();
    assertShadowed(translation, Shadowed.Why.CONFLICTED);
  }

  @Test
  void anInstanceOfAConsumerGroupActsForTheGroup() {
    Translation translation =
        translate(foreign(", consumer_group: {id: gold}", true), Merge.DEFAULT);

    assertThat(translation.objects()).hasSize(1);
    assertThat(translation.shadowed().get(0).reason()).contains("consumer group gold");
  }

  @Test
  void oneOverrideTakesTheWholeInstanceOut() {
    // Given two limits in the one instance, and a global one of others
    var policies = List.of(policy("a", Merge.DEFAULT, 1), policy("b", Merge.OVERRIDE, 60));

    // When
    Translation translation = Worlds.translate(Worlds.estate(foreign("", true)), policies);

    // Then the other is off anyway, so that holding back ours would leave neither
    assertThat(translation.objects()).hasSize(1);
    assertThat(translation.shadowed()).isEmpty();
    assertThat(translation.fidelity().entries())
        .allSatisfy(
            entry ->
                assertThat(
                        entry.fields().stream()
                            .flatMap(field -> field.deviations().stream())
                            .map(Deviation::code))
                    .contains("switches-off"));
  }

  @Test
  void theDeclarativeDocumentHasTheSameLadder() {
    String scope = ", service: " + Worlds.SERVICE;
    String plugin = foreign(scope, true);

    Translation translation =
        Worlds.translate(Worlds.declarative(plugin), List.of(policy("p", Merge.DEFAULT, 60)));

    assertThat(translation.objects()).isEmpty();
    assertShadowed(translation, Shadowed.Why.OVERRIDDEN);
  }

  private static Translation translate(String plugins, Merge merge) {
    return Worlds.translate(Worlds.estate(plugins), List.of(policy("p", merge, 60)));
  }

  private static Policy policy(String name, Merge merge, int seconds) {
    return Policies.of(
        name,
        Mode.ENFORCE,
        merge,
        new RateLimit(5, Duration.ofSeconds(seconds), new LimitKey.Route(), OnMissingKey.IP));
  }

  private static String foreign(String scope, boolean enabled) {
    return "{id: %s, name: rate-limiting, enabled: %s, config: {minute: 9}%s}"
        .formatted(FOREIGN, enabled, scope);
  }

  private static String onRoute() {
    return ", route: {id: " + Worlds.ROUTE + "}";
  }

  private static void assertShadowed(Translation translation, Shadowed.Why why) {
    assertThat(translation.shadowed())
        .singleElement()
        .satisfies(
            shadowed -> {
              assertThat(shadowed.why()).isEqualTo(why);
              assertThat(shadowed.by().toString()).isEqualTo("plugins/" + FOREIGN);
              assertThat(shadowed.reason()).contains(FOREIGN);
              assertThat(shadowed.target()).isEqualTo("shop/all");
            });
  }

  private static List<String> codes(Translation translation) {
    return deviations(translation).stream().map(Deviation::code).toList();
  }

  private static List<String> bounds(Translation translation) {
    return deviations(translation).stream().map(Deviation::bound).toList();
  }

  private static List<Deviation> deviations(Translation translation) {
    var found = new ArrayList<Deviation>();
    translation
        .fidelity()
        .entries()
        .forEach(entry -> entry.fields().forEach(field -> found.addAll(field.deviations())));
    return found;
  }
}
