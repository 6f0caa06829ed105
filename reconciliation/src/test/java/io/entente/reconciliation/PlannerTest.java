package io.entente.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Action;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.SecretRef;
import io.entente.reconciliation.fixture.EnvoyRoutes;
import io.entente.reconciliation.fixture.MemoryGateway;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

  private static final Set<ClaimSource> SOURCE = Set.of(new ClaimSource.OfFoundation());
  private static final ObjectKey CLUSTER = new ObjectKey("cluster", "api.orders");
  private static final ObjectKey ROUTES = new ObjectKey("route_configuration", "entente");
  private static final Dialect DIALECT = new EnvoyRoutes().dialect();

  @Test
  void createsWhatIsMissingAndThenHasNothingToDo() {
    // Given
    var gateway = new MemoryGateway(DIALECT);
    var desired = MemoryGateway.set(cluster("1s"));
    // When
    var plan = gateway.plan(desired, MemoryGateway.set());
    gateway.apply(plan.changeSets());
    // Then
    assertThat(plan.changeSets().get(0).steps().get(0).change().action()).isEqualTo(Action.CREATE);
    assertThat(gateway.plan(desired, desired).isEmpty()).isTrue();
    assertThat(gateway.plan(desired, MemoryGateway.set()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesAnIncompleteSnapshotAndNeverDeletes(boolean partial) {
    // Given
    var why = Problem.vendor("PAGE_LOST", "A page was lost.", "gateway", "Try again.");
    var completeness =
        partial
            ? new Completeness.Partial(why)
            : new Completeness.Failed(FailureClass.TRANSIENT, why);
    var gateway = new MemoryGateway(DIALECT, cluster("1s"));
    // When
    var plan =
        Planner.plan(
            DIALECT,
            gateway.profile(),
            new PlanInput(
                MemoryGateway.set(),
                MemoryGateway.set(cluster("1s")),
                gateway.snapshot(completeness)));
    // Then
    assertThat(codes(plan)).containsExactly("SNAPSHOT_INCOMPLETE");
    assertThat(plan.changeSets()).isEmpty();
  }

  @Test
  void doesNotCallAnUnreadObjectDeletedByOthers() {
    // Given
    var why = Problem.vendor("PAGE_LOST", "A page was lost.", "gateway", "Try again.");
    var lastApplied = MemoryGateway.set(cluster("1s"));
    var gateway = new MemoryGateway(DIALECT);
    // When
    var partial =
        DriftDetector.detect(DIALECT, lastApplied, gateway.snapshot(new Completeness.Partial(why)));
    var complete = DriftDetector.detect(DIALECT, lastApplied, gateway.snapshot());
    // Then
    assertThat(partial).isEmpty();
    assertThat(complete).extracting(Drift::kind).containsExactly(DriftKind.FOREIGN_DELETE);
    assertThat(complete.get(0).path()).isEqualTo(NodePath.root());
  }

  @Test
  void refusesToTakeOverAForeignObject() {
    // Given
    var gateway = new MemoryGateway(DIALECT, cluster("9s"));
    // When
    var plan = gateway.plan(MemoryGateway.set(cluster("1s")), MemoryGateway.set());
    // Then
    assertThat(codes(plan)).containsExactly("FOREIGN_OBJECT");
    assertThat(plan.changeSets()).isEmpty();
  }

  @Test
  void refusesToTakeOverAForeignElement() {
    // Given
    var gateway = new MemoryGateway(DIALECT, routes(host("any", "theirs")));
    // When
    var plan =
        gateway.plan(MemoryGateway.set(claimed("any", host("any", "ours"))), MemoryGateway.set());
    // Then
    assertThat(codes(plan)).containsExactly("FOREIGN_OBJECT");
  }

  @Test
  void refusesWhenTwoElementsShareOurKey() {
    // Given
    var ours = claimed("any", host("any", "ours"));
    var gateway = new MemoryGateway(DIALECT, routes(host("any", "ours"), host("any", "theirs")));
    // When
    var plan = gateway.plan(MemoryGateway.set(ours), MemoryGateway.set(ours));
    // Then
    assertThat(codes(plan)).containsExactly("AMBIGUOUS_ELEMENT");
    assertThat(plan.drift()).isNotEmpty();
  }

  @Test
  void refusesAPlanThatExplodes() {
    // Given
    var limits = PlanLimits.forRoutes(1);
    var desired = new TreeMap<ObjectKey, NativeObject>();
    for (int i = 0; i < 6; i++) {
      var key = new ObjectKey("cluster", "c" + i);
      desired.put(
          key,
          new NativeObject(key, new Content.Tree(Node.obj()), Set.of(new Claim.Whole(SOURCE))));
    }
    var gateway = new MemoryGateway(DIALECT);
    // When
    var plan =
        Planner.plan(
            DIALECT,
            gateway.profile(),
            new PlanInput(desired, MemoryGateway.set(), gateway.snapshot()),
            limits);
    desired.remove(desired.firstKey());
    var five =
        Planner.plan(
            DIALECT,
            gateway.profile(),
            new PlanInput(desired, MemoryGateway.set(), gateway.snapshot()),
            limits);
    // Then
    assertThat(codes(plan)).containsExactly("PLAN_TOO_LARGE");
    assertThat(plan.refusals().get(0).value()).contains("6");
    assertThat(five.refusals()).isEmpty();
  }

  @Test
  void deletesASharedObjectOnlyWhenNothingForeignRemains() {
    // Given
    var ours = claimed("any", host("any", "ours"));
    var alone = new MemoryGateway(DIALECT, routes(host("any", "ours")));
    var shared = new MemoryGateway(DIALECT, routes(host("any", "ours"), host("x", "theirs")));
    // When
    var delete = alone.plan(MemoryGateway.set(), MemoryGateway.set(ours));
    var update = shared.plan(MemoryGateway.set(), MemoryGateway.set(ours));
    shared.apply(update.changeSets());
    // Then
    assertThat(action(delete)).isEqualTo(Action.DELETE);
    assertThat(action(update)).isEqualTo(Action.UPDATE);
    assertThat(shared.content(ROUTES)).contains(routes(host("x", "theirs")).content());
  }

  @Test
  void deleteBecomesAnUpdateWhenSomebodyMovedInSincePlanning() {
    // Given
    var ours = claimed("any", host("any", "ours"));
    var gateway = new MemoryGateway(DIALECT, routes(host("any", "ours")));
    var plan = gateway.plan(MemoryGateway.set(), MemoryGateway.set(ours));
    gateway.put(ROUTES, routes(host("any", "ours"), host("x", "theirs")).content());
    // When
    gateway.apply(plan.changeSets());
    // Then
    assertThat(gateway.content(ROUTES)).contains(routes(host("x", "theirs")).content());
  }

  @Test
  void hashIgnoresForeignEditsOutsideClaimsAndNoticesThoseInside() {
    // Given
    var ours = claimed("any", host("any", "ours"));
    var wanted = claimed("any", host("any", "wanted"));
    // When
    var base = plan(wanted, ours, routes(host("any", "ours"), host("x", "1")));
    var outside = plan(wanted, ours, routes(host("any", "ours"), host("x", "2")));
    var inside = plan(wanted, ours, routes(host("any", "moved"), host("x", "1")));
    // Then
    assertThat(outside.hash()).isEqualTo(base.hash());
    assertThat(inside.hash()).isNotEqualTo(base.hash());
  }

  @Test
  void undoRecreatesADeletedObjectAndSaysWhatCannotReturn() {
    // Given
    var secret = new Node.Secret(new SecretRef("vault:kv/a#b"), new Fingerprint("0".repeat(64)));
    var held = cluster("1s").withContent(new Content.Tree(Node.obj(Map.of("token", secret))));
    var gateway = new MemoryGateway(DIALECT, held);
    var plan = gateway.plan(MemoryGateway.set(), MemoryGateway.set(held));
    gateway.apply(plan.changeSets());
    // When
    var undo = Undo.plan(DIALECT, gateway.profile(), plan.changeSets(), gateway.snapshot());
    gateway.apply(undo.draft().changeSets());
    // Then
    assertThat(gateway.content(CLUSTER)).contains(held.content());
    assertThat(undo.cannotReturn()).hasSize(2);
    assertThat(undo.cannotReturn().get(0)).contains("cluster/api.orders", "created anew");
    assertThat(undo.cannotReturn().get(1)).contains("token", "vault:kv/a#b");
  }

  @Test
  void undoRefusesWhenSomebodyChangedOurPartSince() {
    // Given
    var gateway = new MemoryGateway(DIALECT);
    var plan = gateway.plan(MemoryGateway.set(cluster("1s")), MemoryGateway.set());
    gateway.apply(plan.changeSets());
    gateway.put(CLUSTER, cluster("9s").content());
    // When
    var undo = Undo.plan(DIALECT, gateway.profile(), plan.changeSets(), gateway.snapshot());
    // Then
    assertThat(codes(undo.draft())).containsExactly("UNDO_BASE_MOVED");
    assertThat(undo.draft().changeSets()).isEmpty();
  }

  @Test
  void newElementsOfAnOrderedListReturnToTheirPlaceBesideForeignOnes() {
    // Given
    var key = new ObjectKey("chain", "c");
    var list = NodePath.of("steps");
    var claim = new Claim.Element(list, "name", "ours", SOURCE);
    var before = new NativeObject(key, steps("ours", "theirs", "last"), Set.of(claim));
    var now = NativeObject.foreign(key, steps("theirs", "last"));
    // When
    var merged = ClaimMerge.merge(Optional.of(now), before, Set.of());
    // Then
    assertThat(merged).isEqualTo(before.content());
  }

  private static PlanDraft plan(NativeObject wanted, NativeObject ours, NativeObject now) {
    SortedMap<ObjectKey, NativeObject> objects = MemoryGateway.set(now);
    return Planner.plan(
        DIALECT,
        new MemoryGateway(DIALECT).profile(),
        new PlanInput(
            MemoryGateway.set(wanted),
            MemoryGateway.set(ours),
            new Snapshot(new GatewayId("g"), Instant.EPOCH, objects, new Completeness.Complete())));
  }

  private static Content steps(String... names) {
    return new Content.Tree(
        Node.obj(
            Map.of(
                "steps",
                Node.arr(
                    List.of(names).stream()
                        .map(name -> Node.obj(Map.of("name", Node.text(name))))
                        .toList()))));
  }

  private static Action action(PlanDraft plan) {
    return plan.changeSets().get(0).steps().get(0).change().action();
  }

  private static List<String> codes(PlanDraft plan) {
    return plan.refusals().stream().map(Problem::code).toList();
  }

  private static NativeObject cluster(String timeout) {
    return new NativeObject(
        CLUSTER,
        new Content.Tree(
            Node.obj(
                Map.of("name", Node.text("api.orders"), "connect_timeout", Node.text(timeout)))),
        Set.of(new Claim.Whole(SOURCE)));
  }

  private static NativeObject routes(Node... hosts) {
    return NativeObject.foreign(
        ROUTES,
        new Content.Tree(
            Node.obj(
                Map.of("name", Node.text("entente"), "virtual_hosts", Node.arr(List.of(hosts))))));
  }

  /** With the object's name claimed as well, as who may create it has to. */
  private static NativeObject claimed(String name, Node host) {
    return routes(host)
        .withClaims(
            Set.of(
                new Claim.Fields(Set.of(NodePath.of("name")), SOURCE),
                new Claim.Element(NodePath.of("virtual_hosts"), "name", name, SOURCE)));
  }

  private static Node host(String name, String domain) {
    return Node.obj(
        Map.of("name", Node.text(name), "domains", Node.arr(List.of(Node.text(domain)))));
  }
}
