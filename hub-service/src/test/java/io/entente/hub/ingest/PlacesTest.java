package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.identity.GatewayId;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final GatewayId A = new GatewayId("kong-a");
  private static final GatewayId B = new GatewayId("kong-b");

  @Test
  void placesOfOneGatewayAreFewerThanAll() {
    // Given
    var places = new Places(3, 2);
    // When // Then
    assertThat(places.take(A)).isTrue();
    assertThat(places.take(A)).isTrue();
    assertThat(places.take(A)).isFalse();
    assertThat(places.take(B)).isTrue();
    assertThat(places.take(B)).isFalse();
    places.giveBack(A);
    assertThat(places.take(B)).isTrue();
  }
}
