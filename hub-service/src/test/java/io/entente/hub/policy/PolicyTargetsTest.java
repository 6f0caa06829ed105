package io.entente.hub.policy;

import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.gateway;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PolicyTargetsTest {

  @Test
  void aTargetThatReachesNothingIsNamedUntilItReachesSomething() {
    // Given
    documents(
        gateway("reach", "managed"),
        api("reach-a", "reach", 9001),
        """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: reach-limit}
        spec:
          targetRefs: [{kind: Api, name: reach-a}, {kind: Api, name: reach-b}]
          rateLimit: {requests: 10, window: 1m, key: route}
        """);
    // Then
    HubClient.admin()
        .get("/api/policies/reach-limit")
        .then()
        .body("unmatchedTargets", contains("spec.targetRefs[1]"));
    // When
    documents(api("reach-b", "reach", 9002));
    // Then
    HubClient.admin().get("/api/policies/reach-limit").then().body("unmatchedTargets", nullValue());
  }
}
