package io.entente.connector.kong.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KongMetricsReaderTest {

  @Test
  void readsTheCountersOfARecordedPage() throws IOException {
    // Given
    byte[] page = Files.readAllBytes(Recorded.FOLDER.resolve("11-metrics-8001.txt"));
    // When
    var counters = KongMetricsReader.read(new ByteArrayInputStream(page));
    // Then
    assertThat(counters).hasSize(29);
    assertThat(counters.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(78);
    assertThat(counters)
        .containsEntry(new RequestSeries("orders", "batch-route", "200", "service", ""), 41L)
        .containsEntry(new RequestSeries("orders", "acl-route", "403", "kong", "bob"), 1L)
        .containsEntry(new RequestSeries("", "no-service", "503", "kong", ""), 1L);
    assertThat(counters.keySet()).noneMatch(series -> series.code().equals("404"));
  }

  @Test
  void bothPortsGiveTheSameCounters() throws IOException {
    assertThat(read(Files.readString(Recorded.FOLDER.resolve("11-metrics-8007.txt"))))
        .isEqualTo(read(Files.readString(Recorded.FOLDER.resolve("11-metrics-8001.txt"))));
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws IOException {
    // Given
    String page =
        """
        # TYPE kong_http_requests_total counter
        kong_http_requests_total{service="a\\"b\\\\c\\nd",route="r, x=}",code="200",source="service"} 7 1795240423931
        kong_http_requests_total{service="s",route="r"} NaN
        kong_http_requests_total{service="s",route="r"} -3
        kong_http_requests_total{service="s",route="r
        kong_http_requests_total{service="s" route
        kong_http_requests_total_created{service="s",route="r"} 9
        kong_http_requests_total
        something_else{a="b"} 1e400
        """;
    // When // Then
    assertThat(read(page))
        .isEqualTo(Map.of(new RequestSeries("a\"b\\c\nd", "r, x=}", "200", "service", ""), 7L));
  }

  @Test
  void aLineWithoutEndIsPassedOverInBoundedMemory() throws IOException {
    // Given
    String page =
        "kong_http_requests_total{service=\""
            + "x".repeat(1 << 20)
            + "\"} 1\n"
            + "kong_http_requests_total{service=\"s\"} 2";
    // When // Then
    assertThat(read(page)).isEqualTo(Map.of(new RequestSeries("s", "", "", "", ""), 2L));
  }

  @Test
  void asksANodeForItsPageAndSaysWhenItDoesNotGiveOne() throws IOException {
    // Given
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] page =
              "kong_http_requests_total{code=\"200\"} 3\n".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      // When // Then
      assertThat(new KongCounters(address).read())
          .isEqualTo(Map.of(new RequestSeries("", "", "200", "", ""), 3L));
      assertThatThrownBy(() -> new KongCounters(address.resolve("/other")).read())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("404");
    } finally {
      server.stop(0);
    }
  }

  private static Map<RequestSeries, Long> read(String page) throws IOException {
    return KongMetricsReader.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }
}
