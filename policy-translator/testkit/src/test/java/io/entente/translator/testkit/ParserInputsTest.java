package io.entente.translator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParserInputsTest {

  private static final long SEED = 20261122;

  @Test
  void everyTextIsReadOrRefused() {
    // When
    ParserInputs.Count count = ParserInputs.read(SEED, 6_000);

    // Then
    assertThat(count.accepted()).isGreaterThan(500);
    assertThat(count.refused()).isGreaterThan(1_500);
  }
}
