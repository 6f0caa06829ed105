package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryBodyTest {

  private static final long SEED = 20261123;
  private static final GatewayId KONG = new GatewayId("kong");

  @Test
  void givesBackWhatCameInPartsOfAnySize() throws IOException {
    var random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      // Given
      var body = new DeliveryBody(1 << 20, new Room(1 << 20, 1 << 20).enter(KONG, 0));
      var sent = new ByteArrayOutputStream();
      for (int parts = random.nextInt(40); parts > 0; parts--) {
        byte[] part = new byte[random.nextInt(random.nextBoolean() ? 20 : 4000)];
        random.nextBytes(part);
        sent.write(part);

        // When
        body.add(Buffer.buffer(part));
      }

      // Then
      assertThat(body.size()).isEqualTo(sent.size());
      assertThat(body.open().readAllBytes()).isEqualTo(sent.toByteArray());
    }
  }

  @Test
  void leavesThePartsAsTheyWere() {
    // Given
    var body = new DeliveryBody(100, new Room(100, 100).enter(KONG, 0));
    var part = Buffer.buffer("a");

    // When
    body.add(part);
    body.add(Buffer.buffer("b"));

    // Then
    assertThat(part).hasToString("a");
  }

  @Test
  void takesNoMoreThanItsLimitAndItsRoom() {
    // Given
    var limited = new DeliveryBody(10, new Room(100, 100).enter(KONG, 0));
    var crowded = new DeliveryBody(100, new Room(10, 10).enter(KONG, 0));
    limited.add(Buffer.buffer(new byte[10]));
    crowded.add(Buffer.buffer(new byte[10]));

    // When, Then
    assertThatThrownBy(() -> limited.add(Buffer.buffer("a")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("more than 10 bytes");
    assertThatThrownBy(() -> crowded.add(Buffer.buffer("a"))).isInstanceOf(ProblemException.class);
  }
}
