package io.entente.simulator.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.FakePlane;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApigeeSimulatorTest {

  @Test
  void freesEverythingWhenItsPortIsTaken() throws IOException {
    // Given
    FakePlane plane = new FakePlane();
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Options options = Options.defaults().withPorts(taken.getLocalPort(), 0).withDataPlane(plane);

      // Then
      assertThatThrownBy(() -> ApigeeSimulator.start(options)).isInstanceOf(IOException.class);
      assertThat(plane.isClosed()).isTrue();
    }
  }

  @Test
  void freesItsPortWhenItIsClosed() throws IOException {
    // Given
    int port;
    try (Client client = Client.start()) {
      client.get(Client.ORG);
      port = client.simulator().managementPort();
    }

    // Then
    try (Client again = Client.start(Options.defaults().withPorts(port, 0))) {
      assertThat(again.get(Client.ORG).status()).isEqualTo(200);
    }
  }

  @Test
  void handsOutTokensToTests() {
    try (Client client = Client.start()) {
      // Given
      String token = client.simulator().accessToken();

      // Then
      assertThat(client.sendAs(token, "GET", Client.ORG, Map.of(), new byte[0]).status())
          .isEqualTo(200);
    }
  }

  @Test
  void refusesArgumentsItWouldHaveToIgnore() {
    try (Client client = Client.start()) {
      // Then
      assertThat(client.get(Client.ORG + "?fields=name").status()).isEqualTo(501);
      assertThat(client.get(Client.ORG + "?alt=proto").status()).isEqualTo(501);
      assertThat(client.get(Client.ORG + "/apps?keyStatus=revoked").status()).isEqualTo(501);
    }
  }
}
