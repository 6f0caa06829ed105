package io.entente.connector.envoy;

import static io.entente.connector.envoy.Documents.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.Applier;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NativeApplierTest {

  private static final Set<ClaimSource> WHY = Set.of(new ClaimSource.OfFoundation());
  private static final Set<Claim> WHOLE = Set.of(new Claim.Whole(WHY));
  private static final Set<Claim> HOST_A =
      Set.of(new Claim.Element(NodePath.of("virtual_hosts"), "name", "a", WHY));

  private final EnvoyFixture fixture = new EnvoyFixture();
  private final Applier applier = fixture.connector().applier().orElseThrow();

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @Test
  void refusesInvalidDocumentBeforeTheStoreIsTouched() {
    // When
    var result =
        apply(
            Documents.CLUSTER, null, object(Documents.CLUSTER, "name: api.orders\ntyp: X", WHOLE));

    // Then
    assertThat(result).isInstanceOf(StepResult.Refused.class);
    var refused = (StepResult.Refused) result;
    assertThat(refused.failure()).isEqualTo(FailureClass.FIX_CONFIG);
    assertThat(refused.why().path().orElseThrow()).contains("typ");
    assertThat(fixture.store.current(EnvoyFixture.GATEWAY).version()).isZero();
  }

  @Test
  void refusesWhenTheObjectMovedInsideTheClaims() {
    // Given
    fixture.put(Documents.ROUTES, hosts("a: /hand", "b: /theirs"));

    // When
    var result =
        apply(
            Documents.ROUTES,
            object(Documents.ROUTES, hosts("a: /old"), HOST_A),
            object(Documents.ROUTES, hosts("a: /new"), HOST_A));

    // Then
    assertThat(((StepResult.Refused) result).failure()).isEqualTo(FailureClass.PRECONDITION_LOST);
    assertThat(stored()).isEqualTo(hosts("a: /hand", "b: /theirs"));
  }

  @Test
  void changesOnlyWhatIsClaimedWhenOthersMovedTheRest() {
    // Given
    fixture.put(Documents.ROUTES, hosts("z: /moved-by-others", "a: /old", "b: /theirs"));

    // When
    var result =
        apply(
            Documents.ROUTES,
            object(Documents.ROUTES, hosts("a: /old"), HOST_A),
            object(Documents.ROUTES, hosts("a: /new"), HOST_A));

    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    assertThat(stored()).isEqualTo(hosts("z: /moved-by-others", "a: /new", "b: /theirs"));
  }

  @Test
  void deletingOurPartLeavesTheirs() {
    // Given
    fixture.put(Documents.ROUTES, hosts("a: /old", "b: /theirs"));

    // When
    var result = apply(Documents.ROUTES, object(Documents.ROUTES, hosts("a: /old"), HOST_A), null);

    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    assertThat(stored()).isEqualTo(hosts("b: /theirs"));
  }

  @Test
  void sameStepTwiceWritesOnce() {
    // Given
    var wanted = object(Documents.ROUTES, hosts("a: /new"), WHOLE);
    apply(Documents.ROUTES, null, wanted);

    // When
    var result = apply(Documents.ROUTES, null, wanted);

    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    assertThat(fixture.store.current(EnvoyFixture.GATEWAY).version()).isEqualTo(1);
  }

  @Test
  void lostRaceOutsideTheClaimsIsTriedAgain() {
    // Given: somebody writes a cluster between our read and our put
    fixture.put(Documents.ROUTES, hosts("a: /old"));
    var racing =
        new ResourceStore() {
          private boolean raced;

          @Override
          public StoredResources current(GatewayId gateway) {
            return fixture.store.current(gateway);
          }

          @Override
          public Optional<StoredResources> put(
              GatewayId gateway, long expected, SortedMap<ObjectKey, Node> resources) {
            if (!raced) {
              raced = true;
              fixture.put(Documents.CLUSTER, yaml(Documents.cluster("api.orders", 1)));
            }
            return fixture.store.put(gateway, expected, resources);
          }
        };
    var ours =
        new NativeApplier(
            EnvoyFixture.GATEWAY, racing, fixture.plane, new EnvoyFixture.PlainDialect());

    // When
    var change =
        new Change(
            Documents.ROUTES,
            Optional.of(object(Documents.ROUTES, hosts("a: /old"), WHOLE)),
            Optional.of(object(Documents.ROUTES, hosts("a: /new"), WHOLE)));
    var result = ours.apply(new Step(1, change), Map.of());

    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    var resources = fixture.store.current(EnvoyFixture.GATEWAY).resources();
    assertThat(resources).containsKey(Documents.CLUSTER);
    assertThat(resources.get(Documents.ROUTES)).isEqualTo(hosts("a: /new"));
  }

  private Node stored() {
    return fixture.store.current(EnvoyFixture.GATEWAY).resources().get(Documents.ROUTES);
  }

  private StepResult apply(ObjectKey key, NativeObject before, NativeObject after) {
    var change = new Change(key, Optional.ofNullable(before), Optional.ofNullable(after));
    return applier.apply(new Step(1, change), Map.of());
  }

  private static NativeObject object(ObjectKey key, String text, Set<Claim> claims) {
    return object(key, yaml(text), claims);
  }

  private static NativeObject object(ObjectKey key, Node document, Set<Claim> claims) {
    return new NativeObject(key, new Content.Tree(document), claims);
  }

  private static Node hosts(String... namesAndPrefixes) {
    var text = new StringBuilder("name: entente\nvirtual_hosts:\n");
    for (String entry : namesAndPrefixes) {
      String[] parts = entry.split(": ");
      text.append(
          "- {name: %s, domains: [%s.test], routes: [{match: {prefix: %s}, direct_response: {status: 204}}]}\n"
              .formatted(parts[0], parts[0], parts[1]));
    }
    return yaml(text.toString());
  }
}
