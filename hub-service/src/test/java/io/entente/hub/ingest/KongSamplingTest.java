package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.entente.hub.access.IngestTokens;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.PlanRoad;
import io.entente.hub.traffic.IngestState;
import io.entente.model.identity.GatewayId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a delivery that says that only a part is to be. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class KongSamplingTest {

  private static final int DELIVERIES = 10;
  private static final int ENTRIES = 200;
  private static final int ONE_IN = 4;
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject IngestTokens tokens;
  @Inject IngestState state;

  @Test
  void keepsAllErrorsAndASampleThatCountsForAllHoweverOftenItComes() {
    // Given
    String gateway = "sampled-kong";
    PlanRoad.documents(PlanRoad.gateway(gateway, "observeOnly"));
    long duplicates = state.duplicates();

    // When: everything twice
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < DELIVERIES; i++) {
        deliver(gateway, "/errors-and-1-in-" + ONE_IN, LogPayloads.batch("s" + i + "-", ENTRIES))
            .statusCode(200)
            .body("accepted", equalTo(ENTRIES));
      }
      deliver(gateway, "/errors-and-1-in-" + ONE_IN, LogPayloads.failed("e-", ENTRIES))
          .statusCode(200);
    }

    // Then
    var records = KafkaRecords.of(gateway);
    var ids = records.stream().map(KafkaRecords.Seen::id).distinct().toList();
    long errors = ids.stream().filter(id -> id.startsWith("e-")).count();
    long sampled = ids.size() - errors;
    assertThat(errors).isEqualTo(ENTRIES);
    assertThat(records).hasSize(2 * ids.size());
    double all = DELIVERIES * ENTRIES;
    double p = 1.0 / ONE_IN;
    assertThat((double) sampled).isCloseTo(all * p, within(5 * Math.sqrt(all * p * (1 - p))));
    await().atMost(SOON).until(() -> state.duplicates() >= duplicates + ids.size());
    var total = HubClient.admin().get("/api/traffic/summary?gateway=" + gateway + "&from=-1h");
    total.then().statusCode(200);
    assertThat(total.<Integer>path("total.requests")).isEqualTo((int) (sampled * ONE_IN + errors));
    assertThat(total.<Integer>path("total.estimated")).isEqualTo((int) sampled * ONE_IN);
    assertThat(total.<Integer>path("total.errors")).isEqualTo(ENTRIES);
    assertThat(total.<Float>path("total.standardError").doubleValue())
        .isCloseTo(Math.sqrt(sampled * ONE_IN * (ONE_IN - 1.0)), within(0.01));
  }

  @Test
  void keepsAllWhereItDoesNotUnderstandWhatToKeep() {
    // Given
    String gateway = "unsure-kong";
    PlanRoad.documents(PlanRoad.gateway(gateway, "observeOnly"));

    // When
    for (String word : List.of("/all", "/errors-and-1-in-3", "/nonsense")) {
      deliver(gateway, word, LogPayloads.batch("u" + word.length() + "-", 50)).statusCode(200);
    }

    // Then
    assertThat(KafkaRecords.of(gateway)).hasSize(150);
  }

  private ValidatableResponse deliver(String gateway, String path, String body) {
    return LogPayloads.deliver(tokens.token(new GatewayId(gateway)), path, body);
  }
}
