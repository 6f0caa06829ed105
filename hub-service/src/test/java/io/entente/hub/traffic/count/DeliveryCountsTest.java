package io.entente.hub.traffic.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.entente.hub.docs.EventSchemas;
import io.entente.hub.traffic.EventDraft;
import io.entente.hub.traffic.Events;
import io.entente.hub.traffic.event.PoisonRecordException;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryCountsTest {

  private static final String TOPIC = "entente.aggregate.v1";

  @Test
  void countsByApiRouteStatusAndMinute() {
    // Given
    var delivered =
        List.of(
            event("a", 0, 200, 10),
            event("b", 59, 200, 20),
            event("c", 59, 503, 30),
            event("d", 60, 200, 40),
            EventDraft.like(event("e", 0, 200, 50)).on("carts", "list").event());

    // When
    var counts = DeliveryCounts.of(delivered);

    // Then
    assertThat(counts)
        .extracting(
            c ->
                String.join(
                    " ",
                    c.api().orElseThrow().value(),
                    c.dimensions().get(TrafficAggregate.ROUTE),
                    c.dimensions().get(TrafficAggregate.STATUS),
                    c.start().toString(),
                    c.counts().requests().orElseThrow().toString(),
                    c.counts().errors().orElseThrow().toString()))
        .containsExactlyInAnyOrder(
            "orders list 200 2026-11-21T10:00:00Z 2 0",
            "orders list 503 2026-11-21T10:00:00Z 1 1",
            "orders list 200 2026-11-21T10:01:00Z 1 0",
            "carts list 200 2026-11-21T10:00:00Z 1 0");
    assertThat(counts).allMatch(c -> c.width().equals(Duration.ofMinutes(1)) && c.ofDelivery());
    assertThat(counts.stream().mapToDouble(c -> c.counts().latencyMillis().orElseThrow()).sum())
        .isCloseTo(150, within(1e-9));
  }

  @Test
  void theSameDeliveryGivesTheSameCountsInWhateverOrderAndOfWhicheverApi() {
    // Given
    var delivered = new ArrayList<>(new Events(new Random(5)).list(200));
    var again = new ArrayList<TrafficEvent>();
    delivered.forEach(e -> again.add(EventDraft.like(e).on("found", "later").event()));
    Collections.shuffle(delivered, new Random(6));

    // When, Then
    assertThat(ids(delivered)).isEqualTo(ids(new ArrayList<>(delivered)));
    var one = List.of(event("a", 0, 200, 1), event("b", 1, 200, 2));
    var moved = one.stream().map(e -> EventDraft.like(e).on("found", "later").event()).toList();
    assertThat(ids(moved)).isEqualTo(ids(one)).hasSize(1);
    assertThat(ids(List.of(one.get(1), one.get(0)))).isEqualTo(ids(one));
    assertThat(ids(List.of(one.get(0)))).isNotEqualTo(ids(one));
    assertThat(ids(again)).isNotEmpty();
  }

  @Test
  void aRequestThatIsThereTwiceCountsOnce() {
    var event = event("a", 0, 200, 1);

    assertThat(DeliveryCounts.of(List.of(event, event)).get(0).counts().requests()).contains(1L);
  }

  @Test
  void sizesThatAreNotKnownOfAllOrCannotBeAreAbsent() {
    var none = event("a", 0, 200, 1);
    var five = EventDraft.like(event("b", 0, 200, 1)).bytes(5).event();
    var most = EventDraft.like(event("c", 0, 200, 1)).bytes(Long.MAX_VALUE).event();

    assertThat(bytes(List.of(five))).contains(5L);
    assertThat(bytes(List.of(none, five))).isEmpty();
    assertThat(bytes(List.of(most, five))).isEmpty();
  }

  @Test
  void aTimeThatNoNumberHoldsDoesNotHoldUpADelivery() {
    var event = Events.event("a", Events.START, 200, Duration.ofDays(200_000));

    assertThat(DeliveryCounts.of(List.of(event)).get(0).counts().requests()).contains(1L);
  }

  private static Optional<Long> bytes(List<TrafficEvent> delivered) {
    return DeliveryCounts.of(delivered).get(0).counts().requestBytes();
  }

  @Test
  void anEventHoldsItAllWithinThePublishedSchemaAndNoRequest() {
    for (TrafficAggregate counted : DeliveryCounts.of(new Events(new Random(9)).list(500))) {
      // When
      var record = CountCodec.encode(TOPIC, counted);
      var text = new String(record.value(), StandardCharsets.UTF_8);

      // Then
      assertThat(EventSchemas.complaints(TOPIC, record.headers(), record.value())).isEmpty();
      assertThat(text).doesNotContain("url.path", "client.address", "consumer");
      assertThat(CountCodec.decode(record.headers(), record.value())).contains(counted);
    }
  }

  @Test
  void whatAVendorCountedIsNoneOfADelivery() {
    var record = CountCodec.encode(TOPIC, DeliveryCounts.of(List.of(event("a", 0, 200, 1))).get(0));
    var vendors =
        new String(record.value(), StandardCharsets.UTF_8)
            .replace("\"delivery\"", "\"apiproxy\"")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(CountCodec.decode(record.headers(), vendors)).isEqualTo(Optional.empty());
  }

  @Test
  void whatCanNeverBeARowIsPoison() {
    var record = CountCodec.encode(TOPIC, DeliveryCounts.of(List.of(event("a", 0, 200, 1))).get(0));
    var text = new String(record.value(), StandardCharsets.UTF_8);

    for (String wrong :
        List.of(
            "",
            "{",
            text.replace("\"status\":\"200\"", "\"status\":\"ok\""),
            text.replace("\"status\":\"200\"", "\"status\":\"1000\""),
            text.replace("\"requests\":1", "\"requests\":2"),
            text.replaceFirst("\"latencyBuckets\":\\{\"[0-9]+\"", "\"latencyBuckets\":{\"9999\""),
            text.replaceFirst("\"latencyBuckets\":\\{[^}]*}", "\"latencyBuckets\":{}"))) {
      assertThat(wrong).isNotEqualTo(text);
      assertThatThrownBy(
              () -> CountCodec.decode(record.headers(), wrong.getBytes(StandardCharsets.UTF_8)))
          .as(wrong)
          .isInstanceOf(PoisonRecordException.class);
    }
  }

  private static List<String> ids(List<TrafficEvent> delivered) {
    return DeliveryCounts.of(delivered).stream().map(CountCodec::id).sorted().toList();
  }

  private static TrafficEvent event(String id, int second, int status, int millis) {
    return Events.event(id, Events.START.plusSeconds(second), status, Duration.ofMillis(millis));
  }
}
