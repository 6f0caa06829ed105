package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.kong.ForeignController.Kind;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Others who write the same gateway are recognised by what they leave behind. */
class ForeignControllersTest {

  @Test
  void ingressControllerIsKnownByItsTags() {
    // When
    var found =
        detect(
            Map.of("database", "postgres"),
            entity("1", "'managed-by-ingress-controller','k8s-name:orders'"),
            entity("2", "'managed-by-ingress-controller'"));
    // Then
    assertThat(found).extracting(ForeignController::kind).containsExactly(Kind.INGRESS_CONTROLLER);
    assertThat(found.get(0).evidence()).contains("tag").doesNotContain("orders");
    assertThat(found.get(0).whatItWouldOverwrite()).contains("entities that carry its tags");
  }

  @Test
  void withoutDatabaseTheIngressControllerOverwritesEverything() {
    // Given
    var document =
        object(
            "declarative_config",
            "config",
            "{'routes':[{'id':'r','tags':['k8s-kind:Ingress']}],'_format_version':'3.0'}");
    // When
    var found = detect(Map.of("database", "off"), document);
    // Then
    assertThat(found).extracting(ForeignController::kind).containsExactly(Kind.INGRESS_CONTROLLER);
    assertThat(found.get(0).whatItWouldOverwrite()).contains("whole configuration");
  }

  @Test
  void nodeStartedForAnIngressControllerSaysSo() {
    assertThat(detect(Map.of("database", "off", NodeFacts.INGRESS, "true")))
        .extracting(ForeignController::kind)
        .containsExactly(Kind.INGRESS_CONTROLLER);
  }

  @Test
  void declarativeFileIsSaidWithWhatItUndoes() {
    // When
    var found = detect(Map.of("database", "off", NodeFacts.DECLARATIVE_FILE, "/etc/kong.yml"));
    // Then
    assertThat(found).extracting(ForeignController::kind).containsExactly(Kind.DECLARATIVE_FILE);
    assertThat(found.get(0).evidence()).contains("/etc/kong.yml");
  }

  @Test
  void otherToolsAreKnownWhereTheyTag() {
    assertThat(detect(Map.of("database", "postgres"), entity("1", "'managed-by:deck'")))
        .extracting(ForeignController::kind)
        .containsExactly(Kind.DECK);
    assertThat(detect(Map.of("database", "postgres"), entity("1", "'managed-by:terraform'")))
        .extracting(ForeignController::kind)
        .containsExactly(Kind.OTHER_TOOL);
  }

  @Test
  void ordinaryTagsAndOursAreNoController() {
    assertThat(
            detect(
                Map.of("database", "postgres"),
                entity("1", "'team-a','prod','entente','entente-policy:limits','decking'")))
        .isEmpty();
  }

  private static List<ForeignController> detect(
      Map<String, String> settings, NativeObject... objects) {
    var byKey = new TreeMap<ObjectKey, NativeObject>();
    for (NativeObject object : objects) {
      byKey.put(object.key(), object);
    }
    var snapshot = new Snapshot(Reads.GATEWAY, Instant.EPOCH, byKey, new Completeness.Complete());
    var profile =
        new GatewayProfile(
            Vendor.KONG, "oss", "3.9.1", 1, new TreeSet<>(), new TreeMap<>(settings));
    return ForeignControllers.detect(snapshot, profile);
  }

  private static NativeObject entity(String id, String tags) {
    return object("services", id, "{'id':'" + id + "','tags':[" + tags + "]}");
  }

  private static NativeObject object(String kind, String id, String json) {
    return NativeObject.foreign(
        new ObjectKey(kind, id),
        new Content.Tree(JsonTree.read(json.replace('\'', '"'), TreeLimits.VENDOR)));
  }
}
