package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.entente.connector.apigee.ForeignController.Kind;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Others who make revisions are recognised by what they leave, or by what they took away. */
class ForeignControllersTest {

  @Test
  void aRevisionThatLacksWhatWePutThereComesFromAPipeline() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      apigee.deployProxy("others", TestBundles.proxy("others", "v1"));
      var hub = new MiniHub(apigee.connector());
      var profile = apigee.connector().describe();
      hub.reach(
          new Estate(apigee)
              .part("orders", TestBundles.header("entente-orders-mark", "x", "1"))
              .objects());
      assertThat(ForeignControllers.detect(hub.read(), hub.lastApplied(), profile)).isEmpty();
      // When
      apigee.deployProxy("orders", TestBundles.proxy("orders", "ci"));
      var found = ForeignControllers.detect(hub.read(), hub.lastApplied(), profile);
      // Then
      assertThat(found).hasSize(1);
      assertThat(found.get(0).kind()).isEqualTo(Kind.PIPELINE);
      assertThat(found.get(0).evidence()).contains("orders revision 3").doesNotContain("others");
      assertThat(ForeignControllers.detect(hub.read(), profile)).isEmpty();
    }
  }

  @Test
  void halfOfWhatWePutThereShowsByItself() {
    try (var apigee = new SimulatedApigee()) {
      // Given: somebody kept the policy of ours in a repository, and not the Step
      var files = new TreeMap<>(TestBundles.proxy("orders", "v1"));
      files.put(
          "apiproxy/policies/entente-orders-mark.xml",
          TestBundles.header("entente-orders-mark", "x", "1"));
      apigee.deployProxy("orders", files);
      // When
      var found =
          ForeignControllers.detect(
              Reads.snapshot(apigee.connector()), apigee.connector().describe());
      // Then
      assertThat(found).extracting(ForeignController::kind).containsExactly(Kind.PIPELINE);
    }
  }

  @Test
  void labelsNameTools() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      var objects = new TreeMap<ObjectKey, NativeObject>();
      objects.putAll(labelled("a", Map.of("goog-terraform-provisioned", "true")));
      objects.putAll(labelled("b", Map.of("managed-by", "flux", "team", "x")));
      objects.putAll(labelled("c", Map.of("team", "managed-by-nobody")));
      var snapshot =
          new Snapshot(Reads.GATEWAY, Instant.EPOCH, objects, new Completeness.Complete());
      // When
      var found = ForeignControllers.detect(snapshot, apigee.connector().describe());
      // Then
      assertThat(found)
          .extracting(ForeignController::kind, ForeignController::evidence)
          .containsExactly(
              tuple(Kind.TERRAFORM, "label goog-terraform-provisioned=true on a"),
              tuple(Kind.OTHER_TOOL, "label managed-by=flux on b"));
    }
  }

  private static Map<ObjectKey, NativeObject> labelled(String proxy, Map<String, String> labels) {
    var fields = new TreeMap<String, Node>();
    labels.forEach((name, value) -> fields.put(name, Node.text(value)));
    var key = new ObjectKey(ApigeeKinds.API_METADATA, proxy);
    return Map.of(
        key,
        NativeObject.foreign(
            key, new Content.Tree(Node.obj().with("labels", new Node.Obj(fields)))));
  }
}
