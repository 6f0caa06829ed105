package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the number of calls under way follows what the gateway says. */
class PressureTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void limitGrowsByOneAfterAsManySuccessesAsItIsWide() {
    // Given
    var pressure = new Pressure(8, 1e9, 0);
    // When
    for (int i = 0; i < 4; i++) {
      pressure.enter(0);
      pressure.succeeded();
    }
    // Then
    assertThat(pressure.limit()).isEqualTo(5);
  }

  @Test
  void limitHalvesOnceForAllCallsUnderWayWhenPushedBack() {
    // Given
    var pressure = new Pressure(16, 1e9, 0);
    for (int i = 0; i < 8; i++) {
      assertThat(pressure.enter(1)).isZero();
    }
    // When
    for (int i = 0; i < 8; i++) {
      pressure.pushedBack(1, 2 + i, 0);
    }
    // Then
    assertThat(pressure.limit()).isEqualTo(4);
  }

  @Test
  void limitNeverFallsBelowOneNorGrowsBeyondTheMost() {
    // Given
    var pressure = new Pressure(2, 1e9, 0);
    // When
    for (int i = 1; i < 10; i++) {
      assertThat(pressure.enter(i)).isZero();
      pressure.pushedBack(i, i, 0);
    }
    // Then
    assertThat(pressure.limit()).isEqualTo(1);
    for (int i = 0; i < 100; i++) {
      assertThat(pressure.enter(100)).isZero();
      pressure.succeeded();
    }
    assertThat(pressure.limit()).isEqualTo(2);
  }

  @Test
  void nothingBeginsBeforeTheTimeAskedFor() {
    // Given
    var pressure = new Pressure(8, 1e9, 0);
    pressure.enter(0);
    // When
    pressure.pushedBack(0, 0, 3 * SECOND);
    // Then
    assertThat(pressure.enter(SECOND)).isEqualTo(2 * SECOND);
    assertThat(pressure.enter(3 * SECOND)).isZero();
  }

  @Test
  void callsAreSpreadOverTheSecond() {
    // Given
    var pressure = new Pressure(64, 10, 0);
    long now = 0;
    int begun = 0;
    // When
    while (now < 10 * SECOND) {
      long wait = pressure.enter(now);
      if (wait == 0) {
        begun++;
        pressure.succeeded();
      } else {
        now += wait;
      }
    }
    // Then
    assertThat(begun).isBetween(99, 102);
  }

  @Test
  void fullIsSaidWhileAllPlacesAreTaken() {
    // Given
    var pressure = new Pressure(2, 1e9, 0);
    pressure.enter(0);
    // Then
    assertThat(pressure.enter(0)).isEqualTo(Pressure.FULL);
    pressure.ended();
    assertThat(pressure.enter(0)).isZero();
  }
}
