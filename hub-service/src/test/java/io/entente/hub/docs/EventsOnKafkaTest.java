package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.embedded.Topics;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.PlanRoad;
import io.entente.model.tree.Node;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the hub really sends is as the description says. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EventsOnKafkaTest {

  private static final String GATEWAY = "told";

  @Test
  void everyEventOfARoadFromDocumentToDriftIsAsDescribed() {
    // Given
    var document = AsyncApiDocument.read();
    PlanRoad.documents(
        PlanRoad.gateway(GATEWAY, "managed"),
        PlanRoad.api("told-a", GATEWAY, 9001),
        PlanRoad.header("told-header", GATEWAY, "entente"));
    PlanRoad.settle(GATEWAY);

    // When
    var cluster = PlanRoad.resource(GATEWAY, "cluster", "api.told-a");
    PlanRoad.putNative(
        GATEWAY, "cluster", "api.told-a", cluster.with("connect_timeout", Node.text("1s")));
    drift();
    PlanRoad.settle(GATEWAY);
    drift();
    HubClient.admin().delete("/api/policies/told-header").then().statusCode(204);

    // Then
    var wanted =
        List.of(
            "entente.document.applied",
            "entente.document.deleted",
            "entente.plan.proposed",
            "entente.plan.approved",
            "entente.plan.applying",
            "entente.plan.applied",
            "entente.drift.found",
            "entente.drift.resolved",
            "entente.gateway.read");
    var seen = new TreeSet<String>();
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> {
              for (Topics topic : Topics.values()) {
                // Tests of the outbox itself send made-up types.
                ToldRecord.of(topic.topic()).stream()
                    .filter(record -> !record.type().equals("entente.test"))
                    .forEach(
                        record -> {
                          seen.add(record.type());
                          assertThat(
                                  document.complaints(
                                      record.topic(), record.headers(), record.value()))
                              .as(record.toString())
                              .isEmpty();
                        });
              }
              assertThat(seen).containsAll(wanted);
            });
  }

  private static void drift() {
    HubClient.admin().post("/api/gateways/" + GATEWAY + "/refresh").then().statusCode(200);
    HubClient.admin().get("/api/drift?gateway=" + GATEWAY + "&refresh=true").then().statusCode(200);
  }
}
