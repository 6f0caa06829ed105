package io.entente.hub.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTrafficTest {

  private final LiveTraffic live = new LiveTraffic();

  @Test
  void marksWhereASlowWatcherLostEventsAndHowMany() {
    // Given
    var slow = subscribe(Events.TENANT, TrafficFilter.ALL, 0);
    var fast = subscribe(Events.TENANT, TrafficFilter.ALL, Long.MAX_VALUE);

    // When
    live.publish(events("a", LiveTraffic.BUFFER + 7));
    slow.request(LiveTraffic.BUFFER);
    live.publish(events("b", 1));
    slow.request(10);

    // Then
    assertThat(slow.getItems()).hasSize(LiveTraffic.BUFFER + 2);
    assertThat(slow.getItems().get(LiveTraffic.BUFFER)).isEqualTo(new LiveItem.Dropped(7));
    assertThat(fast.getItems()).hasSize(LiveTraffic.BUFFER + 8);
  }

  @Test
  void showsOnlyWhatWasAskedForAndOnlyTheOwnTenant() {
    // Given
    var edge =
        new TrafficFilter(
            Optional.of("edge"), Optional.of("orders"), Optional.empty(), Optional.empty());
    var other =
        new TrafficFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("nobody"));

    // When
    var matching = subscribe(Events.TENANT, edge, 10);
    var filtered = subscribe(Events.TENANT, other, 10);
    var foreign = subscribe(new Tenant("other"), TrafficFilter.ALL, 10);
    live.publish(events("a", 2));

    // Then
    assertThat(matching.getItems()).hasSize(2);
    assertThat(filtered.getItems()).isEmpty();
    assertThat(foreign.getItems()).isEmpty();
  }

  private AssertSubscriber<LiveItem> subscribe(Tenant tenant, TrafficFilter filter, long demand) {
    return live.watch(tenant, filter).subscribe().withSubscriber(AssertSubscriber.create(demand));
  }

  private static List<TrafficEvent> events(String prefix, int count) {
    List<TrafficEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Events.event(prefix + i, Events.START, 200, Duration.ofMillis(1)));
    }
    return events;
  }
}
