package io.entente.model.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

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
}
