package io.entente.hub.estate;

import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.entente.hub.access.HubSecrets;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.identity.GatewayId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class VendorCredentialTest {
  private static final String CANARY = "canary-of-a-service-account";

  @Inject HubSecrets secrets;
  @Inject AgroalDataSource database;

  @Test
  void isStoredSealedDescribedOpenedForTheConnectorAndForgotten() throws SQLException {
    // Given
    documents(apigee("cred-road"));
    get("cred-road").body("present", is(false));
    // When
    put("cred-road", account("http://127.0.0.1:9/token")).statusCode(200);
    // Then
    get("cred-road").body("present", is(true)).body("type", is("service_account"));
    assertThat(HubClient.admin().get(path("cred-road")).asString()).doesNotContain(CANARY);
    var reference = HubSecrets.vendorCredential(new GatewayId("cred-road"));
    assertThat(secrets.resolve(reference)).contains(account("http://127.0.0.1:9/token"));
    assertThat(stored("cred-road")).isEqualTo(1);
    assertThat(stored(CANARY)).isZero();
    HubClient.admin()
        .get("/api/audit")
        .then()
        .body("action", hasItem("vendorCredential.set"))
        .body(not(containsString(CANARY)));
    // When
    HubClient.admin().delete(path("cred-road")).then().statusCode(204);
    // Then
    get("cred-road").body("present", is(false));
    assertThat(secrets.resolve(reference)).isEmpty();
    HubClient.admin().delete(path("cred-road")).then().statusCode(404);
  }

  @Test
  void goesWithItsGateway() throws SQLException {
    documents(apigee("cred-gone"));
    put("cred-gone", account("https://oauth2.googleapis.com/token")).statusCode(200);
    HubClient.admin().delete("/api/gateways/cred-gone").then().statusCode(204);
    assertThat(stored("cred-gone")).isZero();
  }

  @Test
  void refusesWhatLeadsWhereTheHubDoesNotCallAndKeepsWhatWasThere() {
    // Given
    documents(apigee("cred-bad"));
    put("cred-bad", account("https://oauth2.googleapis.com/token")).statusCode(200);
    String before = HubClient.admin().get(path("cred-bad")).path("fingerprint");
    // When, Then
    put("cred-bad", account("http://169.254.169.254/token"))
        .statusCode(400)
        .body("code", is("OUTBOUND_REFUSED"))
        .body("path", is("token_uri"));
    put("cred-bad", account("https://10.0.0.8/token")).statusCode(400);
    put("cred-bad", account("http://oauth2.googleapis.com/token")).statusCode(400);
    put("cred-bad", "{\"type\":\"service_account\",\"private_key\":\"" + CANARY + "\"}")
        .statusCode(400)
        .body("code", is("CREDENTIAL_INVALID"))
        .body(not(containsString(CANARY)));
    get("cred-bad").body("fingerprint", is(before));
  }

  @Test
  void isRefusedForAVendorThatIsNotCalledWithOne() {
    documents(gateway("cred-envoy", "observeOnly"));
    put("cred-envoy", account("https://oauth2.googleapis.com/token"))
        .statusCode(400)
        .body("code", is("CREDENTIAL_UNSUPPORTED"));
  }

  @Test
  void theTokenOfAKongIsStoredForItsOwnAddressAndNotOverClearText() throws SQLException {
    // Given
    String token = "{\"type\":\"kong_admin_token\",\"token\":\"" + CANARY + "-kong\"}";
    documents(
        kong("cred-kong", "http://127.0.0.1:9"), kong("cred-clear", "http://kong.example:8001"));
    // When, Then
    put("cred-kong", token)
        .statusCode(200)
        .body("type", is("kong_admin_token"))
        .body("calledAt", is("http://127.0.0.1:9"));
    assertThat(stored(CANARY + "-kong")).isZero();
    put("cred-clear", token).statusCode(400).body("code", is("OUTBOUND_REFUSED"));
    put("cred-kong", account("https://oauth2.googleapis.com/token"))
        .statusCode(400)
        .body("code", is("CREDENTIAL_INVALID"))
        .body(not(containsString(CANARY)));
    HubClient.admin().delete("/api/gateways/cred-kong").then().statusCode(204);
    HubClient.admin().delete("/api/gateways/cred-clear").then().statusCode(204);
  }

  private static String kong(String name, String admin) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %s}
        spec: {vendor: kong, connection: {admin: "%s"}}
        """
        .formatted(name, admin);
  }

  private static String apigee(String name) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %s}
        spec: {vendor: apigee, connection: {organization: acme, environment: prod, endpoint: "http://127.0.0.1:9"}}
        """
        .formatted(name);
  }

  private static String account(String tokenUri) {
    return "{\"type\":\"service_account\",\"client_email\":\"a@acme.example\",\"private_key\":"
        + "\"-----BEGIN PRIVATE KEY-----\\n"
        + CANARY
        + "\\n-----END PRIVATE KEY-----\",\"token_uri\":\""
        + tokenUri
        + "\"}";
  }

  private static String path(String gateway) {
    return "/api/gateways/" + gateway + "/vendor-credential";
  }

  private static ValidatableResponse get(String gateway) {
    return HubClient.admin().get(path(gateway)).then().statusCode(200);
  }

  private static ValidatableResponse put(String gateway, String json) {
    return HubClient.admin().contentType("application/json").body(json).put(path(gateway)).then();
  }

  private int stored(String text) throws SQLException {
    try (var connection = database.getConnection();
        var holds =
            connection.prepareStatement(
                "select count(*) from vendor_credential t where strpos(t::text, ?) > 0")) {
      holds.setString(1, text);
      try (var row = holds.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
