package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  @Test
  void aBurstOfOneSecondPassesAndThenTheRateHolds() throws Exception {
    // Given
    var bucket = new TokenBucket(50);
    long begun = System.nanoTime();
    // When
    for (int i = 0; i < 75; i++) {
      bucket.take();
    }
    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(450));
  }

  @Test
  void nobodyPassesWhileItIsHeld() throws Exception {
    // Given
    var bucket = new TokenBucket(1000);
    long begun = System.nanoTime();
    bucket.hold(Duration.ofMillis(300));
    // When
    bucket.take();
    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void gatewaysOfOneOrganisationShareOneAndTheLowerRateCounts() throws Exception {
    // Given
    var endpoint = URI.create("https://apigee.example");
    var one = TokenBucket.of(endpoint, "shared", 1000);
    var other = TokenBucket.of(endpoint, "shared", 20);
    long begun = System.nanoTime();
    // When
    for (int i = 0; i < 30; i++) {
      one.take();
    }
    // Then
    assertThat(other).isSameAs(one);
    assertThat(TokenBucket.of(endpoint, "another", 20)).isNotSameAs(one);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(400));
  }
}
