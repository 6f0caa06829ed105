package io.entente.hub.traffic.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuthorityTest {

  private static final long SEED = 20261122;

  /** What an authority with a port is. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(\\[[^\\]]*\\]|[^:]+):([1-9]\\d{0,4})", Pattern.DOTALL);

  @Test
  void splitsWhatHasAPortAndNothingElse() {
    // Given
    var random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append("[]::a019.é\n".charAt(random.nextInt(11)));
      }

      // When
      var authority = Authority.of(text.toString());

      // Then
      var matcher = WITH_PORT.matcher(text);
      var wanted =
          matcher.matches()
              ? new Authority(matcher.group(1), Optional.of(Integer.valueOf(matcher.group(2))))
              : new Authority(text.toString(), Optional.empty());
      assertThat(authority).as("seed %d: '%s'", SEED, text).isEqualTo(wanted);
      assertThat(authority.text()).isEqualTo(text.toString());
    }
  }
}
