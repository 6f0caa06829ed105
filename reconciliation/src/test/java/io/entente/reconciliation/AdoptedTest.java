package io.entente.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.dialect.Dialect;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.reconciliation.fixture.EnvoyRoutes;
import io.entente.reconciliation.fixture.MemoryGateway;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdoptedTest {

  private static final Set<ClaimSource> SOURCE =
      Set.of(new ClaimSource.OfPolicy(new PolicyVersion(new PolicyName("limit"), 1)));
  private static final ObjectKey CLUSTER = new ObjectKey("cluster", "api.orders");
  private static final ObjectKey BUNDLE = new ObjectKey("sharedflow", "entente-limit");
  private static final NodePath TIMEOUT = NodePath.of("connect_timeout");
  private static final Dialect DIALECT = new EnvoyRoutes().dialect();

  @Test
  void whatStaysByDecisionIsDesiredSoThatThereIsNothingToPlanAndNoDrift() {
    // Given
    var wanted = MemoryGateway.set(cluster("5s"));
    var gateway = new MemoryGateway(DIALECT, cluster("1s"));
    // When
    var adopted = Adopted.lay(DIALECT, wanted, List.of(timeout("5s", "1s")));
    // Then
    assertThat(adopted.held()).hasSize(1);
    assertThat(gateway.plan(wanted, wanted).isEmpty()).as("without the decision").isFalse();
    assertThat(gateway.plan(adopted.objects(), adopted.objects()).isEmpty()).isTrue();
    assertThat(DriftDetector.detect(DIALECT, adopted.objects(), gateway.snapshot())).isEmpty();
  }

  @Test
  void endsAsOvertakenWhenTheDocumentsWantSomethingElseThere() {
    // Given
    var wanted = MemoryGateway.set(cluster("9s"));
    // When
    var adopted = Adopted.lay(DIALECT, wanted, List.of(timeout("5s", "1s")));
    // Then
    assertThat(adopted.held()).isEmpty();
    assertThat(adopted.ended())
        .containsExactly(new Adopted.Ended(timeout("5s", "1s"), Adopted.Why.OVERTAKEN));
    assertThat(adopted.objects()).isEqualTo(wanted);
  }

  @Test
  void endsWhenTheDocumentsWantNothingOfThePlaceAnyMore() {
    // Given
    var narrow =
        cluster("5s").withClaims(Set.of(new Claim.Fields(Set.of(NodePath.of("name")), SOURCE)));
    for (var wanted : List.of(MemoryGateway.set(), MemoryGateway.set(narrow))) {
      // When
      var adopted = Adopted.lay(DIALECT, wanted, List.of(timeout("5s", "1s")));
      // Then
      assertThat(adopted.ended())
          .containsExactly(new Adopted.Ended(timeout("5s", "1s"), Adopted.Why.GONE));
      assertThat(adopted.objects()).isEqualTo(wanted);
    }
  }

  @Test
  void anotherValueThanTheOneDecidedForIsPlannedBackToTheDecidedOne() {
    // Given
    var gateway = new MemoryGateway(DIALECT, cluster("3s"));
    var adopted =
        Adopted.lay(DIALECT, MemoryGateway.set(cluster("5s")), List.of(timeout("5s", "1s")));
    // When
    var plan = gateway.plan(adopted.objects(), adopted.objects());
    // Then
    assertThat(plan.differences())
        .singleElement()
        .satisfies(d -> assertThat(d.to()).hasValue(Node.text("1s")));
    assertThat(plan.drift()).hasSize(1);
  }

  @Test
  void whatWasTakenAwayOrAddedStaysSo() {
    // Given
    var gone = adoption(CLUSTER, TIMEOUT, Optional.of(Node.text("5s")), Optional.empty());
    var added =
        adoption(
            CLUSTER, NodePath.of("lb_policy"), Optional.empty(), Optional.of(Node.text("RANDOM")));
    // When
    var adopted = Adopted.lay(DIALECT, MemoryGateway.set(cluster("5s")), List.of(gone, added));
    // Then
    var object = adopted.objects().get(CLUSTER);
    assertThat(Adopted.at(DIALECT, object, TIMEOUT)).isEmpty();
    assertThat(Adopted.at(DIALECT, object, NodePath.of("lb_policy"))).hasValue(Node.text("RANDOM"));
    assertThat(object.claims()).isEqualTo(cluster("5s").claims());
  }

  @Test
  void severalElementsTakenOutOfAListByPositionDoNotShiftEachOther() {
    // Given
    var list = NodePath.of("domains");
    var object =
        cluster(
            Node.obj(
                Map.of("name", Node.text("api.orders"), "domains", texts("a", "b", "c", "d"))));
    var first = adoption(CLUSTER, list.index(1), Optional.of(Node.text("b")), Optional.empty());
    var second = adoption(CLUSTER, list.index(2), Optional.of(Node.text("c")), Optional.empty());
    // When
    var adopted = Adopted.lay(DIALECT, MemoryGateway.set(object), List.of(first, second));
    // Then
    assertThat(Adopted.at(DIALECT, adopted.objects().get(CLUSTER), list)).hasValue(texts("a", "d"));
  }

  @Test
  void aFileStaysByItsHash() {
    // Given
    Hash ours = Hash.ofText("ours");
    Hash theirs = Hash.ofText("theirs");
    var path = NodePath.of("policies/limit.xml");
    var decision =
        adoption(
            BUNDLE, path, Optional.of(Node.text(ours.hex())), Optional.of(Node.text(theirs.hex())));
    // When
    var adopted = Adopted.lay(DIALECT, MemoryGateway.set(bundle(ours)), List.of(decision));
    // Then
    assertThat(adopted.objects().get(BUNDLE)).isEqualTo(bundle(theirs));
    assertThat(Adopted.untouched(DIALECT, MemoryGateway.set(bundle(theirs)), List.of(decision)))
        .isEqualTo(MemoryGateway.set(bundle(ours)));
  }

  @Test
  void whatWasObservedIsLeftAsItIsWhereItIsNotWhatWasDecidedFor() {
    // Given
    var observed = MemoryGateway.set(cluster("3s"));
    // When
    var seen = Adopted.untouched(DIALECT, observed, List.of(timeout("5s", "1s")));
    // Then
    assertThat(seen).isEqualTo(observed);
  }

  private static Adoption timeout(String wanted, String found) {
    return adoption(
        CLUSTER, TIMEOUT, Optional.of(Node.text(wanted)), Optional.of(Node.text(found)));
  }

  private static Adoption adoption(
      ObjectKey key, NodePath path, Optional<Node> wanted, Optional<Node> found) {
    return new Adoption(1, key, path, wanted, found, "ops", Instant.EPOCH, "measured");
  }

  private static NativeObject cluster(String timeout) {
    return cluster(
        Node.obj(Map.of("name", Node.text("api.orders"), "connect_timeout", Node.text(timeout))));
  }

  private static NativeObject cluster(Node root) {
    return new NativeObject(CLUSTER, new Content.Tree(root), Set.of(new Claim.Whole(SOURCE)));
  }

  private static NativeObject bundle(Hash hash) {
    return new NativeObject(
        BUNDLE,
        new Content.Files(new TreeMap<>(Map.of("policies/limit.xml", hash))),
        Set.of(new Claim.Whole(SOURCE)));
  }

  private static Node texts(String... values) {
    return Node.arr(java.util.Arrays.stream(values).map(Node::text).toList());
  }
}
