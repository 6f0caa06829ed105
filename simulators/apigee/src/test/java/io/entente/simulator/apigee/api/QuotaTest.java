package io.entente.simulator.apigee.api;

import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotaTest {

  @Test
  void refusesWhatExceedsTheCallsOfAMinute() {
    // Given
    SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    try (Client client = Client.start(Options.defaults().withClock(clock).withCallsPerMinute(2))) {
      client.get(ORG);
      client.get(ORG);

      // When
      Reply third = client.get(ORG);
      clock.forward(Duration.ofMinutes(1));

      // Then
      assertThat(third.status()).isEqualTo(429);
      assertThat(third.text("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
      assertThat(client.get(ORG).status()).isEqualTo(200);
    }
  }
}
