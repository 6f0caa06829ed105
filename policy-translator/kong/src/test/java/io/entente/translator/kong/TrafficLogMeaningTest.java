package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.model.event.Recording;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exchange on a simulated node is reported once, as it was, and soon enough. */
class TrafficLogMeaningTest {

  private static final long SEED = 20261122;
  private static final int EXCHANGES = 240;
  private static final int MOST_OF_ONE = 200;

  /** How late a batch may be for reasons of this machine. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** An entry of a log, and when it came. */
  private record Entry(String method, String uri, int status, long at) {}

  @Test
  void reportsEveryExchangeOnceWithinTheDelay() throws IOException {
    var random = new Random(SEED);
    try (var hub = new LogHub();
        var kong = new RunningKong()) {
      // Given
      var delay = Duration.ofSeconds(1 + random.nextInt(2));
      kong.hold(List.of(), translated(Policies.enforcing("log", new TrafficLog(delay)), hub));
      Map<String, Long> ended = new HashMap<>();
      Map<String, String> meant = new HashMap<>();

      // When
      for (int i = 0; i < EXCHANGES; i++) {
        String method = List.of("GET", "POST", "DELETE", "OPTIONS").get(random.nextInt(4));
        String query = "?n=" + i;
        int status =
            kong.call(
                    kong.request(query)
                        .method(method, BodyPublishers.ofString("a".repeat(random.nextInt(50))))
                        .build())
                .statusCode();
        ended.put("/orders/1" + query, System.nanoTime());
        meant.put("/orders/1" + query, method + " " + status);
      }
      await()
          .atMost(delay.plus(GRACE))
          .untilAsserted(() -> assertThat(hub.entries()).hasSizeGreaterThanOrEqualTo(EXCHANGES));

      // Then
      List<Entry> entries = entries(hub);
      assertThat(entries).hasSize(EXCHANGES);
      assertThat(entries).extracting(Entry::uri).doesNotHaveDuplicates();
      for (Entry entry : entries) {
        assertThat(entry.method() + " " + entry.status()).isEqualTo(meant.get(entry.uri()));
        assertThat(Duration.ofNanos(entry.at() - ended.getOrDefault(entry.uri(), 0L)))
            .as("seed %d: %s", SEED, entry)
            .isLessThan(delay.plus(GRACE));
      }
      assertThat(hub.deliveries())
          .allMatch(one -> !one.entries().isEmpty() && one.entries().size() <= MOST_OF_ONE)
          .allMatch(one -> one.token().equals(LogHub.TOKEN));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors-and-1-in-10", "aggregate"})
  void tellsTheHubByWhereItDeliversWhatIsToBeKept(String word) throws IOException {
    try (var hub = new LogHub();
        var kong = new RunningKong()) {
      // Given
      var log = new TrafficLog(Duration.ofSeconds(1), Recording.of(word).orElseThrow());
      kong.hold(List.of(), translated(Policies.enforcing("log", log), hub));

      // When
      for (int i = 0; i < 20; i++) {
        kong.call(kong.request("?n=" + i).GET().build());
      }

      // Then: Kong leaves out none
      await().atMost(GRACE).untilAsserted(() -> assertThat(hub.entries()).hasSize(20));
      assertThat(hub.deliveries())
          .extracting(LogHub.Delivery::path)
          .containsOnly("/ingest/" + word);
    }
  }

  private static List<NativeObject> translated(Policy policy, LogHub hub) {
    Translation translation = hub.translate(List.of(policy));
    assertThat(translation.refusals()).isEmpty();
    return translation.objects().entrySet().stream()
        .map(
            object -> {
              var plugin = (Node.Obj) ((Content.Tree) object.getValue().content()).root();
              return NativeObject.foreign(
                  object.getKey(), new Content.Tree(LogHub.withToken(plugin)));
            })
        .toList();
  }

  private static List<Entry> entries(LogHub hub) {
    var entries = new ArrayList<Entry>();
    for (LogHub.Delivery delivery : hub.deliveries()) {
      for (Node log : delivery.entries()) {
        Node request = Recorded.field(log, "request");
        entries.add(
            new Entry(
                Recorded.text(Recorded.field(request, "method")),
                Recorded.text(Recorded.field(request, "uri")),
                (int) Requests.number(Recorded.field(Recorded.field(log, "response"), "status")),
                delivery.at()));
      }
    }
    return entries;
  }
}
