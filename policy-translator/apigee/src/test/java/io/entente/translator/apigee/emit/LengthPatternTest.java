package io.entente.translator.apigee.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthPatternTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 9, 10, 11, 99, 100, 101, 109, 990, 1_000, 2_030})
  void matchesEveryLengthUpToTheMostAndNoneAbove(long most) {
    // Given
    String pattern = LengthPattern.atMost(most);

    for (long length = 0; length < 12 * most + 20; length++) {
      // When
      boolean matches = Long.toString(length).matches(pattern);

      // Then
      assertThat(matches).as("%d of at most %d", length, most).isEqualTo(length <= most);
    }
  }

  @Test
  void matchesLargeLengthsAsNumbers() {
    var random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      // Given
      long most = 1 + random.nextLong(1L << (1 + random.nextInt(31)));
      long length = Math.max(0, most + random.nextInt(41) - 20);

      // When
      boolean matches =
          ("0".repeat(random.nextInt(3)) + length).matches(LengthPattern.atMost(most));

      // Then
      assertThat(matches).as("%d of at most %d", length, most).isEqualTo(length <= most);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1x", " 1", "1e0", "0x1", "99999999999999999999"})
  void matchesNothingThatIsNoLength(String value) {
    assertThat(value.matches(LengthPattern.atMost(1_073_741_824))).isFalse();
  }
}
