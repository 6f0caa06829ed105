package io.entente.simulator.apigee.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTargetTest {

  @Test
  void looksAtTheCertificateOfTheTargetUnlessToldNotTo(@TempDir Path folder) throws IOException {
    var certificate = TestCertificate.make(folder);
    try (var lab = new Lab();
        ServerSocket server =
            certificate.servers().createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
      // Given
      var thread = new Thread(() -> answer(server), "tls-target");
      thread.setDaemon(true);
      thread.start();

      // Then
      lab.proxy(target(server.getLocalPort(), ""));
      assertThat(lab.get("/p").status()).isEqualTo(502);
      lab.proxy(
          target(
              server.getLocalPort(),
              "<SSLInfo><Enabled>true</Enabled>"
                  + "<IgnoreValidationErrors>true</IgnoreValidationErrors></SSLInfo>"));
      assertThat(lab.get("/p").body()).isEqualTo("safe");
    }
  }

  private static BundleText target(int port, String ssl) {
    return BundleText.proxy(
        "p",
        "/p",
        "",
        "<HTTPTargetConnection><URL>https://127.0.0.1:"
            + port
            + "</URL>"
            + ssl
            + "</HTTPTargetConnection>");
  }

  private static void answer(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        if (socket.getInputStream().read() >= 0) {
          socket
              .getOutputStream()
              .write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsafe"
                      .getBytes(StandardCharsets.US_ASCII));
          socket.getInputStream().read(new byte[10_000]);
        }
      } catch (IOException refused) {
        // The caller did not like the certificate, or the test is over.
      }
    }
  }
}
