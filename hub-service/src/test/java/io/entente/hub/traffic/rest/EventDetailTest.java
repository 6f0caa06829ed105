package io.entente.hub.traffic.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventDetailTest {

  @Test
  void whatWasNotObservedIsNotShownAsTheValueThatStandsInForIt() {
    // Given
    var e = Events.event("a", Events.START, 0, Duration.ZERO);
    var event =
        new TrafficEvent(
            e.id(),
            e.tenant(),
            e.gateway(),
            e.node(),
            e.time(),
            e.observedTime(),
            e.method(),
            e.path(),
            e.host(),
            e.status(),
            e.duration(),
            e.upstreamDuration(),
            e.requestBytes(),
            e.responseBytes(),
            e.api(),
            e.route(),
            e.consumer(),
            e.clientAddress(),
            e.decision(),
            e.trace(),
            Optional.of("kong/http-log"),
            new TreeSet<>(Set.of("status", "duration", "requestBytes")));

    // When
    var detail = EventDetail.of(event, 0);

    // Then
    assertThat(detail.status()).isEmpty();
    assertThat(detail.durationMillis()).isEmpty();
    assertThat(detail.method()).contains("GET");
    assertThat(detail.notObservable())
        .filteredOn(unseen -> unseen.attribute().equals("requestBytes"))
        .singleElement()
        .satisfies(unseen -> assertThat(unseen.why()).contains("header lines"));
  }
}
