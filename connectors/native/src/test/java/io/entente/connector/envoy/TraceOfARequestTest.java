package io.entente.connector.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A real Envoy with the log that we give it tells the trace that a caller is part of. */
class TraceOfARequestTest {

  @AutoClose private final EnvoyFixture fixture = new EnvoyFixture();

  @Test
  void theEventSaysTheTraceOrThatItCouldNotBeSeen() {
    // Given
    fixture.put(Translated.documents(Translated.of(fixture, List.of())));
    fixture.envoy("n1");
    await().atMost(Duration.ofSeconds(30)).until(() -> fixture.get("/orders/ready") == 200);

    // When
    fixture.get(
        "/orders/traced", "traceparent", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01");
    fixture.get("/orders/untraced");
    fixture.get("/orders/odd", "traceparent", "somewhere");

    // Then
    assertThat(event("/orders/traced").trace()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(event("/orders/traced").notObservable()).doesNotContain("trace");
    assertThat(event("/orders/untraced").notObservable()).contains("trace");
    assertThat(event("/orders/odd").trace()).isEmpty();
  }

  private TrafficEvent event(String path) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> fixture.events.stream().filter(e -> e.path().equals(path)).toList(),
            found -> !found.isEmpty())
        .get(0);
  }
}
