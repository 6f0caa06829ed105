package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events come while units are counted: nothing waits for it, and no count is wrong for it. */
class CountingBesideWritingTest {

  private static final long SEED = 20261123;
  private static final Instant BEGIN = Instant.parse("2026-11-01T03:20:00Z");
  private static final Instant NOW = BEGIN.plus(Duration.ofHours(12));

  /** Up to the last whole hour. */
  private static final Duration WRITTEN = Duration.ofMinutes(11 * 60 + 40);

  @TempDir private Path directory;
  private DuckDbTrafficStore store;
  private int made;

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void writesWhileUnitsAreCounted() {
    // Given: somebody else who writes in the middle of counting, and is waited for
    store =
        new WritingMeanwhile(
            () ->
                CompletableFuture.runAsync(() -> write(BEGIN.plus(Duration.ofHours(11))))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join());
    write(BEGIN);

    // When
    rollUpAll();

    // Then
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void keepsNoCountOfAUnitThatAnEventWentIntoMeanwhile() {
    // Given: another of the same minute, while its first unit is counted
    store = new WritingMeanwhile(() -> write(BEGIN.plusSeconds(5)));
    write(BEGIN);

    // When, Then
    assertThat(store.rollUp(NOW)).isTrue();
    assertThat(requests()).isEqualTo(2);
    rollUpAll();
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void countsAUnitAgainThatAnEventWentIntoMeanwhile() {
    // Given: as above
    store = new WritingMeanwhile(() -> write(BEGIN.plusSeconds(5)));
    write(BEGIN, BEGIN.plus(Duration.ofHours(11)));

    // When: one round in which it is left, and the next
    rollUpAll();
    rollUpAll();

    // Then
    assertThat(readFromEvents()).isEmpty();
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void keepsNoCountOfEmptyTimeThatAnEventWentIntoMeanwhile() {
    // Given: hours without an event, until one comes that belongs there
    store = new WritingMeanwhile(() -> write(BEGIN.plus(Duration.ofHours(5))));
    write(BEGIN);
    write(BEGIN.plus(Duration.ofHours(11)));

    // When
    rollUpAll();

    // Then
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void keepsNoCountOfAUnitWhoseEventsWereForgottenMeanwhile() {
    // Given
    store = new WritingMeanwhile(() -> store.expire(BEGIN.plus(Duration.ofHours(1))));
    write(BEGIN);
    write(BEGIN.plus(Duration.ofHours(11)));

    // When
    rollUpAll();

    // Then
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void countsAlikeWhoeverWritesMeanwhile() {
    // Given: one thread that writes events of any time without pause
    store = new DuckDbTrafficStore(settings());
    var random = new Random(SEED);
    var writing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 150; i++) {
                var times = new ArrayList<Instant>();
                for (int n = 0; n < 40; n++) {
                  times.add(BEGIN.plusMillis(random.nextLong(WRITTEN.toMillis())));
                }
                write(times.toArray(Instant[]::new));
              }
            });

    // When
    while (!writing.isDone()) {
      store.rollUp(NOW);
    }
    writing.join();

    // Then: as many as were written, with whatever is counted then and when all is
    assertThat(requests()).isEqualTo(150 * 40);
    rollUpAll();
    rollUpAll();
    assertThat(requests()).isEqualTo(150 * 40);
    assertThat(readFromEvents()).isEmpty();
  }

  private void rollUpAll() {
    boolean more = true;
    while (more) {
      more = store.rollUp(NOW);
    }
  }

  private synchronized void write(Instant... times) {
    List<TrafficEvent> events = new ArrayList<>();
    for (Instant time : times) {
      events.add(Events.event("a", "m" + made++, time, 200, Duration.ofMillis(5)));
    }
    store.write(new TrafficBatch("c", "t", events, Map.of(0, (long) made)));
  }

  /** What the counts say, where there are any. */
  private long requests() {
    return store.series(query()).stream().mapToLong(p -> p.counts().requests()).sum();
  }

  private List<TimeParts.Part> readFromEvents() {
    return store.questions().answer(answers -> answers.source(query(), true, true)).events();
  }

  /** Of whole hours that are over: all that is written here. */
  private static TrafficQuery query() {
    return new TrafficQuery(
        Events.TENANT,
        BEGIN.minus(Duration.ofMinutes(20)),
        BEGIN.plus(WRITTEN),
        TrafficFilter.ALL,
        GroupBy.GATEWAY,
        Duration.ofHours(1));
  }

  private DuckDbSettings settings() {
    return new DuckDbSettings(directory.resolve("traffic.duckdb"), "128MB", Duration.ofMinutes(10));
  }

  /** Does something once, when units that are asked for were counted and are not kept. */
  private final class WritingMeanwhile extends DuckDbTrafficStore {

    private final Runnable meanwhile;
    private boolean done;

    WritingMeanwhile(Runnable meanwhile) {
      super(settings());
      this.meanwhile = meanwhile;
    }

    @Override
    List<CountedUnit> read(MissingUnits missing, Connection reading, long until)
        throws SQLException {
      var counted = super.read(missing, reading, until);
      if (!done && missing.rollUp() == RollUp.GATEWAY_HOUR) {
        done = true;
        meanwhile.run();
      }
      return counted;
    }
  }
}
