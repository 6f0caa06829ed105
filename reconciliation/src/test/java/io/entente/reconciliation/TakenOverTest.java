package io.entente.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.dialect.Dialect;
import io.entente.model.dialect.Naming;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Action;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.reconciliation.fixture.MemoryGateway;
import io.entente.reconciliation.fixture.SimpleDialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class TakenOverTest {

  private static final Set<ClaimSource> SOURCE =
      Set.of(new ClaimSource.OfPolicy(new PolicyVersion(new PolicyName("limit"), 1)));
  private static final ObjectKey OURS = new ObjectKey("plugins", "ours");
  private static final ObjectKey THEIRS = new ObjectKey("plugins", "theirs");
  private static final ObjectKey CONFIG = new ObjectKey("declarative_config", "config");
  private static final NodePath PLUGINS = NodePath.of("plugins");
  private static final Node.Obj FOUND = entity("theirs", 10, "team");
  private static final Takeover WHOLE =
      new Takeover(1, NativePlace.of(OURS), NativePlace.of(THEIRS), FOUND);
  private static final Takeover ELEMENT =
      new Takeover(2, element("ours"), element("theirs"), FOUND);
  private static final Dialect DIALECT = new Marked();

  @Test
  void whatSaysTheSameIsLeftAsItIsUnderItsOwnIdentity() {
    for (Takeover one : List.of(WHOLE, ELEMENT)) {
      // Given
      var gateway = gateway(one, FOUND);
      // When
      var desired = TakenOver.lay(DIALECT, wanted(one, 10), List.of(one));
      // Then
      assertThat(gateway.plan(desired, MemoryGateway.set()).isEmpty()).as("%s", one).isTrue();
      assertThat(DriftDetector.detect(DIALECT, desired, gateway.snapshot())).isEmpty();
    }
  }

  @Test
  void anEditIsMadeInPlaceWithOurMarksBesideTheirsAndUndoneToWhatWas() {
    for (Takeover one : List.of(WHOLE, ELEMENT)) {
      // Given
      var gateway = gateway(one, FOUND);
      var before = gateway.snapshot().objects();
      var last = TakenOver.lay(DIALECT, wanted(one, 10), List.of(one));
      var desired = TakenOver.lay(DIALECT, wanted(one, 20), List.of(one));
      // When
      var plan = gateway.plan(desired, last);
      // Then
      assertThat(plan.refusals()).isEmpty();
      assertThat(plan.changeSets())
          .singleElement()
          .satisfies(
              set ->
                  assertThat(set.steps())
                      .singleElement()
                      .satisfies(
                          step -> assertThat(step.change().action()).isEqualTo(Action.UPDATE)));
      // When
      gateway.apply(plan.changeSets());
      // Then
      assertThat(there(gateway, one)).isEqualTo(entity("theirs", 20, "team", "entente"));
      assertThat(others(gateway, one)).isEqualTo(entity("other", 1));
      // When
      var back =
          Undo.plan(DIALECT, gateway.profile(), plan.changeSets(), gateway.snapshot()).draft();
      gateway.apply(back.changeSets());
      // Then
      assertThat(gateway.snapshot().objects()).isEqualTo(before);
    }
  }

  @Test
  void whatNoDocumentWantsAnyMoreGoesAndNothingElse() {
    for (Takeover one : List.of(WHOLE, ELEMENT)) {
      // Given
      var gateway = gateway(one, FOUND);
      var last = TakenOver.lay(DIALECT, wanted(one, 10), List.of(one));
      // When
      gateway.apply(gateway.plan(MemoryGateway.set(), last).changeSets());
      // Then
      assertThat(there(gateway, one)).isEqualTo(Node.nothing());
      assertThat(others(gateway, one)).isEqualTo(entity("other", 1));
    }
  }

  @Test
  void whatMovedBeforeItCountedAsOursIsRefused() {
    for (Takeover one : List.of(WHOLE, ELEMENT)) {
      // Given
      var gateway = gateway(one, entity("theirs", 11, "team"));
      // When
      var plan =
          gateway.plan(TakenOver.lay(DIALECT, wanted(one, 10), List.of(one)), MemoryGateway.set());
      // Then
      assertThat(plan.changeSets()).isEmpty();
      assertThat(plan.refusals())
          .singleElement()
          .satisfies(problem -> assertThat(problem.code()).isEqualTo("FOREIGN_OBJECT"));
    }
  }

  @Test
  void translationSeesItWhereOursWouldBe() {
    for (Takeover one : List.of(WHOLE, ELEMENT)) {
      // When
      var seen = TakenOver.asOurs(DIALECT, gateway(one, FOUND).snapshot().objects(), List.of(one));
      // Then
      var object = seen.get(one.ours().key());
      assertThat(TakenOver.at(DIALECT, object, one.ours())).contains(entity("ours", 10, "team"));
      assertThat(seen.get(one.theirs().key()) != null && one.theirs().whole()).isFalse();
    }
  }

  @Test
  void whatIsGoneOrBesideOursAlreadyIsSeenAsItIs() {
    // Given
    var gone = MemoryGateway.set(object(OURS, entity("ours", 10)));
    var both = MemoryGateway.set(object(OURS, entity("ours", 10)), object(THEIRS, FOUND));
    // Then
    assertThat(TakenOver.asOurs(DIALECT, gone, List.of(WHOLE))).isEqualTo(gone);
    assertThat(TakenOver.asOurs(DIALECT, both, List.of(WHOLE))).isEqualTo(both);
  }

  @Test
  void countsAsAppliedBesideWhatIsOursAlready() {
    // Given
    var last = wanted(new Takeover(3, element("x"), element("x"), FOUND), 5).get(CONFIG);
    var claim = new Claim.Element(PLUGINS, "id", "theirs", SOURCE);
    // When
    var recorded = TakenOver.recorded(Optional.of(last), ELEMENT, claim);
    // Then
    assertThat(recorded.claims()).hasSize(2).contains(claim);
    assertThat(TakenOver.at(DIALECT, recorded, ELEMENT.theirs())).contains(FOUND);
    assertThat(TakenOver.at(DIALECT, recorded, element("x"))).isPresent();
  }

  @Test
  void thingsOfTwoCollectionsDoNotStandForEachOther() {
    assertThatThrownBy(() -> new Takeover(4, NativePlace.of(OURS), element("theirs"), FOUND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one collection");
  }

  private static MemoryGateway gateway(Takeover one, Node.Obj theirs) {
    Node.Obj other = entity("other", 1);
    if (one.theirs().whole()) {
      return new MemoryGateway(
          DIALECT, object(THEIRS, theirs), object(new ObjectKey("plugins", "other"), other));
    }
    return new MemoryGateway(
        DIALECT, object(CONFIG, Node.obj().with("plugins", Node.arr(List.of(other, theirs)))));
  }

  private static Node there(MemoryGateway gateway, Takeover one) {
    return node(gateway, one.theirs());
  }

  private static Node others(MemoryGateway gateway, Takeover one) {
    return node(
        gateway,
        one.theirs().whole()
            ? NativePlace.of(new ObjectKey("plugins", "other"))
            : element("other"));
  }

  private static Node node(MemoryGateway gateway, NativePlace place) {
    return Optional.ofNullable(gateway.snapshot().objects().get(place.key()))
        .flatMap(object -> TakenOver.at(DIALECT, object, place))
        .map(Node.class::cast)
        .orElse(Node.nothing());
  }

  /** What documents want in the place of ours. */
  private static SortedMap<ObjectKey, NativeObject> wanted(Takeover one, int minute) {
    Node.Obj entity = entity(one.ours().id(), minute, "entente");
    return one.ours().whole()
        ? MemoryGateway.set(object(OURS, entity).withClaims(Set.of(new Claim.Whole(SOURCE))))
        : MemoryGateway.set(
            object(CONFIG, Node.obj().with("plugins", Node.arr(List.of(entity))))
                .withClaims(Set.of(new Claim.Element(PLUGINS, "id", one.ours().id(), SOURCE))));
  }

  private static NativePlace element(String id) {
    return new NativePlace(CONFIG, PLUGINS.element("id", id));
  }

  private static NativeObject object(ObjectKey key, Node root) {
    return NativeObject.foreign(key, new Content.Tree(root));
  }

  private static Node.Obj entity(String id, int minute, String... tags) {
    Node.Obj body =
        (Node.Obj)
            JsonTree.read(
                "{\"id\": \"%s\", \"config\": {\"minute\": %d}}".formatted(id, minute),
                TreeLimits.VENDOR);
    return tags.length == 0
        ? body
        : body.with("tags", Node.arr(List.of(tags).stream().map(Node::text).toList()));
  }

  /** Entities with an id and tags, alone or in a document. */
  private static final class Marked extends SimpleDialect {

    @Override
    public Vendor vendor() {
      return Vendor.KONG;
    }

    @Override
    protected Set<String> volatileFields() {
      return Set.of();
    }

    @Override
    protected Set<String> unorderedLists() {
      return Set.of("plugins");
    }

    @Override
    public Optional<String> mergeField(String kind, NodePath list) {
      return list.equals(PLUGINS) ? Optional.of("id") : Optional.empty();
    }

    @Override
    public Optional<Naming> naming(NativePlace place) {
      return Optional.of(new Naming("id", Set.of("tags")));
    }
  }
}
