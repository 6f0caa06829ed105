package io.entente.simulator.kong.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.simulator.kong.Node;
import io.entente.simulator.kong.Node.Reply;
import io.entente.simulator.kong.fault.Trigger.On;
import io.entente.simulator.kong.http.Request;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final String SERVICE = "{\"name\":\"s\",\"host\":\"x\"}";

  private final Node node = Node.withDatabase();
  private final Faults faults = node.running().faults();

  @BeforeEach
  void threeServices() {
    for (int i = 0; i < 3; i++) {
      node.send("POST", "/services", "{\"name\":\"s" + i + "\",\"host\":\"x\"}");
    }
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void failsInTheMiddleOfAList() {
    // Given
    faults.set(new Effect.ServerError(503), Trigger.nth(On.NEXT_PAGES, 2));

    // When
    Reply first = node.get("/services?size=1");
    Reply second = node.get(first.at("/next").asText());
    String third = second.at("/next").asText();

    // Then
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    assertThat(node.get(third).status()).isEqualTo(503);
    assertThat(node.get(third).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatExceedsARate() {
    // Given
    faults.set(new Effect.TooManyRequests(7), Trigger.above(2));

    // When
    List<Reply> replies = IntStream.range(0, 12).mapToObj(i -> node.get("/services")).toList();

    // Then
    List<Reply> refused = replies.stream().filter(reply -> reply.status() == 429).toList();
    assertThat(refused).hasSizeGreaterThanOrEqualTo(4);
    assertThat(refused.get(0).headers().get("retry-after")).containsExactly("7");
  }

  @Test
  void refusesTheSameShareAgainWithTheSameSeed() {
    // Given
    Trigger trigger = Trigger.some(On.READS, 0.5, 42);

    // When
    faults.set(new Effect.TooManyRequests(1), trigger);
    List<Integer> first =
        IntStream.range(0, 20).map(i -> node.get("/services").status()).boxed().toList();
    faults.set(new Effect.TooManyRequests(1), trigger);
    List<Integer> second =
        IntStream.range(0, 20).map(i -> node.get("/services").status()).boxed().toList();

    // Then
    assertThat(first).contains(200, 429).isEqualTo(second);
  }

  @Test
  void cutsAnAnswerSoThatTheClientNotices() {
    // Given
    faults.set(new Effect.CutAnswer(), Trigger.nth(On.LISTS, 1));

    // When / Then
    assertThatThrownBy(() -> node.get("/services")).isInstanceOf(UncheckedIOException.class);
    assertThat(node.get("/services").at("/data")).hasSize(3);
  }

  @Test
  void aDroppedConnectionHasNoEffectButALostAnswerHas() {
    // Given
    faults.set(
        List.of(
            new Fault(new Effect.DropConnection(), Trigger.nth(On.WRITES, 1)),
            new Fault(new Effect.LoseAnswer(), Trigger.nth(On.WRITES, 2))));

    // When
    assertThatThrownBy(() -> node.send("PUT", "/services/dropped", "{\"host\":\"x\"}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> node.send("PUT", "/services/lost", "{\"host\":\"x\"}"))
        .isInstanceOf(UncheckedIOException.class);

    // Then
    assertThat(node.get("/services/dropped").status()).isEqualTo(404);
    assertThat(node.get("/services/lost").status()).isEqualTo(200);
  }

  @Test
  void somebodyElseChangesAnEntityJustBeforeARequest() {
    // Given
    Request change =
        Request.of(
            "PATCH",
            "/services/s0",
            Map.of("Content-Type", "application/json"),
            "{\"retries\":1}".getBytes(StandardCharsets.UTF_8));
    faults.set(new Effect.ForeignEdit(change), Trigger.nth(On.READS, 2));

    // When
    int before = node.get("/services/s0").at("/retries").asInt();
    int after = node.get("/services/s0").at("/retries").asInt();

    // Then
    assertThat(before).isEqualTo(5);
    assertThat(after).isEqualTo(1);
  }

  @Test
  void isControlledOverItsOwnPort() {
    // When
    Reply put =
        node.control(
            "PUT",
            "{\"faults\":[{\"effect\":\"server-error\",\"status\":502,\"on\":\"writes\"},"
                + "{\"effect\":\"delay\",\"millis\":1}]}");
    Reply failed = node.send("POST", "/services", SERVICE);
    Reply struck = node.control("GET", "");
    node.control("DELETE", "");

    // Then
    assertThat(put.status()).isEqualTo(204);
    assertThat(failed.status()).isEqualTo(502);
    assertThat(struck.at("/struck").toString()).isEqualTo("[1,1]");
    assertThat(node.send("POST", "/services", SERVICE).status()).isEqualTo(201);
    assertThat(node.get("/faults").status()).isEqualTo(404);
  }

  @Test
  void saysWhichFaultItDoesNotKnow() {
    // When
    Reply reply = node.control("PUT", "{\"faults\":[{\"effect\":\"fire\"}]}");

    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/message").asText()).contains("fire");
  }
}
