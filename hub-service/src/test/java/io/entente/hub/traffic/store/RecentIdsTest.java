package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentIdsTest {

  private static final Instant START = Events.START;
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final EventForm FORM = EventForm.FORM;

  /** Times of rows, with the ids at each. */
  private final TreeMap<Long, List<String>> rows = new TreeMap<>();

  private int asked;
  private Duration window = WINDOW;
  private RecentIds ids = recent(1000);

  @Test
  void whatIsNewIsNotDoubtedAndWhatWasWrittenIs() throws SQLException {
    // Given
    write(event("a", START));
    // When // Then
    assertThat(ids.doubtful(List.of(event("b", START)), FORM)).isEmpty();
    assertThat(ids.doubtful(List.of(event("b", START), event("a", START)), FORM)).isPresent();
    assertThat(ids.doubtful(List.of(event("a", START.plus(WINDOW))), FORM)).isPresent();
    assertThat(ids.doubtful(List.of(event("a", START.plus(WINDOW.multipliedBy(2)))), FORM))
        .isEmpty();
  }

  @Test
  void minutesThatHadRowsBeforeAreLookedAtAndOnlyThose() throws SQLException {
    // Given
    rows.put(StoredEvent.micros(START), List.of("before"));
    // When
    var doubtful = ids.doubtful(List.of(event("x", START.plusSeconds(90))), FORM).orElseThrow();
    // Then
    assertThat(doubtful.from()).isEqualTo(StoredEvent.micros(START));
    assertThat(doubtful.to()).isEqualTo(StoredEvent.micros(START.plusSeconds(60)) - 1);
    assertThat(ids.doubtful(List.of(event("x", START.plusSeconds(1200))), FORM)).isEmpty();
  }

  @Test
  void looksNoFurtherThanTheWindow() throws SQLException {
    // Given: a window shorter than a minute, and rows from before
    window = Duration.ofSeconds(10);
    ids = recent(1000);
    rows.put(StoredEvent.micros(START.plusSeconds(5)), List.of("before"));
    // When
    var doubtful = ids.doubtful(List.of(event("x", START.plusSeconds(16))), FORM);
    var far = ids.doubtful(List.of(event("x", START.plusSeconds(31))), FORM);
    // Then
    assertThat(doubtful.orElseThrow().from()).isEqualTo(StoredEvent.micros(START.plusSeconds(6)));
    assertThat(doubtful.orElseThrow().to())
        .isEqualTo(StoredEvent.micros(START.plusMillis(7500)) - 1);
    assertThat(far).isEmpty();
  }

  @Test
  void theFileIsAskedOnceAMinuteOfTheEvents() throws SQLException {
    write(event("a", START));
    int first = asked;
    for (int i = 0; i < 50; i++) {
      write(event("b" + i, START.plusSeconds(i)));
    }
    assertThat(asked).isEqualTo(first).isLessThan(30);
  }

  @Test
  void whatWasGivenUpIsDoubtedAgain() throws SQLException {
    // Given
    ids = recent(10);
    for (int i = 0; i < 8; i++) {
      write(event("old" + i, START));
    }
    // When
    for (int i = 0; i < 8; i++) {
      write(event("new" + i, START.plusSeconds(120)));
    }
    // Then
    var doubtful = ids.doubtful(List.of(event("x", START.plusSeconds(120))), FORM).orElseThrow();
    assertThat(doubtful.to()).isEqualTo(StoredEvent.micros(START.plusSeconds(60)) - 1);
  }

  @Test
  void remembersNoLongerThanTheWindowAndAQuarterOfIt() throws SQLException {
    // Given: a hundred a second, and room for those of a window and a quarter
    window = Duration.ofSeconds(10);
    ids = recent(1250);
    int doubted = 0;
    // When
    for (int i = 0; i < 6000; i++) {
      var event = event("e" + i, START.plusMillis(10L * i));
      doubted += ids.doubtful(List.of(event), FORM).isPresent() ? 1 : 0;
      write(event);
    }
    // Then
    assertThat(doubted).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 90, 600})
  void neverCallsNewWhatIsThereWhateverTheTimes(int seconds) throws SQLException {
    var random = new Random(5);
    window = Duration.ofSeconds(seconds);
    ids = recent(200);
    var written = new ArrayList<TrafficEvent>();
    for (int round = 0; round < 400; round++) {
      // Given
      var batch = new ArrayList<TrafficEvent>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        boolean again = !written.isEmpty() && random.nextInt(4) == 0;
        batch.add(
            again ? like(random, written) : event("e" + random.nextInt(100_000), time(random)));
      }
      // When
      var doubtful = ids.doubtful(batch, FORM);
      // Then
      for (TrafficEvent event : batch) {
        for (long at : held(event)) {
          assertThat(doubtful).as("round %d", round).isPresent();
          assertThat(at).isBetween(doubtful.get().from(), doubtful.get().to());
        }
      }
      for (TrafficEvent event : batch) {
        write(event);
        written.add(event);
      }
    }
  }

  private TrafficEvent like(Random random, List<TrafficEvent> written) {
    TrafficEvent one = written.get(random.nextInt(written.size()));
    int apart = (int) window.toSeconds() + 1;
    return event(one.id(), one.time().plusSeconds(random.nextInt(2 * apart) - apart));
  }

  private static Instant time(Random random) {
    int spread = random.nextInt(10) == 0 ? 1_000_000 : 1200;
    return START.plusSeconds(random.nextInt(spread));
  }

  /** Times of rows that are the same event. */
  private List<Long> held(TrafficEvent event) {
    long most = window.toMillis() * 1000;
    long at = StoredEvent.micros(event.time());
    return rows.subMap(at - most, true, at + most, true).entrySet().stream()
        .filter(row -> row.getValue().contains(event.id()))
        .map(row -> row.getKey())
        .toList();
  }

  private void write(TrafficEvent event) throws SQLException {
    ids.add(List.of(event), FORM);
    rows.merge(
        StoredEvent.micros(event.time()),
        List.of(event.id()),
        (old, more) -> {
          var both = new ArrayList<>(old);
          both.addAll(more);
          return both;
        });
  }

  private RecentIds recent(int most) {
    return new RecentIds(
        (from, before) -> {
          asked++;
          return !rows.subMap(from, before).isEmpty();
        },
        window.toMillis() * 1000,
        most);
  }

  private static TrafficEvent event(String id, Instant time) {
    return Events.event(id, time, 200, Duration.ofMillis(1));
  }
}
