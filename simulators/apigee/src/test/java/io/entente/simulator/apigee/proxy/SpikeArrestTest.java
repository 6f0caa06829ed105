package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpikeArrestTest {

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void smoothsARateASecondToOneMessageAnInterval() {
    // Given
    spike("<Rate>5ps</Rate>");

    // Then
    assertThat(statuses(2)).containsExactly(200, 429);
    lab.clock.pass(Duration.ofMillis(199));
    assertThat(statuses(1)).containsExactly(429);
    lab.clock.pass(Duration.ofMillis(1));
    assertThat(statuses(2)).containsExactly(200, 429);
  }

  @Test
  void smoothsARateAMinuteToo() {
    // Given
    spike("<Rate>30pm</Rate>");

    // Then
    assertThat(statuses(2)).containsExactly(200, 429);
    lab.clock.pass(Duration.ofSeconds(2));
    assertThat(statuses(2)).containsExactly(200, 429);
  }

  @Test
  void doesNotSmoothTheEffectiveCount() {
    // Given
    spike("<Rate>3pm</Rate><UseEffectiveCount>true</UseEffectiveCount>");

    // Then
    assertThat(statuses(4)).containsExactly(200, 200, 200, 429);
    lab.clock.pass(Duration.ofSeconds(59));
    assertThat(statuses(1)).containsExactly(429);
    lab.clock.pass(Duration.ofSeconds(1));
    assertThat(statuses(4)).containsExactly(200, 200, 200, 429);
  }

  @Test
  void refusesWithTheDocumentedFault() {
    // Given
    spike("<Rate>1pm</Rate>");
    lab.get("/p");

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body())
        .contains("Spike arrest violation.")
        .contains("\"errorcode\":\"policies.ratelimit.SpikeArrestViolation\"");
  }

  @Test
  void countsEachIdentifierAloneAndWeighs() {
    // Given
    spike(
        "<Rate>60pm</Rate><Identifier ref='request.header.x-u'/>"
            + "<MessageWeight ref='request.header.x-w'/>");

    // Then
    assertThat(lab.get("/p", "X-U", "a", "X-W", "10").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-U", "b").status()).isEqualTo(200);
    lab.clock.pass(Duration.ofSeconds(9));
    assertThat(lab.get("/p", "X-U", "b").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-U", "a").status()).isEqualTo(429);
    lab.clock.pass(Duration.ofSeconds(1));
    assertThat(lab.get("/p", "X-U", "a").status()).isEqualTo(200);
  }

  @Test
  void takesItsRateFromAVariable() {
    // Given
    spike("<Rate ref='request.header.x-rate'/>");

    // Then
    assertThat(lab.get("/p", "X-Rate", "1pm").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-Rate", "1pm").status()).isEqualTo(429);
    assertThat(lab.get("/p").body()).contains("policies.ratelimit.FailedToResolveSpikeArrestRate");
  }

  private void spike(String inside) {
    lab.simple(step("s"), "<SpikeArrest name=\"s\">" + inside + "</SpikeArrest>");
  }

  private List<Integer> statuses(int requests) {
    return IntStream.range(0, requests).mapToObj(i -> lab.get("/p").status()).toList();
  }
}
