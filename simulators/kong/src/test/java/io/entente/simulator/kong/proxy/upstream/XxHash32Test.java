package io.entente.simulator.kong.proxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash32Test {

  @ParameterizedTest
  @CsvSource({"'', 46947589", "Cats are interesting., 1710037756"})
  void isTheKnownHash(String text, long expected) {
    assertThat(XxHash32.of(text)).isEqualTo(expected);
  }
}
