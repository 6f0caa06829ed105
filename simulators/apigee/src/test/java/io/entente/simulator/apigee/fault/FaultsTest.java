package io.entente.simulator.apigee.fault;

import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.Zips;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final Match APIS = new Match("GET", "/v1/organizations/*/apis");

  private final Client client = Client.start();
  private final Faults faults = client.simulator().faults();

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void strikesTheMatchingRequestsOnly() {
    // Given
    client.get(ORG);
    faults.add(new Fault(APIS, 1, 2, new Effect.Status(503, Optional.empty())));

    // When
    List<Integer> statuses =
        java.util.stream.Stream.of("/apis", "/sharedflows", "/apis", "/apis/x", "/apis", "/apis")
            .map(path -> client.get(ORG + path).status())
            .toList();

    // Then
    assertThat(statuses).containsExactly(200, 200, 503, 404, 503, 200);
    assertThat(faults.struck()).containsExactly(2);
  }

  @Test
  void answersTooManyRequests() {
    // Given
    client.get(ORG);
    faults.add(Fault.once(Match.ANY, new Effect.TooManyRequests(7)));

    // When
    Reply reply = client.get(ORG);

    // Then
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers().firstValue("Retry-After")).contains("7");
    assertThat(reply.text("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
  }

  @Test
  void losesTheAnswerAfterTheChangeTookEffect() {
    // Given
    client.get(ORG);
    faults.add(Fault.once(new Match("POST", "/v1/**"), new Effect.LoseAnswer()));

    // When
    assertThatThrownBy(() -> client.revisionOf("apis", "p", Zips.proxy("p", "/p").zip()))
        .isInstanceOf(UncheckedIOException.class);

    // Then
    assertThat(client.get(ORG + "/apis/p").text("/latestRevisionId")).isEqualTo("1");
  }

  @Test
  void dropsTheConnectionBeforeAnythingHappens() {
    // Given
    client.get(ORG);
    faults.add(Fault.always(new Match("POST", "/v1/**"), new Effect.DropConnection()));

    // When
    assertThatThrownBy(() -> client.revisionOf("apis", "p", Zips.proxy("p", "/p").zip()))
        .isInstanceOf(UncheckedIOException.class);

    // Then
    assertThat(client.get(ORG + "/apis/p").status()).isEqualTo(404);
  }

  @Test
  void truncatesABody() {
    // Given
    client.get(ORG);
    faults.add(Fault.once(Match.ANY, new Effect.TruncateBody()));

    // Then
    assertThatThrownBy(() -> client.get(ORG)).isInstanceOf(UncheckedIOException.class);
    assertThat(client.get(ORG).status()).isEqualTo(200);
  }

  @Test
  void cutsAListInItsMiddle() {
    // Given
    for (String name : List.of("a", "b", "c", "d")) {
      client.revisionOf("apis", name, Zips.proxy(name, "/" + name).zip());
    }
    faults.add(Fault.once(APIS, new Effect.CutList()));

    // Then
    assertThat(client.get(ORG + "/apis").texts("/proxies", "name")).containsExactly("a", "b");
    assertThat(client.get(ORG + "/apis").at("/proxies")).hasSize(4);
  }

  @Test
  void answersSlowly() {
    // Given
    client.get(ORG);
    faults.add(Fault.once(Match.ANY, new Effect.Slow(150)));
    long start = System.nanoTime();

    // When
    client.get(ORG);

    // Then
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(150_000_000L);
  }

  @Test
  void isSwitchedOverHttpToo() {
    // When
    Reply armed =
        client.send(
            "POST",
            "/_simulator/faults",
            """
            {"match":{"method":"GET","path":"/v1/organizations/*/apis"},"after":0,"times":1,
             "effect":"status","code":502,"body":{"error":{"code":502}}}
            """);
    Reply struck = client.get(ORG + "/apis");
    Reply counted = client.get("/_simulator/faults");
    client.delete("/_simulator/faults");

    // Then
    assertThat(armed.status()).isEqualTo(200);
    assertThat(struck.status()).isEqualTo(502);
    assertThat(struck.at("/error/code").asInt()).isEqualTo(502);
    assertThat(counted.texts("/struck", "")).containsExactly("1");
    assertThat(faults.struck()).isEmpty();
    assertThat(client.get(ORG + "/apis").status()).isEqualTo(200);
  }

  @Test
  void refusesAFaultItDoesNotKnow() {
    // Given
    client.get(ORG);

    // Then
    assertThat(client.send("POST", "/_simulator/faults", "{\"effect\":\"magic\"}").status())
        .isEqualTo(400);
  }
}
