package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.Convergence;
import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.NodeState.Sync;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is said of data planes is what was observed, no more. */
class SettlingTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @Test
  void withDatabaseNodesArePendingForTheirIntervalAndUnknownAfterIt() {
    // Given
    var settling = new Settling(() -> now.get(), 2);
    var facts = facts("postgres");
    assertThat(states(settling.database(facts))).containsExactly(Sync.UNKNOWN, Sync.UNKNOWN);
    // When
    settling.wrote(Optional.empty());
    // Then
    assertThat(states(settling.database(facts))).containsExactly(Sync.PENDING, Sync.PENDING);
    now.set(Instant.EPOCH.plusSeconds(6));
    assertThat(states(settling.database(facts))).containsExactly(Sync.UNKNOWN, Sync.PENDING);
    now.set(Instant.EPOCH.plusSeconds(11));
    assertThat(states(settling.database(facts))).containsExactly(Sync.UNKNOWN, Sync.UNKNOWN);
    assertThat(settling.database(facts).converged()).isFalse();
  }

  @Test
  void withoutDatabaseTheHashTellsWhetherTheNodeRunsOurs() {
    // Given
    var settling = new Settling(() -> now.get(), 1);
    var facts = facts("off");
    assertThat(settling.document(facts, Optional.of("a")).converged()).isFalse();
    // When
    settling.wrote(Optional.of("b"));
    // Then
    assertThat(settling.document(facts, Optional.of("b")).converged()).isTrue();
    assertThat(states(settling.document(facts, Optional.of("c")))).containsExactly(Sync.UNKNOWN);
    assertThat(states(settling.document(facts, Optional.empty()))).containsExactly(Sync.UNKNOWN);
  }

  @Test
  void otherNodesWithoutDatabaseAreNeverClaimed() {
    // Given
    var settling = new Settling(() -> now.get(), 3);
    settling.wrote(Optional.of("b"));
    // When
    var states = settling.document(facts("off"), Optional.of("b"));
    // Then
    assertThat(states(states)).containsExactly(Sync.SYNCED, Sync.UNKNOWN, Sync.UNKNOWN);
    assertThat(states.converged()).isFalse();
  }

  private static Iterable<Sync> states(Convergence convergence) {
    return convergence.nodes().stream().map(NodeState::sync).toList();
  }

  private static NodeFacts facts(String database) {
    return new NodeFacts(
        "3.9.1",
        "oss",
        database,
        "kong-1",
        new TreeSet<>(),
        new TreeMap<>(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }
}
