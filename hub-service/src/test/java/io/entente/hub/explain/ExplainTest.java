package io.entente.hub.explain;

import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.gateway;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.putNative;
import static io.entente.hub.test.PlanRoad.resource;
import static io.entente.hub.test.PlanRoad.settle;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.tree.Node;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ExplainTest {

  @Test
  void tellsWhatHoldsWhatLostToWhomAndWhatItCameTo() {
    // Given
    documents(
        gateway("why", "managed"),
        api("why-a", "why", 9001),
        api("why-b", "why", 9002),
        limit("why-limit", "why", 10),
        header("why-header", "why", "entente"),
        header("why-header-other", "why", "somebody"));
    explain("why", "why-a", "all").body("objects.applied", hasItem(false));
    settle("why");
    // When
    var explained = explain("why", "why-a", "all");
    // Then
    explained
        .statusCode(200)
        .body("effective.policy", contains("why-header", "why-limit"))
        .body("effective.find { it.policy == 'why-limit' }.version", is(1))
        .body("effective.find { it.policy == 'why-limit' }.from", is("API"))
        .body("losers", hasSize(1))
        .body("losers[0].policy", is("why-header-other"))
        .body("losers[0].why", is("CONFLICTED"))
        .body("losers[0].winner", is("why-header@1"))
        .body("objects.object", hasItems("cluster/api.why-a", "route_configuration/entente"))
        .body("objects.object", not(hasItem("cluster/api.why-b")))
        .body("objects.from.flatten()", hasItem("policy why-limit@1"))
        .body("objects.applied", not(hasItem(false)))
        .body("fidelity.policy", hasItems("why-limit", "why-header"))
        .body("fidelity.target.unique()", contains("why-a/all"))
        .body("conditions.condition", hasItems("Applied", "Conflicted"))
        .body("conditions.target.unique()", contains("why-a/all"))
        .body("drift", empty());
  }

  @Test
  void showsDriftOfWhatTheRouteStandsOnAndOfNothingElse() {
    // Given
    documents(
        gateway("why-drift", "managed"),
        api("why-drift-a", "why-drift", 9001),
        api("why-drift-b", "why-drift", 9002));
    settle("why-drift");
    var cluster = resource("why-drift", "cluster", "api.why-drift-a");
    // When
    putNative(
        "why-drift",
        "cluster",
        "api.why-drift-a",
        cluster.with("connect_timeout", Node.text("1s")));
    HubClient.admin().get("/api/drift?gateway=why-drift&refresh=true").then().statusCode(200);
    // Then
    explain("why-drift", "why-drift-a", "all")
        .body("drift.object", contains("cluster/api.why-drift-a"));
    explain("why-drift", "why-drift-b", "all").body("drift", empty());
  }

  @Test
  void tellsForWhomElseAnotherThingIsMeantAndThatAnEnvoyRefusesIt() {
    // Given
    documents(
        gateway("why-some", "managed"),
        api("why-some-a", "why-some", 9001),
        limit("why-some-limit", "why-some", 10),
        """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: why-some-acme}
        spec:
          targetRefs: [{kind: Gateway, name: why-some, consumers: [zoe, acme]}]
          retry: {attempts: 2}
        """,
        """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: why-some-retry}
        spec:
          targetRefs: [{kind: Api, selector: {road: why-some}}]
          retry: {attempts: 1}
        """);
    // When
    var explained = explain("why-some", "why-some-a", "all");
    // Then
    explained
        .statusCode(200)
        .body("effective.policy", contains("why-some-limit", "why-some-retry"))
        .body("losers", empty())
        .body("callers", hasSize(1))
        .body("callers[0].consumers", contains("acme", "zoe"))
        .body("callers[0].effective.policy", contains("why-some-limit", "why-some-acme"))
        .body("callers[0].effective[1].from", is("CONSUMER of GATEWAY"))
        .body("callers[0].losers.policy", contains("why-some-retry"))
        .body(
            "callers[0].losers[0].reason",
            is("why-some-acme@1 is nearer: CONSUMER of GATEWAY before API"))
        .body("refusals.code", contains("FIDELITY_BELOW_REQUIRED"))
        .body(
            "fidelity.find { it.policy == 'why-some-acme' }.fields.field",
            hasItem("targetRefs[0].consumers"));
    HubClient.admin()
        .get("/api/explain/apis/why-some-a")
        .then()
        .statusCode(200)
        .body("gateways[0].routes[0].kinds.kind", contains("rateLimit", "retry"))
        .body("gateways[0].routes[0].callers[0].consumers", contains("acme", "zoe"))
        .body("gateways[0].routes[0].callers[0].kinds.kind", contains("retry"))
        .body(
            "gateways[0].routes[0].callers[0].kinds[0].holding.policy", contains("why-some-acme"));
  }

  @Test
  void answersNotFoundByNameOfWhatIsMissing() {
    documents(gateway("why-not", "managed"), api("why-not-a", "why-not", 9001));

    explain("nowhere", "why-not-a", "all").statusCode(404).body("code", is("GATEWAY_NOT_FOUND"));
    explain("why-not", "nothing", "all").statusCode(404).body("code", is("API_NOT_FOUND"));
    explain("why-not", "why-not-a", "none").statusCode(404).body("code", is("ROUTE_NOT_FOUND"));
    explain("why-not", "", "").statusCode(400).body("code", is("NAME_INVALID"));
  }

  private static ValidatableResponse explain(String gateway, String api, String route) {
    return HubClient.admin()
        .queryParam("gateway", gateway)
        .queryParam("api", api)
        .queryParam("route", route)
        .get("/api/explain")
        .then();
  }
}
