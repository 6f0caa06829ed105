package io.entente.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PracticeTest {

  @Test
  void upstreamAnswersWithWhatItWasAsked() throws IOException, InterruptedException {
    try (RestUpstream upstream = RestUpstream.start("orders", 0)) {
      // Given
      URI address = URI.create("http://127.0.0.1:" + upstream.port() + "/orders/17");
      // When
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address).header("x-added", "by \"test\"").build(),
                  HttpResponse.BodyHandlers.ofString());
      // Then
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"app\":\"orders\"", "\"path\":\"/orders/17\"")
          .contains("\"x-added\":\"by \\\"test\\\"\"");
    }
  }

  @Test
  void failingPathsFail() throws IOException, InterruptedException {
    try (RestUpstream upstream = RestUpstream.start("payments", 0)) {
      // When
      HttpResponse<Void> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + upstream.port() + "/payments/fail"))
                      .build(),
                  HttpResponse.BodyHandlers.discarding());
      // Then
      assertThat(answer.statusCode()).isEqualTo(500);
    }
  }

  @Test
  void theSameSeedSendsTheSameRequests() {
    // Given
    var first = new SeededLoad(URI.create("http://127.0.0.1:1"), 10, 7);
    var second = new SeededLoad(URI.create("http://127.0.0.1:1"), 10, 7);
    // When, Then
    for (int i = 0; i < 50; i++) {
      HttpRequest one = first.next();
      HttpRequest other = second.next();
      assertThat(one).hasToString(other.toString());
      assertThat(one.headers().map()).isEqualTo(other.headers().map());
    }
  }

  @Test
  void refusesToLoadAnythingButThisMachine() {
    assertThatThrownBy(() -> new SeededLoad(URI.create("http://192.0.2.1:80"), 10, 1))
        .hasMessageContaining("192.0.2.1");
  }

  @Test
  void refusesARateBeyondItsBound() {
    assertThatThrownBy(() -> new SeededLoad(URI.create("http://127.0.0.1:80"), 201, 1))
        .hasMessageContaining("201");
  }
}
