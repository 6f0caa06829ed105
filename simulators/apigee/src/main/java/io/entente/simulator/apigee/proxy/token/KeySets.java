package io.entente.simulator.apigee.proxy.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The text of the key set at an address. Safe for any thread. */
@FunctionalInterface
public interface KeySets {

  String at(String address) throws IOException;

  /** Asked for again with every token. */
  static KeySets overHttp() {
    HttpClient client = HttpClient.newHttpClient();
    return address -> {
      try {
        return client
            .send(
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build(),
                BodyHandlers.ofString())
            .body();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } catch (IllegalArgumentException e) {
        throw new IOException("no address: " + address, e);
      }
    };
  }
}
