package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.connector.apigee.log.LogSender;
import io.entente.connector.apigee.log.ProxyRoutes;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogListenerTest {

  private static final GatewayId GATEWAY = new GatewayId("apigee-a");
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final SyslogCounts counts = new SyslogCounts(metrics, new IngestCounts(metrics));
  private final KeepingSink sink = new KeepingSink();
  private final List<SyslogListener> listeners = new ArrayList<>();
  private volatile boolean databaseAway;

  @AfterEach
  void stop() throws Exception {
    sink.release();
    listeners.forEach(SyslogListener::stop);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void everyLineOfAConnectionBecomesAnEventOfTheGatewayOfItsToken() throws IOException {
    // Given
    int port = listen(FakeSyslogConfig.plain());
    // When
    try (var socket = new Socket("127.0.0.1", port)) {
      for (int i = 0; i < 100; i++) {
        write(socket, ApigeeLines.line("good", "m-" + i));
      }
      // Then
      await().atMost(SOON).until(() -> sink.kept.size() == 100);
    }
    assertThat(sink.kept).allMatch(event -> event.gateway().equals(GATEWAY));
    assertThat(new HashSet<>(sink.ids())).hasSize(100);
    assertThat(counts.of(GATEWAY).orElseThrow().accepted()).isEqualTo(100);
    await().atMost(SOON).until(() -> counts.open() == 0);
    assertThat(counts.cutOffs()).isZero();
  }

  @Test
  void aLineThatComesInPiecesIsOneLine() throws IOException {
    int port = listen(FakeSyslogConfig.plain());
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      for (char c : ApigeeLines.line("good", "piece").toCharArray()) {
        socket.getOutputStream().write(c);
        socket.getOutputStream().flush();
      }
      await().atMost(SOON).until(() -> sink.kept.size() == 1);
    }
  }

  @Test
  void encryptsWithACertificateOfItsOwnThatOnlyItsOwnerMayUse(@TempDir Path folder)
      throws Exception {
    // Given
    int port = listen(FakeSyslogConfig.plain().encrypted(folder));
    SSLContext trusting = Certificates.trusting(folder.resolve("certificate.pem"));
    // When
    try (var socket = trusting.getSocketFactory().createSocket("127.0.0.1", port)) {
      write(socket, ApigeeLines.line("good", "encrypted"));
      await().atMost(SOON).until(() -> sink.kept.size() == 1);
    }
    // Then
    assertThat(Files.getPosixFilePermissions(folder.resolve("key.pem")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
    byte[] certificate = Files.readAllBytes(folder.resolve("certificate.pem"));
    listeners.get(0).stop();
    listen(FakeSyslogConfig.plain().encrypted(folder));
    assertThat(Files.readAllBytes(folder.resolve("certificate.pem"))).isEqualTo(certificate);
  }

  @Test
  void whoDoesNotEncryptIsNotHeardWhereTlsIsOn(@TempDir Path folder) throws IOException {
    int port = listen(FakeSyslogConfig.plain().encrypted(folder));
    try (var socket = new Socket("127.0.0.1", port)) {
      write(socket, ApigeeLines.line("good", "naked"));
      assertThat(endsSoon(socket)).isTrue();
    }
    assertThat(sink.asked).hasValue(0);
  }

  @Test
  void whatKafkaDoesNotTakeIsHandedOverAgainUntilItDoes() throws IOException {
    // Given
    int port = listen(FakeSyslogConfig.plain());
    sink.failures.set(5);
    // When
    try (var socket = new Socket("127.0.0.1", port)) {
      write(socket, ApigeeLines.line("good", "stubborn"));
    }
    // Then
    await().atMost(SOON).until(() -> sink.kept.size() == 1);
    assertThat(sink.asked).hasValue(6);
    assertThat(counts.of(GATEWAY).orElseThrow().accepted()).isEqualTo(1);
    assertThat(metrics.counter("entente.ingest.syslog.retries").count()).isEqualTo(5);
  }

  @Test
  void aGatewayThatCannotBeLookedUpIsLookedUpAgain() throws IOException {
    // Given
    int port = listen(FakeSyslogConfig.plain());
    databaseAway = true;
    try (var socket = new Socket("127.0.0.1", port)) {
      write(socket, ApigeeLines.line("good", "patient"));
      await()
          .atMost(SOON)
          .until(() -> metrics.counter("entente.ingest.syslog.retries").count() >= 2);
      // When
      databaseAway = false;
      // Then
      await().atMost(SOON).until(() -> sink.kept.size() == 1);
    }
  }

  @Test
  void aSenderIsHeldBackWhileNothingBecomesDurableAndLosesNothing() throws Exception {
    // Given
    int port = listen(FakeSyslogConfig.plain());
    sink.hold();
    byte[] lines =
        IntStream.range(0, 200)
            .mapToObj(i -> ApigeeLines.line("good", "m-" + i))
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8);
    long most = 64L << 20;
    try (var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port))) {
      // When
      channel.configureBlocking(false);
      var bytes = ByteBuffer.wrap(lines);
      long[] written = {0};
      long[] before = {-1};
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                boolean stuck = written[0] == before[0];
                before[0] = written[0];
                while (written[0] < most) {
                  if (!bytes.hasRemaining()) {
                    bytes.rewind();
                  }
                  int now = channel.write(bytes);
                  if (now == 0) {
                    break;
                  }
                  written[0] += now;
                }
                return stuck && written[0] == before[0];
              });
      // Then
      assertThat(written[0]).isLessThan(most);
      assertThat(sink.asked).hasValue(1);
      sink.release();
      channel.configureBlocking(true);
      while (bytes.hasRemaining()) {
        written[0] += channel.write(bytes);
      }
      long sent = written[0] / lines.length * 200;
      await().atMost(Duration.ofSeconds(60)).until(() -> sink.kept.size() == sent);
    }
  }

  @Test
  void aConnectionThatOnlyBringsUnknownTokensIsClosedAndCounted() throws IOException {
    int port = listen(FakeSyslogConfig.plain());
    try (var socket = new Socket("127.0.0.1", port)) {
      for (int i = 0; i < 5; i++) {
        write(socket, ApigeeLines.line("of-nobody", "m-" + i));
      }
      assertThat(endsSoon(socket)).isTrue();
    }
    assertThat(counts.unattributed()).isEqualTo(5);
    assertThat(refused("TOKEN_UNKNOWN")).isEqualTo(5);
    assertThat(closed("TOO_MANY_REFUSED")).isEqualTo(1);
    assertThat(sink.kept).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsPassedOverAndTheNextIsTaken() throws IOException {
    int port = listen(FakeSyslogConfig.plain());
    try (var socket = new Socket("127.0.0.1", port)) {
      write(socket, "x".repeat(1 << 20) + "\n" + ApigeeLines.line("good", "after"));
      await().atMost(SOON).until(() -> sink.kept.size() == 1);
    }
    assertThat(refused("LINE_TOO_LONG")).isEqualTo(1);
  }

  @Test
  void aConnectionThatIsKilledWithinALineLosesThatLineOnlyAndSaysSo() throws IOException {
    // Given
    int port = listen(FakeSyslogConfig.plain());
    String last = ApigeeLines.line("good", "cut");
    try (var socket = new Socket("127.0.0.1", port)) {
      write(socket, ApigeeLines.line("good", "whole") + last.substring(0, last.length() / 2));
      await().atMost(SOON).until(() -> sink.kept.size() == 1);
      // When
      socket.setSoLinger(true, 0);
    }
    // Then
    await().atMost(SOON).until(() -> counts.cutOffs() == 1);
    assertThat(sink.ids()).containsExactly("whole/orders-v1");
  }

  @Test
  void aLastLineWithoutItsEndIsTakenWhenItIsWhole() throws IOException {
    int port = listen(FakeSyslogConfig.plain());
    try (var socket = new Socket("127.0.0.1", port)) {
      write(socket, ApigeeLines.line("good", "endless").strip());
    }
    await().atMost(SOON).until(() -> sink.kept.size() == 1);
    assertThat(counts.cutOffs()).isZero();
  }

  @Test
  void garbageOnManyConnectionsHarmsNobodyElse() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    int port = listen(FakeSyslogConfig.plain());
    try (var good = new Socket("127.0.0.1", port)) {
      for (int i = 0; i < 40; i++) {
        byte[] garbage = new byte[random.nextInt(20_000)];
        random.nextBytes(garbage);
        try (var socket = new Socket("127.0.0.1", port)) {
          socket.getOutputStream().write(garbage);
          socket.getOutputStream().flush();
        } catch (SocketException e) {
          assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
        }
        write(good, ApigeeLines.line("good", "m-" + i));
      }
      await().alias("seed " + seed).atMost(SOON).until(() -> sink.kept.size() == 40);
    }
    await().atMost(SOON).until(() -> counts.open() == 0);
  }

  @Test
  void everyLineOfTwoHundredConnectionsArrives() throws IOException {
    // Given
    int port = listen(FakeSyslogConfig.plain());
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < 200; i++) {
      sockets.add(new Socket("127.0.0.1", port));
    }
    // When
    for (int line = 0; line < 10; line++) {
      for (int i = 0; i < sockets.size(); i++) {
        write(sockets.get(i), ApigeeLines.line("good", "m-" + i + "-" + line));
      }
    }
    for (Socket socket : sockets) {
      socket.close();
    }
    // Then
    await().atMost(SOON).until(() -> sink.kept.size() == 2000);
    assertThat(new HashSet<>(sink.ids())).hasSize(2000);
    await().atMost(SOON).until(() -> counts.open() == 0);
  }

  @Test
  void moreConnectionsThanMayBeAreClosed() throws IOException {
    int port = listen(FakeSyslogConfig.plain().connections(2));
    try (var first = new Socket("127.0.0.1", port);
        var second = new Socket("127.0.0.1", port)) {
      await().atMost(SOON).until(() -> counts.open() == 2);
      try (var third = new Socket("127.0.0.1", port)) {
        assertThat(endsSoon(third)).isTrue();
      }
      write(first, ApigeeLines.line("good", "one"));
      write(second, ApigeeLines.line("good", "two"));
      await().atMost(SOON).until(() -> sink.kept.size() == 2);
    }
    assertThat(closed("TOO_MANY_CONNECTIONS")).isEqualTo(1);
  }

  @Test
  void aConnectionWithoutALineOfAGatewayIsClosedAndOneWithIsNot() throws IOException {
    int port = listen(FakeSyslogConfig.plain().firstLineIn(Duration.ofMillis(300)));
    try (var known = new Socket("127.0.0.1", port);
        var idle = new Socket("127.0.0.1", port)) {
      write(known, ApigeeLines.line("good", "one"));
      assertThat(endsSoon(idle)).isTrue();
      write(known, ApigeeLines.line("good", "two"));
      await().atMost(SOON).until(() -> sink.kept.size() == 2);
    }
    assertThat(closed("NO_LINE_IN_TIME")).isEqualTo(1);
  }

  @Test
  void linesThatAreNotDurableWhenTheHubStopsAreCounted() throws IOException {
    // Given
    int port = listen(FakeSyslogConfig.plain());
    sink.failures.set(Integer.MAX_VALUE);
    try (var socket = new Socket("127.0.0.1", port)) {
      write(socket, ApigeeLines.line("good", "late"));
      await().atMost(SOON).until(() -> sink.asked.get() > 0);
      // When
      listeners.get(0).stop();
    }
    // Then
    assertThat(counts.abandoned()).isEqualTo(1);
  }

  private int listen(FakeSyslogConfig config) {
    var address = new SyslogAddress(config);
    var listener =
        new SyslogListener(
            vertx,
            config,
            address,
            token -> {
              if (databaseAway) {
                throw new IllegalStateException("no database");
              }
              return token.equals("good")
                  ? Optional.of(new LogSender(new Tenant("main"), GATEWAY, ProxyRoutes.NONE))
                  : Optional.empty();
            },
            sink,
            counts);
    listeners.add(listener);
    listener.start();
    assertThat(listener.failure()).isEmpty();
    return address.port().orElseThrow();
  }

  private double refused(String reason) {
    return metrics.counter("entente.ingest.syslog.unattributed", "reason", reason).count();
  }

  private double closed(String reason) {
    return metrics.counter("entente.ingest.syslog.closed", "reason", reason).count();
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Whether the other side ends the connection. */
  private static boolean endsSoon(Socket socket) throws IOException {
    socket.setSoTimeout((int) SOON.toMillis());
    try {
      byte[] answer = socket.getInputStream().readAllBytes();
      return answer.length < 100;
    } catch (SocketException reset) {
      return true;
    }
  }
}
