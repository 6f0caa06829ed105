package io.entente.hub.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.AggregateTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadWindowTest {

  private static final AggregateTerms TERMS =
      new AggregateTerms(
          "test",
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(4));
  private static final Duration BACKFILL = Duration.ofHours(24);
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:30Z");

  @Test
  void everyBucketIsReadUntilItIsSettledWhateverTheTurnsAndNoneIsSkipped() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    Instant now = NOW;
    Optional<Instant> watermark = Optional.empty();
    for (int turn = 0; turn < 5000; turn++) {
      now = now.plusSeconds(random.nextInt(40_000) - 1000);
      var next = ReadWindow.next(TERMS, now, watermark, BACKFILL);
      if (next.isEmpty()) {
        continue;
      }
      ReadWindow window = next.get();
      assertThat(window.from()).as("seed %d", seed).isEqualTo(watermark.orElse(window.from()));
      assertThat(window.settled()).as("seed %d", seed).isBetween(window.from(), window.to());
      assertThat(window.to()).as("seed %d", seed).isBeforeOrEqualTo(now);
      assertThat(Duration.between(window.from(), window.to())).isLessThanOrEqualTo(TERMS.span());
      if (window.settled().isAfter(window.from())) {
        assertThat(window.settled())
            .as("seed %d", seed)
            .isBeforeOrEqualTo(now.minus(TERMS.reread()));
      }
      watermark = Optional.of(window.settled());
    }
  }

  @Test
  void aClockThatIsSetBackUnsettlesNothing() {
    var window =
        ReadWindow.next(TERMS, NOW, Optional.of(NOW.minusSeconds(30 + 60)), BACKFILL).orElseThrow();
    assertThat(window.settled()).isEqualTo(NOW.minusSeconds(90));
    assertThat(ReadWindow.next(TERMS, NOW, Optional.of(NOW.plusSeconds(30)), BACKFILL)).isEmpty();
  }

  @Test
  void theMinuteThatRunsIsNotRead() {
    var window = ReadWindow.next(TERMS, NOW, Optional.empty(), Duration.ZERO).orElseThrow();
    assertThat(window.to()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(window.from()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z"));
  }
}
