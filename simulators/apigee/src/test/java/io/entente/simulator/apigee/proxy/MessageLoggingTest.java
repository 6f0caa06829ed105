package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.requestSide;
import static io.entente.simulator.apigee.proxy.BundleText.responseSide;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.simulator.apigee.proxy.log.SyslogAddress;
import io.entente.simulator.apigee.proxy.log.SyslogSinks;
import io.entente.simulator.apigee.proxy.tls.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageLoggingTest {

  private static final String FAIL =
      "<RaiseFault name=\"fail\"><FaultResponse><Set><StatusCode>418</StatusCode></Set>"
          + "</FaultResponse></RaiseFault>";

  @TempDir private static Path folder;

  private static TestCertificate certificate;

  @BeforeAll
  static void makeCertificate() {
    certificate = TestCertificate.make(folder);
  }

  @Test
  void writesOneFormattedLineARequest() {
    try (var lab = new Lab();
        var syslog = new SyslogServer()) {
      // Given
      log(lab, syslog, "", formatted(syslog, "{&quot;v&quot;:&quot;{request.verb}&quot;}", ""));

      // When
      lab.get("/p");
      lab.get("/p");

      // Then
      String line =
          "<14>1 2026-03-04T10:20:30.400+0000 apigee-simulator Apigee - - - {\"v\":\"GET\"}";
      await().untilAsserted(() -> assertThat(syslog.lines()).containsExactly(line, line));
    }
  }

  @Test
  void knowsTheWholeExchangeAfterASuccess() {
    try (var lab = new Lab();
        var syslog = new SyslogServer()) {
      // Given
      log(lab, syslog, "", syslog.policy("log", everything()));

      // When
      lab.get("/p/x?secret=1", "Host", "api.example:8080");

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThat(syslog.lines())
                      .containsExactly(
                          "id-1 acme test p 1 /p /x GET api.example:8080 200 200 127.0.0.1"
                              + " 1772619630400 1772619630400 1772619630400 1772619630400 [] false"));
    }
  }

  @Test
  void knowsTheStatusOfAFault() {
    try (var lab = new Lab();
        var syslog = new SyslogServer()) {
      // Given
      log(lab, syslog, step("fail"), syslog.policy("log", everything()));

      // When
      lab.get("/p/x");

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThat(syslog.lines())
                      .containsExactly(
                          "id-1 acme test p 1 /p /x GET 127.0.0.1 418  127.0.0.1"
                              + " 1772619630400 1772619630400   [RaiseFault] true"));
    }
  }

  @Test
  void tellsLengthsThatWereAnnounced() {
    try (var lab = new Lab();
        var syslog = new SyslogServer()) {
      // Given
      String lengths = "{request.header.content-length} {message.header.content-length}";
      log(lab, syslog, "", syslog.policy("log", lengths));

      // When
      try (Client client = lab.client()) {
        client.send("POST", "/p", "abc");
        client.raw(
            "POST /p HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n",
            false);
      }

      // Then
      await().untilAsserted(() -> assertThat(syslog.lines()).containsExactly("3 5", " 5"));
    }
  }

  @Test
  void logsWhenTheTargetIsAway() {
    try (var lab = new Lab();
        var syslog = new SyslogServer()) {
      // Given
      log(lab, syslog, "", syslog.policy("log", "{fault.name} {message.status.code}"));
      lab.backend.close();

      // When
      lab.get("/p");

      // Then
      await()
          .untilAsserted(
              () -> assertThat(syslog.lines()).containsExactly("ServiceUnavailable 503"));
    }
  }

  @Test
  void goesOnWhenTheServerComesBack() {
    try (var lab = new Lab()) {
      // Given
      var first = new SyslogServer();
      int port = first.port();
      log(lab, first, "", first.policy("log", "{messageid}"));
      lab.get("/p");
      await().untilAsserted(() -> assertThat(first.lines()).containsExactly("id-1"));

      // When
      first.close();
      lab.get("/p");
      await().untilAsserted(() -> assertThat(lab.plane.lostLogLines()).isEqualTo(1));
      try (var second = new SyslogServer(ServerSocketFactory.getDefault(), port)) {
        lab.get("/p");

        // Then
        await().untilAsserted(() -> assertThat(second.lines()).containsExactly("id-3"));
      }
    }
  }

  @Test
  void linesOfABurstArriveAllAndInOrder() {
    try (var syslog = new SyslogServer();
        var sinks = new SyslogSinks(Trust.ofRuntime(), "here")) {
      // Given
      var address = new SyslogAddress("127.0.0.1", syslog.port(), true, false, false);
      List<String> lines = IntStream.range(0, 9_000).mapToObj(i -> "line " + i).toList();

      // When
      lines.forEach(line -> sinks.send(address, line));

      // Then
      await().untilAsserted(() -> assertThat(syslog.lines()).isEqualTo(lines));
      assertThat(sinks.lost()).isZero();
    }
  }

  @Test
  void neverHoldsUpAnAnswer() {
    try (var lab = new Lab();
        var syslog = new SyslogServer()) {
      // Given
      log(lab, syslog, "", syslog.policy("log", "{messageid}"));
      syslog.close();

      // Then
      for (int i = 0; i < 50; i++) {
        assertThat(lab.get("/p").status()).isEqualTo(200);
      }
      await().untilAsserted(() -> assertThat(lab.plane.lostLogLines()).isEqualTo(50));
    }
  }

  @Test
  void speaksTlsToServersItTrusts() {
    try (var lab = new Lab(Trust.ofPem(certificate.pem()));
        var syslog = new SyslogServer(certificate.servers(), 0)) {
      // Given
      log(lab, syslog, "", formatted(syslog, "{messageid}", tls("")));

      // When
      lab.get("/p");
      lab.get("/p");

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThat(syslog.lines())
                      .hasSize(2)
                      .allMatch(line -> line.matches("<14>1 .* Apigee - - - id-[12]")));
    }
  }

  @Test
  void losesLinesForAServerItDoesNotTrust() {
    try (var lab = new Lab();
        var syslog = new SyslogServer(certificate.servers(), 0)) {
      // Given
      log(lab, syslog, "", formatted(syslog, "{messageid}", tls("")));

      // When
      lab.get("/p");

      // Then
      await().untilAsserted(() -> assertThat(lab.plane.lostLogLines()).isEqualTo(1));
      assertThat(syslog.lines()).isEmpty();
    }
  }

  @Test
  void doesNotLookAtTheCertificateWhenToldSo() {
    try (var lab = new Lab();
        var syslog = new SyslogServer(certificate.servers(), 0)) {
      // Given
      String blind = tls("<IgnoreValidationErrors>true</IgnoreValidationErrors>");
      log(lab, syslog, "", formatted(syslog, "{messageid}", blind));

      // When
      lab.get("/p");

      // Then
      await().untilAsserted(() -> assertThat(syslog.lines()).hasSize(1));
    }
  }

  private static void log(Lab lab, SyslogServer syslog, String steps, String policy) {
    lab.proxy(
        BundleText.proxy(
                "p",
                "/p",
                requestSide("PreFlow", steps) + responseSide("PostClientFlow", step("log")),
                http(lab.backend.url()))
            .policy(policy)
            .policy(FAIL));
  }

  private static String formatted(SyslogServer syslog, String message, String more) {
    return syslog
        .policy("log", message)
        .replace("</Syslog>", "<FormatMessage>true</FormatMessage>" + more + "</Syslog>");
  }

  private static String tls(String more) {
    return "<SSLInfo><Enabled>true</Enabled>" + more + "</SSLInfo>";
  }

  private static String everything() {
    return "{messageid} {organization.name} {environment.name} {apiproxy.name}"
        + " {apiproxy.revision} {proxy.basepath} {proxy.pathsuffix} {request.verb}"
        + " {request.header.host} {message.status.code} {response.status.code} {proxy.client.ip}"
        + " {client.received.start.timestamp} {client.sent.end.timestamp}"
        + " {target.sent.start.timestamp} {target.received.end.timestamp} [{fault.name}] {is.error}";
  }
}
