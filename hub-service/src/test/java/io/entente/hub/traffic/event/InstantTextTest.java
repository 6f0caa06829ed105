package io.entente.hub.traffic.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

  private static final long SEED = 20261122;
  private static final int[] UNITS = {1, 1000, 1_000_000, 1_000_000_000};

  @Test
  void writesAndReadsEveryInstantAsJavaDoes() {
    // Given
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      int unit = UNITS[random.nextInt(UNITS.length)];
      var instant =
          Instant.ofEpochSecond(
              random.nextLong(-70_000_000_000L, 260_000_000_000L),
              random.nextInt(1_000_000_000) / unit * (long) unit % 1_000_000_000);

      // When
      String text = InstantText.of(instant);

      // Then
      assertThat(text).as("seed %d", SEED).isEqualTo(instant.toString());
      assertThat(InstantText.parse(text)).as("seed %d: %s", SEED, text).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T24:00:00Z",
        "2026-11-22T23:59:60Z",
        "2024-02-29T10:00:00.1Z",
        "2026-11-22T10:00:00.Z",
        "2026-11-22T10:00:00.12345678Z",
        "2026-11-22t10:00:00z",
        "2026-11-22T10:00:00+01:00",
        "+12026-11-22T10:00:00Z"
      })
  void readsWhatItWouldNotWriteAsJavaDoes(String text) {
    assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-02-30T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "2026-11-22T25:00:00Z",
        "2026-11-22T10:60:00Z",
        "2026-11-22T10:00:00",
        "2026-11-22T1a:00:00Z",
        "2026-11-22T10:00:00,5Z",
        "2026-11-22T10:00:00.-12Z",
        "2026-11-22T10:00:00.1234567890Z"
      })
  void refusesWhatJavaRefuses(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void agreesWithJavaOnTextsThatAreNearlyAnInstant() {
    // Given
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder("2026-11-22T10:20:30.123456Z");
      for (int change = random.nextInt(3); change >= 0; change--) {
        text.setCharAt(
            random.nextInt(text.length()), "0123456789TZ:.-+ ".charAt(random.nextInt(17)));
      }

      // When // Then
      assertThat(read(text.toString(), InstantText::parse))
          .as("seed %d: %s", SEED, text)
          .isEqualTo(read(text.toString(), Instant::parse));
    }
  }

  private static String read(String text, java.util.function.Function<String, Instant> reader) {
    try {
      return reader.apply(text).toString();
    } catch (DateTimeException e) {
      return "none";
    }
  }
}
