package io.entente.simulator.kong.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.List;
import java.util.Optional;

/** Sends plain HTTP away from routes that are for https. */
final class HttpsOnly {

  private HttpsOnly() {}

  static Optional<Answer> check(Exchange exchange, JsonNode route) {
    List<String> protocols = Json.texts(route, "protocols");
    boolean plain = protocols.isEmpty() || protocols.contains("http");
    if (plain || Forwarding.scheme(exchange).equals("https")) {
      return Optional.empty();
    }
    int status = Json.whole(route, "https_redirect_status_code", 426);
    if (status == 426) {
      Headers headers = Headers.of("Connection", "Upgrade", "Upgrade", "TLS/1.2, HTTP/1.1");
      return Optional.of(exchange.error(426, "Please use HTTPS protocol", headers));
    }
    String location = "https://" + Forwarding.host(exchange) + exchange.head().target();
    return Optional.of(new Answer(status, Headers.of("Location", location), Optional.empty()));
  }
}
