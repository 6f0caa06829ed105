package io.entente.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One request. */
final class OneRequest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private OneRequest() {}

  /** The status of a GET. */
  static int of(URI address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }
}
