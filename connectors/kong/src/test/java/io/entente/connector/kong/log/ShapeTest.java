package io.entente.connector.kong.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShapeTest {

  private static final long SEED = 20261122;

  private static final Map<Shape, Pattern> SAME =
      Map.of(
          Shape.ID, Pattern.compile("[0-9A-Za-z._:-]{1,128}"),
          Shape.METHOD, Pattern.compile("[A-Z][A-Z0-9_-]{0,31}"),
          Shape.WORD, Pattern.compile("[a-z][a-z_-]{0,31}"));

  @Test
  void takesTheWordsOfItsExpression() {
    // Given
    var random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      String letters = random.nextBoolean() ? "aZ0_-" : "amzAMZ059._:-é\n /\u0130";
      int longest = random.nextInt(20) == 0 ? 140 : 40;
      var text = new StringBuilder();
      for (int length = random.nextInt(longest); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }

      // When // Then
      SAME.forEach(
          (shape, pattern) ->
              assertThat(shape.fits(text.toString()))
                  .as("seed %d: '%s' as %s", SEED, text, pattern)
                  .isEqualTo(pattern.matcher(text).matches()));
    }
    SAME.forEach((shape, pattern) -> assertThat(shape.fits("")).isFalse());
    assertThat(Shape.ID.fits("a".repeat(128))).isTrue();
    assertThat(Shape.ID.fits("a".repeat(129))).isFalse();
    assertThat(Shape.METHOD.fits("A".repeat(32))).isTrue();
    assertThat(Shape.WORD.fits("a".repeat(33))).isFalse();
  }
}
