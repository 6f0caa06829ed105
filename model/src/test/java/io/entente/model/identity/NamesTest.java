package io.entente.model.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final long SEED = 20261122;

  @ParameterizedTest
  @ValueSource(strings = {"a", "eu-west.1", "0"})
  void acceptsNames(String name) {
    assertThat(new GatewayId(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", "a-", "a_b", "a/b", "a\n", "ä", ".a"})
  void rejectsWhatIsNotANameAndSaysWhich(String name) {
    assertThatThrownBy(() -> new GatewayId(name)).hasMessageContaining("gateway '" + name + "'");
  }

  @Test
  void boundsTheLength() {
    assertThat(new PolicyName("a".repeat(253)).value()).hasSize(253);
    assertThatThrownBy(() -> new PolicyName("a".repeat(254)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PolicyVersion(new PolicyName("p"), 0)).hasMessageContaining("0");
  }

  @Test
  void takesWhatItsExpressionSaysAndNothingElse() {
    // Given
    var pattern = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      var name = new StringBuilder();
      for (int length = random.nextInt(6); length >= 0; length--) {
        name.append("amz059.-A_é".charAt(random.nextInt(11)));
      }

      // When
      boolean taken = taken(name.toString());

      // Then
      assertThat(taken).as("seed %d: %s", SEED, name).isEqualTo(pattern.matcher(name).matches());
    }
  }

  private static boolean taken(String name) {
    try {
      return new ApiName(name).value().equals(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
