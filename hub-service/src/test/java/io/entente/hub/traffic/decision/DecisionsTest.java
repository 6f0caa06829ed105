package io.entente.hub.traffic.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.traffic.EventDraft;
import io.entente.hub.traffic.Events;
import io.entente.hub.traffic.event.TrafficEventCodec;
import io.entente.model.event.Recorded;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.PolicyName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final String SAID = "rbac_access_denied_matched_policy[office-only]";

  private final List<TrafficEvent> told = new ArrayList<>();
  private final List<TrafficEvent> kept = new ArrayList<>();
  private final TelemetrySink telling =
      new Decisions(into(told), () -> Set.of(new PolicyName("office-only"))).telling(into(kept));

  @Test
  void tellsOfARequestWhosePolicyTheGatewayNamed() throws Exception {
    // Given
    var refused = said("a", SAID, "envoy/access-log");

    // When
    telling.accept(List.of(refused, said("b", "via_upstream", "envoy/access-log")));
    var record = DecisionCodec.encode("entente.decision.v1", refused);

    // Then
    assertThat(kept).hasSize(2);
    assertThat(told).containsExactly(refused);
    var data = new String(record.value(), StandardCharsets.UTF_8);
    assertThat(new ObjectMapper().readTree(data).path("policy").asText()).isEqualTo("office-only");
    var schema = Files.readString(Path.of("src/main/resources/schemas/decision-v1.schema.json"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(data, InputFormat.JSON))
        .isEmpty();
    assertThat(record.key())
        .isEqualTo(TrafficEventCodec.encode("entente.traffic.v1", refused).key());
    assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
        .isEqualTo(DecisionCodec.TYPE);
  }

  @Test
  void handsOnWhatIsOnlyCountedAndTellsNothingOfIt() {
    // Given
    var recorded = new ArrayList<Recorded>();
    TelemetrySink counting =
        new TelemetrySink() {
          @Override
          public CompletionStage<Void> accept(List<TrafficEvent> events) {
            throw new AssertionError("counts are lost on this road");
          }

          @Override
          public CompletionStage<Void> accept(Recorded delivery) {
            recorded.add(delivery);
            return CompletableFuture.completedStage(null);
          }
        };
    var delivery = Recorded.of(List.of(said("a", SAID, "envoy/access-log")), Recording.AGGREGATE);

    // When
    new Decisions(into(told), () -> Set.of(new PolicyName("office-only")))
        .telling(counting)
        .accept(delivery);

    // Then
    assertThat(recorded).containsExactly(delivery);
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsOnlyToBeCountedIsNotTakenWhereNothingCounts() {
    // When
    var stage =
        telling.accept(
            Recorded.of(List.of(said("a", SAID, "envoy/access-log")), Recording.AGGREGATE));

    // Then
    assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    assertThat(kept).isEmpty();
  }

  @Test
  void claimsNothingThatIsNotKnown() {
    // When
    telling.accept(
        List.of(
            said("a", "rbac_access_denied_matched_policy[none]", "envoy/access-log"),
            said("b", "rbac_access_denied_matched_policy[theirs]", "envoy/access-log"),
            said("c", "local_rate_limited", "envoy/access-log"),
            said("d", SAID, "kong/http-log")));

    // Then
    assertThat(kept).hasSize(4);
    assertThat(told).isEmpty();
  }

  @Test
  void tellsNothingOfARequestThatIsNotDurable() {
    // Given
    TelemetrySink failing = events -> CompletableFuture.failedStage(new IllegalStateException());
    var decisions = new Decisions(into(told), () -> Set.of(new PolicyName("office-only")));

    // When
    var stage = decisions.telling(failing).accept(List.of(said("a", SAID, "envoy/access-log")));

    // Then
    assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    assertThat(told).isEmpty();
  }

  @Test
  void aDecisionThatCannotBeToldTakesNothingFromItsRequest() {
    // Given
    TelemetrySink failing = events -> CompletableFuture.failedStage(new IllegalStateException());
    var decisions = new Decisions(failing, () -> Set.of(new PolicyName("office-only")));

    // When
    var stage = decisions.telling(into(kept)).accept(List.of(said("a", SAID, "envoy/access-log")));

    // Then
    assertThat(stage.toCompletableFuture()).isCompleted();
  }

  private static TelemetrySink into(List<TrafficEvent> list) {
    return events -> {
      list.addAll(events);
      return CompletableFuture.completedStage(null);
    };
  }

  private static TrafficEvent said(String id, String decision, String provenance) {
    var event = Events.event(id, Events.START, 403, Duration.ofMillis(1));
    return EventDraft.like(event).decided(decision, provenance).unseen(Set.of()).event();
  }
}
