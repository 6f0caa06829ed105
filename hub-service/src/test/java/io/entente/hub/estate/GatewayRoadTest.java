package io.entente.hub.estate;

import static io.entente.hub.estate.EstateDocuments.apply;
import static io.entente.hub.estate.EstateDocuments.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.identity.GatewayId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class GatewayRoadTest {
  private static final String CLUSTER =
      "{\"name\": \"c1\", \"type\": \"STATIC\", \"connect_timeout\": \"5s\"}";

  @Inject CredentialStore credentials;

  @Test
  void aTokenIsShownOnceAndWorksUntilRevoked() {
    // Given
    apply(gateway("cred")).statusCode(200);
    String path = "/api/gateways/cred/credentials";
    // When
    var issued = HubClient.admin().post(path).then().statusCode(200).extract().jsonPath();
    String token = issued.getString("token");
    // Then
    assertThat(credentials.authenticate(token).orElseThrow().gateway())
        .isEqualTo(new GatewayId("cred"));
    assertThat(credentials.authenticate(token + "x")).isEmpty();
    assertThat(HubClient.admin().get(path).asString())
        .contains(issued.getString("id"))
        .doesNotContain(token);
    HubClient.admin().delete(path + "/" + issued.getString("id")).then().statusCode(204);
    assertThat(credentials.authenticate(token)).isEmpty();
  }

  @Test
  void refusesAThirdValidCredential() {
    apply(gateway("cred-limit")).statusCode(200);
    String path = "/api/gateways/cred-limit/credentials";
    HubClient.admin().post(path).then().statusCode(200);
    String second = HubClient.admin().post(path).then().extract().path("id");

    HubClient.admin().post(path).then().statusCode(409).body("code", is("CREDENTIAL_LIMIT"));
    HubClient.admin().delete(path + "/" + second).then().statusCode(204);
    HubClient.admin().post(path).then().statusCode(200);
  }

  @Test
  void aBootstrapCarriesAPlaceholderAndNoToken() {
    apply(gateway("boot")).statusCode(200);
    String token = HubClient.admin().post("/api/gateways/boot/credentials").path("token");

    HubClient.admin()
        .get("/api/gateways/boot/bootstrap")
        .then()
        .statusCode(200)
        .body("node.cluster", is("boot"))
        .body(containsString(CredentialResource.PLACEHOLDER))
        .body(not(containsString(token)));
  }

  @Test
  void aHandEditIsServedReadBackAndAudited() {
    // Given
    apply(gateway("edit")).statusCode(200);
    // When
    put("edit", "cluster", "c1", CLUSTER, "").statusCode(200).body("version", is(1));
    HubClient.admin().post("/api/gateways/edit/refresh").then().statusCode(200);
    // Then
    HubClient.admin()
        .get("/api/gateways/edit/objects")
        .then()
        .body("objects", hasSize(1))
        .body("objects[0].kind", is("cluster"))
        .body("objects[0].claimedBy", hasSize(0))
        .body("lastRead.outcome", is("COMPLETE"));
    HubClient.admin().get("/api/audit").then().body("action", hasItem("native.put"));
    HubClient.admin().get("/api/gateways/edit/nodes").then().statusCode(200);
    HubClient.admin().delete("/api/gateways/edit/native/cluster/c1").then().statusCode(200);
    HubClient.admin().get("/api/gateways/edit/native/cluster/c1").then().statusCode(404);
  }

  @Test
  void refusesAnEditMadeOnAVersionThatMoved() {
    apply(gateway("cas")).statusCode(200);
    put("cas", "cluster", "c1", CLUSTER, "?version=0").statusCode(200);

    put("cas", "cluster", "c1", CLUSTER.replace("5s", "6s"), "?version=0")
        .statusCode(409)
        .body("code", is("RESOURCE_CONFLICT"))
        .body("value", is("0"));
    HubClient.admin()
        .get("/api/gateways/cas/native/cluster/c1")
        .then()
        .body("connect_timeout", is("5s"));
  }

  @Test
  void refusesUnknownKindsAndDocumentsEnvoyWouldRefuse() {
    apply(gateway("odd")).statusCode(200);

    put("odd", "clustre", "c1", CLUSTER, "").statusCode(400).body("code", is("ENVOY_KIND_UNKNOWN"));
    put("odd", "cluster", "c1", CLUSTER.replace("type", "tipe"), "")
        .statusCode(400)
        .body("code", is("ENVOY_DOCUMENT_INVALID"));
    put("odd", "cluster", "c2", CLUSTER, "")
        .statusCode(400)
        .body("code", is("ENVOY_NAME_MISMATCH"));
    put("nowhere", "cluster", "c1", CLUSTER, "").statusCode(404);
    HubClient.admin().get("/api/gateways/odd/native/cluster/c1").then().statusCode(404);
  }

  private static ValidatableResponse put(
      String gateway, String kind, String id, String document, String query) {
    return HubClient.admin()
        .contentType("application/json")
        .body(document)
        .put("/api/gateways/" + gateway + "/native/" + kind + "/" + id + query)
        .then();
  }
}
