package io.entente.simulator.kong.proxy.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  @ParameterizedTest
  @CsvSource({
    "SECOND, 2026-11-21T07:00:09.900Z, 1",
    "MINUTE, 2026-11-21T07:00:09.900Z, 51",
    "HOUR, 2026-11-21T07:59:59Z, 1",
    "DAY, 2026-11-21T23:00:00Z, 3600",
    "MONTH, 2026-11-21T07:00:05Z, 838795",
    "YEAR, 2026-11-21T07:00:06Z, 3517194",
  })
  void endsAtTheEdgeOfTheWallClock(Window window, Instant now, long seconds) {
    assertThat(window.resetAfter(now.toEpochMilli())).isEqualTo(seconds);
  }
}
