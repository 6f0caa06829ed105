package io.entente.connector.kong.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceparentTest {

  private static final long SEED = 20261123;
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String WHOLE = "00-" + TRACE + "-b7ad6b7169203331-01";

  @ParameterizedTest
  @CsvSource({
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-comes-later"
  })
  void readsTheTrace(String header) {
    assertThat(Traceparent.trace(header)).contains(TRACE);
  }

  /** The pattern is that of the recommendation; any text is read as it says. */
  @Test
  void readsAsThePatternOfTheRecommendationDoes() {
    // Given
    Pattern pattern = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    var random = new Random(SEED);
    String letters = "0f9aFg-/:`{ ";
    int read = 0;
    for (int i = 0; i < 2000; i++) {
      var text = new StringBuilder(WHOLE);
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        text.setCharAt(
            random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
      }
      text.setLength(random.nextInt(4) == 0 ? random.nextInt(text.length() + 1) : text.length());

      // When
      var found = Traceparent.trace(text.toString());

      // Then
      Matcher matcher = pattern.matcher(text.toString().toLowerCase(java.util.Locale.ROOT));
      if (matcher.matches()) {
        read++;
        assertThat(found).as("%s", text).contains(matcher.group(1));
      } else {
        assertThat(found).as("%s", text).isEmpty();
      }
    }
    assertThat(read).isBetween(500, 1900);
  }
}
