package io.entente.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.claim.ClaimScope;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.reconciliation.RandomEdits.How;
import io.entente.reconciliation.fixture.ApigeeBundle;
import io.entente.reconciliation.fixture.EnvoyRoutes;
import io.entente.reconciliation.fixture.KongDocument;
import io.entente.reconciliation.fixture.MemoryGateway;
import io.entente.reconciliation.fixture.SharedObject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand random edits by others, per vendor: what is inside claims is found, nothing else. */
class RandomEditsTest {

  private static final int EDITS = 1_000;
  private static final long SEED = 20_261_121L;

  static Stream<Arguments> vendors() {
    return Stream.of(
        Arguments.of(new KongDocument(), Set.of("created_at", "updated_at", "id", "name")),
        Arguments.of(new ApigeeBundle(), Set.of()),
        Arguments.of(new EnvoyRoutes(), Set.of("name")));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void findsAndClassifiesEveryEditInsideClaimsAndNoneOutside(
      SharedObject vendor, Set<String> untouchable) {
    // Given
    var random = new Random(SEED);
    var edits = new RandomEdits(random, untouchable);
    Content applied = applied(vendor);
    var key = vendor.ours().key();
    int inside = 0;
    for (int i = 0; i < EDITS; i++) {
      // When
      var edit = edits.of(applied);
      var gateway = new MemoryGateway(vendor.dialect());
      gateway.put(key, edit.result());
      var drift =
          DriftDetector.detect(
              vendor.dialect(), MemoryGateway.set(vendor.ours()), gateway.snapshot());
      // Then
      String what = "seed " + SEED + ", edit " + i + ": " + edit.how() + " at " + edit.place();
      if (!touchesOurs(applied, edit.place(), vendor)) {
        assertThat(drift).as(what).isEmpty();
        continue;
      }
      inside++;
      assertThat(drift).as(what).isNotEmpty();
      if (edit.how() == How.ADD || edit.how() == How.CHANGE) {
        assertThat(drift).as(what).hasSize(1);
        assertThat(drift.get(0).kind()).as(what).isEqualTo(DriftKind.FOREIGN_EDIT);
        assertThat(drift.get(0).was().isEmpty()).as(what).isEqualTo(edit.how() == How.ADD);
      } else if (edit.place().get(edit.place().size() - 1) instanceof String) {
        assertThat(drift)
            .as(what)
            .allSatisfy(d -> assertThat(d.kind()).isEqualTo(DriftKind.FOREIGN_DELETE));
      }
    }
    assertThat(inside).as("edits inside claims").isBetween(EDITS / 20, EDITS - EDITS / 20);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void planApplyPlanIsEmptyAndKeepsWhatOthersEdited(SharedObject vendor, Set<String> untouchable) {
    // Given
    var random = new Random(SEED + 1);
    var edits = new RandomEdits(random, untouchable);
    Content applied = applied(vendor);
    var key = vendor.ours().key();
    Set<Claim> claims = ClaimScope.union(vendor.ours().claims(), vendor.oursChanged().claims());
    int refused = 0;
    for (int i = 0; i < EDITS; i++) {
      var edit = edits.of(applied);
      var gateway = new MemoryGateway(vendor.dialect());
      gateway.put(key, edit.result());
      var wanted = MemoryGateway.set(random.nextBoolean() ? vendor.ours() : vendor.oursChanged());
      String what = "seed " + (SEED + 1) + ", edit " + i + ": " + edit.how() + " " + edit.place();
      // When
      var plan = gateway.plan(wanted, MemoryGateway.set(vendor.ours()));
      if (!plan.refusals().isEmpty()) {
        assertThat(plan.refusals()).as(what).allMatch(p -> p.code().equals("PATH_BLOCKED"));
        refused++;
        continue;
      }
      gateway.apply(plan.changeSets());
      // Then
      assertThat(gateway.plan(wanted, wanted).isEmpty()).as(what).isTrue();
      assertThat(outside(vendor, gateway.content(key).orElseThrow(), claims))
          .as(what)
          .isEqualTo(outside(vendor, edit.result(), claims));
      // And back again
      var undo =
          Undo.plan(vendor.dialect(), gateway.profile(), plan.changeSets(), gateway.snapshot());
      gateway.apply(undo.draft().changeSets());
      assertThat(vendor.dialect().canonicalise(key, gateway.content(key).orElseThrow()).hash())
          .as(what)
          .isEqualTo(vendor.dialect().canonicalise(key, edit.result()).hash());
    }
    assertThat(refused).as("refused plans").isLessThan(EDITS / 10);
  }

  private static Content applied(SharedObject vendor) {
    var gateway = new MemoryGateway(vendor.dialect(), vendor.theirs());
    gateway.apply(gateway.plan(MemoryGateway.set(vendor.ours()), MemoryGateway.set()).changeSets());
    return gateway.content(vendor.ours().key()).orElseThrow();
  }

  private static String outside(SharedObject vendor, Content content, Set<Claim> claims) {
    NativeObject object = NativeObject.foreign(vendor.ours().key(), content);
    return ClaimScope.project(object.key(), object.content(), claims)
        .outside()
        .map(c -> vendor.dialect().canonicalise(object.key(), c).hash().hex())
        .orElse("nothing");
  }

  /**
   * Told without the code under test: the place is ours when an element with one of our ids or
   * names lies on the way to it, or when it is a container above such an element.
   */
  private static boolean touchesOurs(Content content, List<Object> place, SharedObject vendor) {
    if (content instanceof Content.Files) {
      return ((Content.Files) vendor.ours().content()).entries().containsKey(place.get(0));
    }
    Node at = ((Content.Tree) content).root();
    for (int i = 0; i < place.size(); i++) {
      if (place.get(i) instanceof Integer position) {
        at = ((Node.Arr) at).items().get(position);
      } else {
        Node below = ((Node.Obj) at).fields().get(place.get(i));
        if (place.get(i).equals("read_timeout") || place.get(i).equals("validate_clusters")) {
          return true;
        }
        if (below == null) {
          return false;
        }
        at = below;
      }
      if (i <= 1 && isOurs(at)) {
        return true;
      }
    }
    return holdsOurs(at);
  }

  private static boolean isOurs(Node node) {
    if (!(node instanceof Node.Obj obj)) {
      return false;
    }
    String id = text(obj, "id");
    String name = text(obj, "name");
    return id.startsWith("11111111")
        || id.startsWith("22222222")
        || (obj.fields().containsKey("domains")
            && (name.equals("any") || name.equals("partner.example")));
  }

  private static boolean holdsOurs(Node node) {
    if (node instanceof Node.Arr list) {
      return list.items().stream().anyMatch(item -> isOurs(item) || holdsOurs(item));
    }
    return node instanceof Node.Obj obj
        && (obj.fields().containsKey("read_timeout") && text(obj, "name").equals("orders")
            || obj.fields().values().stream().anyMatch(RandomEditsTest::holdsOurs));
  }

  private static String text(Node.Obj obj, String field) {
    return obj.field(field).map(CanonicalText::of).orElse("").replace("\"", "");
  }
}
