package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static io.entente.translator.testkit.TokenIssuer.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.entente.policy.Jwks;
import io.entente.policy.SigningAlgorithm;
import io.entente.translator.testkit.TokenIssuer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that a host publishes count only when the host is the one that was meant. */
class RemoteKeysEffectTest {

  private static final String PASSWORD = "changeit";
  private static final TokenIssuer ISSUER = TokenIssuer.rsa("r");

  private static String rule(int port) {
    return ("jwt: {issuer: iss, jwks: {url: \"https://localhost:%d/keys\"}, algorithms: [RS256],"
            + " clockSkew: 60s}")
        .formatted(port);
  }

  private static String token(SigningAlgorithm algorithm) {
    return ISSUER.sign(
        algorithm, claims("iss", "iss", "exp", Instant.now().getEpochSecond() + 600));
  }

  @Test
  void keysOfTheHostCountAndOtherAlgorithmsAreRefusedAsStated(@TempDir Path scratch)
      throws Exception {
    // Given
    HttpsServer host = host(scratch, "localhost");
    try (var bench = bench(scratch, host)) {
      // Then
      assertThat(call(bench, token(SigningAlgorithm.RS256))).isEqualTo(200);
      assertThat(
              call(bench, TokenIssuer.rsa("r").sign(SigningAlgorithm.RS256, claims("iss", "iss"))))
          .isEqualTo(401);
      assertThat(call(bench, token(SigningAlgorithm.PS256))).as("algorithm-status").isEqualTo(403);
    } finally {
      host.stop(0);
    }
  }

  @Test
  void keysOfAHostWithAnotherNameDoNotCount(@TempDir Path scratch) throws Exception {
    // Given
    HttpsServer host = host(scratch, "other.test");
    try (var bench = bench(scratch, host)) {
      // Then
      assertThat(call(bench, token(SigningAlgorithm.RS256))).isEqualTo(401);
    } finally {
      host.stop(0);
    }
  }

  private static EffectBench bench(Path scratch, HttpsServer host) throws Exception {
    return new EffectBench(
        scratch,
        List.of("r"),
        policy("tokens", "r", rule(host.getAddress().getPort())),
        ", jwks.trustedCertificates: " + scratch.resolve("host.pem"));
  }

  private static int call(EffectBench bench, String token) {
    return bench
        .envoy()
        .exchange("GET", "/r", BodyPublishers.noBody(), List.of("authorization", "Bearer " + token))
        .statusCode();
  }

  private static HttpsServer host(Path scratch, String name) throws Exception {
    Path store = scratch.resolve("host.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "host",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-ext",
                "BC:c",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    Files.writeString(
        scratch.resolve("host.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("host").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer host =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.setHttpsConfigurator(new HttpsConfigurator(context));
    byte[] set = new Jwks.Inline(List.of(ISSUER.key())).text().getBytes(StandardCharsets.UTF_8);
    host.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    host.start();
    return host;
  }
}
