package io.entente.hub.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.Operations;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AccessTest {

  @Test
  void everyOperationRefusesACallerWithoutAToken() {
    Operations.all()
        .forEach(
            operation ->
                assertThat(
                        given()
                            .contentType("application/json")
                            .body("{}")
                            .request(operation.method(), operation.at("x"))
                            .statusCode())
                    .as(operation.toString())
                    .isEqualTo(401));
  }

  @Test
  void everyOperationRefusesATokenWithoutItsPermission() {
    // Given
    String token = makeToken("nothing", List.of());
    // When, Then
    Operations.all()
        .forEach(
            operation ->
                assertThat(
                        HubClient.with(token)
                            .contentType("application/json")
                            .body("{}")
                            .request(operation.method(), operation.at("x"))
                            .statusCode())
                    .as(operation.toString())
                    .isEqualTo(operation.forGateways() ? 401 : 403));
  }

  @Test
  void refusalsAreProblemDocuments() {
    given()
        .get("/api/tokens")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .body("code", is("UNAUTHORIZED"))
        .body("nextStep", containsString("Bearer"));
  }

  @Test
  void refusesAnUnknownTokenAndGarbageInItsPlace() {
    for (String header : List.of("Bearer nonsense", "Basic YTpi", "Bearer " + "x".repeat(600))) {
      given().header("Authorization", header).get("/api/tokens").then().statusCode(401);
    }
  }

  @Test
  void aTokenWorksUntilItIsRemoved() {
    // Given
    String token = makeToken("shortlived", List.of("tokens:admin"));
    HubClient.with(token).get("/api/tokens").then().statusCode(200);
    // When
    HubClient.admin().delete("/api/tokens/shortlived").then().statusCode(204);
    // Then
    HubClient.with(token).get("/api/tokens").then().statusCode(401);
  }

  @Test
  void refusesAPermissionThatDoesNotExist() {
    HubClient.admin()
        .contentType("application/json")
        .body(Map.of("name", "odd", "permissions", List.of("everything")))
        .post("/api/tokens")
        .then()
        .statusCode(400)
        .body("detail", containsString("everything"));
  }

  @Test
  void tokensTellWhenTheyWereLastUsed() {
    // Given
    String token = makeToken("used", List.of("tokens:admin"));
    HubClient.admin()
        .get("/api/tokens")
        .then()
        .body("find { it.name == 'used' }.usedAt", nullValue());
    // When
    HubClient.with(token).get("/api/tokens").then().statusCode(200);
    // Then
    HubClient.admin()
        .get("/api/tokens")
        .then()
        .body("find { it.name == 'used' }.usedAt", notNullValue());
  }

  @Test
  void tokensAreMadeAndDeletedOnRecord() {
    // When
    String token = makeToken("recorded", List.of("gateways:read"));
    HubClient.admin().delete("/api/tokens/recorded").then().statusCode(204);
    // Then
    HubClient.admin()
        .get("/api/audit?limit=500")
        .then()
        .body(
            "findAll { it.subject == 'token/recorded' }.action",
            hasItems("token.make", "token.delete"))
        .body(not(containsString(token)));
  }

  @Test
  void tokensAreListedWithoutTheirText() {
    // Given
    String token = makeToken("listed", List.of());
    // When
    String list = HubClient.admin().get("/api/tokens").asString();
    // Then
    assertThat(list).contains("listed").doesNotContain(token).doesNotContain("hash");
  }

  @Test
  void garbageInABodyIsAClearProblem() {
    HubClient.admin()
        .contentType("application/json")
        .body("{not json")
        .post("/api/tokens")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("nextStep", notNullValue());
  }

  private static String makeToken(String name, List<String> permissions) {
    return HubClient.admin()
        .contentType("application/json")
        .body(Map.of("name", name, "permissions", permissions))
        .post("/api/tokens")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }
}
