package io.entente.hub.estate;

import static io.entente.hub.test.PlanRoad.documents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class NativeFilesTest {
  private static final String POLICY = "apiproxy/policies/entente-log.xml";
  private static final String STEP =
      "apiproxy/proxies/default.xml!/PostClientFlow/Response/001-entente-log";
  private static final Blob TEXT = Blob.ofText("<Log token=\"@entente:secret:x@\"/>\n");
  private static final Blob BINARY = Blob.of(new byte[] {0, 1, 2, (byte) 0xff});

  @Inject SnapshotStore snapshots;
  @Inject BlobStore blobs;

  @BeforeEach
  void aGatewayThatKeepsFiles() {
    documents(
        """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: native-files}
        spec: {vendor: apigee, connection: {organization: acme, environment: prod, endpoint: "http://127.0.0.1:9"}}
        """);
    blobs.keep(List.of(TEXT, BINARY));
    var objects = new TreeMap<ObjectKey, NativeObject>();
    put(
        objects,
        "apis",
        "orders",
        new Content.Files(
            new TreeMap<>(
                Map.of(
                    POLICY,
                    TEXT.hash(),
                    STEP,
                    TEXT.hash(),
                    "apiproxy/resources/java/a.jar",
                    BINARY.hash()))));
    put(objects, "developers", "a+b@acme.example", tree("developer"));
    put(objects, "proxy_endpoints", "orders/default", tree("endpoint"));
    put(objects, "resourcefiles", "jsc/lib one.js", tree("resource"));
    snapshots.keep(
        new Tenant("main"),
        new Snapshot(
            new GatewayId("native-files"), Instant.now(), objects, new Completeness.Complete()));
  }

  @Test
  void listsTheFilesOfAnObjectWithTheirSizes() {
    get("apis", "orders")
        .then()
        .statusCode(200)
        .body("files.find { it.name == '" + POLICY + "' }.size", is(TEXT.size()))
        .body("files.find { it.name == '" + STEP + "' }.hash", is(TEXT.hash().hex()))
        .body("files.size()", is(3));
  }

  @Test
  void showsTheTextOfOneFileAsTextAndNothingElse() {
    for (String name : List.of(POLICY, STEP)) {
      var answer = file("orders", name);
      answer.then().statusCode(200).header("X-Content-Type-Options", "nosniff");
      assertThat(answer.contentType()).startsWith("text/plain");
      assertThat(answer.asString()).isEqualTo("<Log token=\"@entente:secret:x@\"/>\n");
    }
    file("orders", "apiproxy/resources/java/a.jar")
        .then()
        .statusCode(400)
        .body("code", is("FILE_NOT_TEXT"));
    for (String name : List.of("", "apiproxy/none.xml", "../../etc/passwd")) {
      file("orders", name).then().statusCode(404).body("code", is("FILE_NOT_FOUND"));
    }
  }

  @Test
  void findsObjectsWhoseIdsHoldSlashesAndOtherCharacters() {
    get("developers", "a+b@acme.example").then().statusCode(200).body("is", is("developer"));
    get("proxy_endpoints", "orders/default").then().statusCode(200).body("is", is("endpoint"));
    get("resourcefiles", "jsc/lib one.js").then().statusCode(200).body("is", is("resource"));
    get("proxy_endpoints", "orders").then().statusCode(404);
  }

  private static void put(
      Map<ObjectKey, NativeObject> objects, String kind, String id, Content content) {
    var key = new ObjectKey(kind, id);
    objects.put(key, NativeObject.foreign(key, content));
  }

  private static Content tree(String what) {
    return new Content.Tree(Node.obj(Map.of("is", Node.text(what))));
  }

  private static Response get(String kind, String id) {
    return raw().get(path(kind, id));
  }

  private static Response file(String id, String name) {
    return raw().get(path("apis", id) + "/file?name=" + encoded(name));
  }

  private static RequestSpecification raw() {
    return HubClient.admin().urlEncodingEnabled(false);
  }

  private static String path(String kind, String id) {
    return "/api/gateways/native-files/native/" + kind + "/" + encoded(id);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
