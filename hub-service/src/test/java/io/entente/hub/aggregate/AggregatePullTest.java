package io.entente.hub.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.connector.spi.AggregateRead;
import io.entente.hub.aggregate.PullState.Stage;
import io.entente.hub.estate.Estate;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.outbox.OutboxEvent;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.Transactions;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.PlanRoad;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AggregatePullTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Tenant TENANT = new Tenant("main");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Problem BROKEN =
      Problem.vendor("STATS_BROKEN", "It broke.", "stats", "Wait.");

  @Inject AggregateStore store;
  @Inject Transactions transactions;
  @Inject DataSource database;
  @Inject Estate estate;

  private final GatewayId gateway = new GatewayId("counts-" + NUMBERS.incrementAndGet());
  private final CountingVendor vendor = new CountingVendor();
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(7200);
  private Instant now = begin.plusSeconds(30);

  @Test
  void theFirstReadGoesAsFarBackAsIsSaidAndLaterOnesFromWhatIsSettled() {
    // When
    pull();
    now = now.plus(Duration.ofMinutes(10));
    pull();
    // Then
    assertThat(vendor.asked)
        .containsExactly(
            new CountingVendor.Asked(begin.minus(Duration.ofHours(1)), begin),
            new CountingVendor.Asked(
                begin.minus(Duration.ofMinutes(30)), begin.plus(Duration.ofMinutes(10))));
  }

  @Test
  void aReadThatFailedNeverMovesTheWatermarkAndNothingIsMissedAfterIt() {
    // Given
    pull();
    Optional<Instant> before = store.watermark(TENANT, gateway);
    // When
    vendor.instead = Optional.of(new AggregateRead.Failed(BROKEN));
    for (int hour = 0; hour < 3; hour++) {
      now = now.plus(Duration.ofHours(1));
      vendor.orders.put(begin.plus(Duration.ofHours(hour)), 10L);
      assertThat(pull().stage()).isEqualTo(Stage.FAILING);
    }
    // Then
    assertThat(before).isPresent();
    assertThat(store.watermark(TENANT, gateway)).isEqualTo(before);
    vendor.instead = Optional.empty();
    assertThat(pull().stage()).isEqualTo(Stage.CURRENT);
    assertThat(orders(60)).isEqualTo(30);
  }

  @Test
  void aFirstReadThatFailedLeavesNoWatermark() {
    vendor.instead = Optional.of(new AggregateRead.Failed(BROKEN));
    PullState state = pull();
    assertThat(state.why()).contains(BROKEN);
    assertThat(store.watermark(TENANT, gateway)).isEmpty();
  }

  @Test
  void aVendorWithoutCountsIsUnavailableNotFailing() {
    vendor.instead = Optional.of(new AggregateRead.Unavailable(BROKEN));
    assertThat(pull().stage()).isEqualTo(Stage.UNAVAILABLE);
    assertThat(store.watermark(TENANT, gateway)).isEmpty();
  }

  @Test
  void aHubThatDiesWhileItKeepsARereadsAndHasEverythingOnce() {
    // Given
    for (int minute = 1; minute <= 40; minute++) {
      vendor.orders.put(begin.minus(Duration.ofMinutes(minute)), 5L);
    }
    for (int events : new int[] {0, 1, 17, 79}) {
      var dying = new AggregateStore(transactions, new DyingOutbox(database, events));
      // When
      assertThatThrownBy(() -> pull(dying)).hasMessage("killed");
      // Then
      assertThat(store.watermark(TENANT, gateway)).isEmpty();
      assertThat(rows()).isZero();
    }
    pull();
    pull();
    assertThat(orders(60)).isEqualTo(200);
    await().atMost(SOON).until(() -> AggregateRecords.of(gateway.value()).size() >= 80);
    assertThat(AggregateRecords.of(gateway.value())).hasSize(80);
  }

  @Test
  void aReadThatChangesNothingTellsNothing() {
    // Given
    vendor.orders.put(begin.minus(Duration.ofMinutes(5)), 5L);
    pull();
    // When
    now = now.plus(Duration.ofMinutes(1));
    pull();
    now = now.plus(Duration.ofMinutes(1));
    pull();
    // Then
    await().atMost(SOON).until(() -> kept() == 0);
    assertThat(AggregateRecords.of(gateway.value())).hasSize(2);
  }

  @Test
  void whatIsCountedLateChangesTheBucketUntilItIsSettled() throws Exception {
    // Given
    Instant minute = begin.minus(Duration.ofMinutes(5));
    vendor.orders.put(minute, 5L);
    pull();
    assertThat(
            answer(60)
                .getBoolean(
                    "series.find{it.dimensions.apiproxy=='orders-v1'}.buckets[0].provisional"))
        .isTrue();
    // When
    vendor.orders.put(minute, 8L);
    now = now.plus(Duration.ofMinutes(10));
    pull();
    now = now.plus(Duration.ofMinutes(30));
    pull();
    vendor.orders.put(minute, 99L);
    now = now.plus(Duration.ofMinutes(30));
    pull();
    // Then
    assertThat(orders(60)).isEqualTo(8);
    assertThat(
            answer(60)
                .getBoolean(
                    "series.find{it.dimensions.apiproxy=='orders-v1'}.buckets[0].provisional"))
        .isFalse();
    await().atMost(SOON).until(() -> kept() == 0);
    List<String> told =
        AggregateRecords.of(gateway.value()).stream()
            .filter(event -> event.contains("orders-v1"))
            .toList();
    assertThat(told).hasSize(3);
    assertThat(told.get(0)).contains("\"provisional\"", "\"revision\":1", "\"requests\":5");
    assertThat(told.get(1)).contains("\"provisional\"", "\"revision\":2", "\"requests\":8");
    assertThat(told.get(2)).contains("\"final\"", "\"revision\":3", "\"requests\":8");
    withinTheSchema(told);
  }

  @Test
  void aBucketThatTheVendorGivesNoMoreStaysAndIsSettledInItsTime() {
    // Given
    vendor.orders.put(begin.minus(Duration.ofMinutes(5)), 5L);
    pull();
    // When
    vendor.orders.clear();
    now = now.plus(Duration.ofMinutes(40));
    pull();
    // Then
    assertThat(orders(60)).isEqualTo(5);
    assertThat(answer(60).getList("series.buckets.flatten().provisional", Boolean.class))
        .containsOnly(false);
  }

  @Test
  void ofTwoHubsThatReadTheSameOneIsSupersededAndNothingIsDouble() {
    // Given
    vendor.orders.put(begin.minus(Duration.ofMinutes(5)), 5L);
    pull();
    Optional<Instant> before = store.watermark(TENANT, gateway);
    now = now.plus(Duration.ofMinutes(10));
    pull();
    var window = ReadWindow.next(vendor.terms(), now, before, Duration.ofHours(1)).orElseThrow();
    // When
    var kept = store.keep(TENANT, gateway, before, window, List.of());
    // Then
    assertThat(kept).isEqualTo(new AggregateStore.Kept.Superseded());
    assertThat(orders(60)).isEqualTo(5);
  }

  @Test
  void aLongAbsenceIsCaughtUpInStretchesAndOnlyAsFarAsWasRead() {
    // Given
    pull();
    now = now.plus(Duration.ofHours(30));
    vendor.asked.clear();
    // When
    PullState first = pull();
    // Then
    assertThat(vendor.asked).hasSize(6);
    assertThat(first.stage()).isEqualTo(Stage.CATCHING_UP);
    assertThat(new HashSet<>(vendor.asked)).hasSize(6);
    assertThat(first.settledUntil())
        .contains(begin.minus(Duration.ofMinutes(30)).plus(Duration.ofHours(24)));
    assertThat(pull().stage()).isEqualTo(Stage.CURRENT);
  }

  @Test
  void showsWiderBucketsAsSumsAndNoSumOfWhatIsNotKnown() {
    // Given
    for (int minute = 1; minute <= 30; minute++) {
      vendor.orders.put(begin.minus(Duration.ofMinutes(minute)), 2L);
    }
    pull();
    // When
    JsonPath answer = answer(10);
    // Then
    String orders = "series.find{it.dimensions.apiproxy=='orders-v1'}.";
    assertThat(answer.getList(orders + "buckets.requests", Integer.class))
        .containsExactly(20, 20, 20);
    assertThat(answer.getDouble(orders + "buckets[0].latencyMillisSum")).isEqualTo(250);
    assertThat(answer.getMap(orders + "buckets[0]")).doesNotContainEntry("policyErrors", 0);
    assertThat(answer.getString(orders + "provenance")).isEqualTo("test/stats");
    assertThat(answer.getString("note")).contains("Counts by the vendor");
  }

  @Test
  void telemetryShowsWhatTheVendorCountedOfAnApiBesideWhatArrived() {
    // Given
    String api = "api-" + gateway;
    PlanRoad.documents(
        PlanRoad.gateway(gateway.value(), "observeOnly"),
        """
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: %s}
        spec:
          bindings: [{gateway: %s, routes: {all: orders-v1}}]
          hosts: ["*"]
          routes: [{name: all, path: {prefix: /orders}}]
        """
            .formatted(api, gateway));
    vendor.orders.put(begin.minus(Duration.ofMinutes(40)), 7L);
    vendor.orders.put(begin.minus(Duration.ofMinutes(1)), 100L);
    // When
    new AggregatePull(TENANT, Duration.ofHours(1), store, () -> now, new SimpleMeterRegistry())
        .pull(gateway, vendor, ProxyOwners.of(gateway, estate.apisOn(gateway)));
    // Then
    HubClient.admin()
        .get("/api/gateways/" + gateway + "/telemetry")
        .then()
        .statusCode(200)
        .body("vendor.apis[0].api", equalTo(api))
        .body("vendor.apis[0].counted", equalTo(7))
        .body("vendor.apis[0].arrived", equalTo(0))
        .body("vendor.asOf", equalTo(begin.minus(Duration.ofMinutes(30)).toString()));
    assertThat(answer(60).getList("series.api")).contains(api);
  }

  @Test
  void onlyWhoMayReadTrafficSeesCounts() {
    io.restassured.RestAssured.get("/api/traffic/aggregates").then().statusCode(401);
    HubClient.admin().get("/api/traffic/aggregates?width=90s").then().statusCode(400);
    HubClient.admin().get("/api/traffic/aggregates?from=-1h&to=-2h").then().statusCode(400);
    HubClient.admin().get("/api/traffic/aggregates").then().statusCode(200);
  }

  private PullState pull() {
    return pull(store);
  }

  private PullState pull(AggregateStore into) {
    return new AggregatePull(
            TENANT, Duration.ofHours(1), into, () -> now, new SimpleMeterRegistry())
        .pull(gateway, vendor, ProxyOwners.of(gateway, List.of()));
  }

  private JsonPath answer(int minutes) {
    return HubClient.admin()
        .get(
            "/api/traffic/aggregates?gateway=%s&from=%s&to=%s&width=%dm"
                .formatted(gateway, begin.minus(Duration.ofDays(1)), now, minutes))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private int orders(int minutes) {
    return answer(minutes)
        .getInt("series.find{it.dimensions.apiproxy=='orders-v1'}.buckets.requests.sum()");
  }

  private long rows() {
    return count("select count(*) from traffic_aggregate where gateway = ?", gateway.value());
  }

  private long kept() {
    return count("select count(*) from outbox where subject = ?", "gateway/" + gateway);
  }

  private long count(String sql, String value) {
    return transactions.call(c -> Sql.query(c, sql, row -> row.getLong(1), value)).get(0);
  }

  private static void withinTheSchema(List<String> events) throws Exception {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src/main/resources/schemas/traffic-aggregate-v1.schema.json")));
    for (String event : events) {
      assertThat(schema.validate(event, InputFormat.JSON)).as(event).isEmpty();
    }
  }

  /** Fails once it was told of so many events: the hub is killed within the transaction. */
  private static final class DyingOutbox extends Outbox {

    private int left;

    DyingOutbox(DataSource database, int events) {
      super(database, new Tenant("main"));
      this.left = events;
    }

    @Override
    public void record(Connection connection, OutboxEvent event) throws SQLException {
      if (left-- == 0) {
        throw new IllegalStateException("killed");
      }
      super.record(connection, event);
    }
  }
}
