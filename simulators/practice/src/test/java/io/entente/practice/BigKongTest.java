package io.entente.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;

class BigKongTest {

  @Test
  void theSameSeedMakesTheSameEstateAndAnotherSeedAnother() throws Exception {
    // Given
    var first = filled(1, 25);
    // When
    var again = filled(1, 25);
    var other = filled(2, 25);
    // Then
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(first.keySet()).filteredOn(path -> path.endsWith("-route")).hasSize(25);
    assertThat(first.keySet()).filteredOn(path -> path.contains("/plugins/")).hasSize(3);
    assertThat(first).hasSize(53);
  }

  @Test
  void aRefusalEndsItAndIsTold() throws Exception {
    var server = server(new ConcurrentSkipListMap<>(), 409);
    try {
      var kong = new BigKong(address(server), 1);

      assertThatThrownBy(() -> kong.fill(1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("409");
    } finally {
      server.stop(0);
    }
  }

  private static SortedMap<String, String> filled(int seed, int services) throws Exception {
    var put = new ConcurrentSkipListMap<String, String>();
    var server = server(put, 200);
    try {
      assertThat(new BigKong(address(server), seed).fill(services)).isEqualTo(put.size());
      return put;
    } finally {
      server.stop(0);
    }
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static HttpServer server(ConcurrentSkipListMap<String, String> put, int status)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          put.put(exchange.getRequestURI().getPath(), body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
