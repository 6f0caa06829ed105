package io.entente.connector.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeLedgerTest {

  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  /** The Envoy's clock is an hour late: it must not matter. */
  private static final Duration SKEW = Duration.ofHours(-1);

  private final NodeLedger ledger = new NodeLedger(Duration.ofHours(1), START);
  private Instant now = START;
  private long made;

  @Test
  void oneEntryInAHundredIsMissingAtTheNextCount() {
    // Given
    count();
    var random = new Random(8);
    int lost = 0;

    // When
    for (int i = 0; i < 10_000; i++) {
      boolean gone = random.nextInt(100) == 0;
      lost += gone ? 1 : 0;
      entry(!gone);
    }
    pass(Duration.ofSeconds(5));
    count();

    // Then
    assertThat(delivery().counted()).isEqualTo(10_000);
    assertThat(delivery().missing()).isEqualTo(lost).isBetween(50L, 150L);
  }

  @Test
  void nothingIsMissingUnderSteadyLoadWhateverTheMomentOfACount() {
    // Given
    count();

    // When
    for (int i = 1; i <= 20_000; i++) {
      entry(true);
      pass(Duration.ofMillis(3));
      if (i % 997 == 0) {
        count();
        // Then
        assertThat(delivery().missing()).isZero();
      }
    }
    assertThat(delivery().counted()).isGreaterThan(19_000);
  }

  @Test
  void whatIsOnItsWayIsNotMissing() {
    // Given
    count();
    pass(Duration.ofSeconds(5));
    made++;
    count();

    // When
    ledger.kept(now, List.of(event(nodeTime().minusSeconds(1))));

    // Then
    assertThat(delivery().missing()).isZero();
    assertThat(delivery().counted()).isEqualTo(1);
  }

  @Test
  void anEnvoyThatStartedAgainIsCountedFromZero() {
    // Given
    made = 500;
    count();
    pass(Duration.ofSeconds(5));

    // When
    made = 0;
    entry(true);
    entry(false);
    pass(Duration.ofSeconds(5));
    count();

    // Then
    assertThat(delivery().counted()).isEqualTo(2);
    assertThat(delivery().missing()).isEqualTo(1);
    assertThat(delivery().restarts()).isEqualTo(1);
  }

  @Test
  void aClockSetBackBeginsTheComparisonAnew() {
    // Given
    count();
    entry(false);
    pass(Duration.ofSeconds(5));
    count();
    assertThat(delivery().missing()).isEqualTo(1);

    // When
    ledger.counted(now, nodeTime().minusSeconds(60), made);

    // Then
    assertThat(delivery().stretch()).isEmpty();
  }

  @Test
  void losesSightOfWhatIsOlderThanTheWindow() {
    // Given
    count();
    entry(false);
    pass(Duration.ofSeconds(5));
    count();
    delivery();

    // When
    for (int i = 0; i < 70; i++) {
      pass(Duration.ofMinutes(1));
      count();
    }

    // Then
    assertThat(delivery().missing()).isZero();
  }

  private void entry(boolean arrives) {
    made++;
    if (arrives) {
      ledger.kept(now, List.of(event(nodeTime())));
    }
  }

  private void count() {
    ledger.counted(now, nodeTime(), made);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Instant nodeTime() {
    return now.plus(SKEW);
  }

  private NodeDelivery delivery() {
    return ledger.delivery("n1", now);
  }

  /** An entry that ended at this time of the node. */
  private static TrafficEvent event(Instant end) {
    return new TrafficEvent(
        "e",
        new Tenant("main"),
        new GatewayId("edge"),
        "n1",
        end.minusMillis(5),
        end,
        "GET",
        "/",
        Optional.empty(),
        200,
        Duration.ofMillis(5),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>());
  }
}
