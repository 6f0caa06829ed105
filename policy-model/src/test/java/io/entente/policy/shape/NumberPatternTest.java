package io.entente.policy.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 9, 10, 11, 60, 99, 100, 101, 366, 999, 1000, 1010, 8784})
  void matchesExactlyTheNumbersUpToItsBound(long max) {
    // Given
    Pattern pattern = Pattern.compile(NumberPattern.upTo(max));

    for (long number = 0; number <= 20_000; number++) {
      // When
      boolean matched = pattern.matcher(Long.toString(number)).matches();

      // Then
      assertThat(matched).as("%d up to %d", number, max).isEqualTo(number >= 1 && number <= max);
    }
  }

  @Test
  void refusesLeadingZeros() {
    // Given
    Pattern pattern = Pattern.compile(NumberPattern.upTo(366));

    // When
    boolean matched = pattern.matcher("01").matches();

    // Then
    assertThat(matched).isFalse();
  }
}
