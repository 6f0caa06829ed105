package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.identity.GatewayId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PollTimesTest {
  private static final GatewayId KONG = new GatewayId("kong");
  private static final GatewayId EDGE = new GatewayId("edge");

  private final SettableClock clock = new SettableClock();
  private final PollTimes times =
      new PollTimes(Duration.ofSeconds(60), Duration.ofMinutes(15), clock, () -> 0.5);

  @Test
  void theFirstPollIsDueAtOnceAndTheNextAnIntervalLater() {
    assertThat(times.due(KONG)).isTrue();
    assertThat(times.due(KONG)).isFalse();
    assertThat(times.due(EDGE)).isTrue();

    clock.forward(Duration.ofSeconds(59));
    assertThat(times.due(KONG)).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(times.due(KONG)).isTrue();
  }

  @Test
  void everythingIsDueUntilItWasRead() {
    // Given
    assertThat(times.everythingDue(KONG)).isTrue();
    assertThat(times.everythingDue(KONG)).as("a failed read does not count").isTrue();
    // When
    times.everythingRead(KONG);
    // Then
    assertThat(times.everythingDue(KONG)).isFalse();
    clock.forward(Duration.ofMinutes(15));
    assertThat(times.everythingDue(KONG)).isTrue();
  }

  @Test
  void pollsAreSpreadByATenth() {
    var early = new PollTimes(Duration.ofSeconds(60), Duration.ofMinutes(15), clock, () -> 0.0);
    var late = new PollTimes(Duration.ofSeconds(60), Duration.ofMinutes(15), clock, () -> 1.0);
    assertThat(early.due(KONG)).isTrue();
    assertThat(late.due(KONG)).isTrue();

    clock.forward(Duration.ofSeconds(54));
    assertThat(early.due(KONG)).isTrue();
    assertThat(late.due(KONG)).isFalse();
    clock.forward(Duration.ofSeconds(12));
    assertThat(late.due(KONG)).isTrue();
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
