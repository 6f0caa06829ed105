package io.entente.translator.apigee.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ApigeeDialectTest {

  private static final String POINT = "PreProxyFlowHook";
  private static final ClaimSource SOURCE =
      new ClaimSource.OfPolicy(new PolicyVersion(new PolicyName("p"), 1));
  private static final Set<Claim> HOOK =
      Set.of(
          new Claim.Fields(
              Set.of(
                  NodePath.of("sharedFlow"),
                  NodePath.of("continueOnError"),
                  NodePath.of("description")),
              Set.of(SOURCE)));

  private final ApigeeDialect dialect = new ApigeeDialect();

  @Test
  void givesAHookBackToTheFlowThatWasThereBefore() {
    // Given
    var description =
        new HookDescription(Optional.of(new HookDescription.Former("corp-security", false)));
    NativeObject hook = hook("entente-prod-pre-proxy", description.text());

    // When
    Optional<Content> left = dialect.released(hook, HOOK);

    // Then
    assertThat(left)
        .contains(
            new Content.Tree(
                Node.obj(
                    Map.of(
                        "flowHookPoint", Node.text(POINT),
                        "sharedFlow", Node.text("corp-security"),
                        "continueOnError", Node.bool(false)))));
  }

  @Test
  void detachesAHookAtWhichNothingWasBefore() {
    NativeObject hook =
        hook("entente-prod-pre-proxy", new HookDescription(Optional.empty()).text());

    assertThat(dialect.released(hook, HOOK)).contains(new Content.Tree(FlowHook.empty(POINT)));
  }

  @Test
  void leavesAHookThatOthersTookMeanwhile() {
    NativeObject hook = hook("corp-security", "Managed by Entente; before: none");

    assertThat(dialect.released(hook, HOOK)).contains(hook.content());
  }

  @Test
  void readsBackTheDescriptionItWrites() {
    for (var before :
        List.of(
            Optional.<HookDescription.Former>empty(),
            Optional.of(new HookDescription.Former("a", true)),
            Optional.of(new HookDescription.Former("corp.Flow_1-x", false)))) {
      var description = new HookDescription(before);
      assertThat(HookDescription.parse(description.text())).contains(description);
    }
    assertThat(HookDescription.parse("Managed by hand")).isEmpty();
    assertThat(HookDescription.parse("Managed by Entente; before: a b")).isEmpty();
  }

  @Test
  void comparesHooksAsApigeeMeansThem() {
    // Given
    ObjectKey key = HookPoint.PRE_PROXY.key();
    var silent = new Content.Tree(FlowHook.empty(POINT).with("sharedFlow", Node.text("a")));
    var said = new Content.Tree(FlowHook.of(POINT, new HookDescription.Former("a", true)));
    var detached = new Content.Tree(FlowHook.empty(POINT).with("continueOnError", Node.bool(true)));

    // When // Then
    assertThat(dialect.canonicalise(key, silent)).isEqualTo(dialect.canonicalise(key, said));
    assertThat(dialect.canonicalise(key, detached))
        .isEqualTo(new Content.Tree(FlowHook.empty(POINT)));
  }

  @Test
  void packsMakingThenHooksThenRemoval() {
    // Given
    List<Change> changes =
        List.of(
            gone("sharedflows", "entente-old"),
            gone("sharedflow_deployments", "entente-old"),
            gone("apis", "entente-a"),
            made("flowhooks", POINT),
            made("apis", "orders"),
            made("sharedflow_deployments", "entente-new"),
            made("sharedflows", "entente-new"));

    // When
    List<ChangeSet> sets = dialect.pack(changes, profile());

    // Then
    assertThat(sets.stream().map(s -> s.domain().value()))
        .containsExactly("organization", "environment", "organization");
    assertThat(
            sets.stream()
                .flatMap(s -> s.steps().stream())
                .map(s -> s.number() + " " + s.change().key()))
        .containsExactly(
            "1 sharedflows/entente-new",
            "2 sharedflow_deployments/entente-new",
            "3 apis/orders",
            "4 flowhooks/" + POINT,
            "5 apis/entente-a",
            "6 sharedflow_deployments/entente-old",
            "7 sharedflows/entente-old");
  }

  @Test
  void namesOfDifferentThingsDiffer() {
    assertThat(ApigeeNames.of("a.b")).isNotEqualTo(ApigeeNames.of("a_b"));
    assertThat(ApigeeNames.of("x".repeat(400))).hasSize(255);
    assertThat(ApigeeNames.dispatcher("prod", HookPoint.PRE_PROXY))
        .isEqualTo("entente-prod-pre-proxy");
  }

  private static NativeObject hook(String flow, String description) {
    return NativeObject.foreign(
        new ObjectKey("flowhooks", POINT),
        new Content.Tree(
            FlowHook.of(POINT, new HookDescription.Former(flow, false))
                .with("description", Node.text(description))));
  }

  private static Change made(String kind, String id) {
    return new Change(new ObjectKey(kind, id), Optional.empty(), Optional.of(object(kind, id)));
  }

  private static Change gone(String kind, String id) {
    return new Change(new ObjectKey(kind, id), Optional.of(object(kind, id)), Optional.empty());
  }

  private static NativeObject object(String kind, String id) {
    return NativeObject.foreign(new ObjectKey(kind, id), new Content.Tree(Node.obj()));
  }

  private static GatewayProfile profile() {
    return new GatewayProfile(Vendor.APIGEE, "x", "v1", 1, new TreeSet<>(), new TreeMap<>());
  }
}
