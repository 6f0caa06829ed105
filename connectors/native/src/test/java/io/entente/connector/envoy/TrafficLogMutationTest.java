package io.entente.connector.envoy;

import static io.entente.connector.envoy.EnvoyFixture.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.Policies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Wrong documents of a log are judged by a real Envoy and by what arrives of it at the hub. */
@Tag("long")
class TrafficLogMutationTest extends MutationContract {

  private static final Duration DELAY = Duration.ofSeconds(1);

  /** More than the delay, and less than any longer one. */
  private static final Duration ARRIVED = Duration.ofMillis(1_700);

  /**
   * So many that of a sample of one in two neither all nor none are kept, but once in 4 million.
   */
  private static final int REQUESTS = 24;

  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private static final Map<String, String> PARTS =
      Map.of("listener", ".access_log", "route_configuration", ".metadata");

  private EnvoyFixture fixture;

  @BeforeEach
  void start() {
    EnvoyBinary.require();
    fixture = new EnvoyFixture();
    fixture.envoy("n1");
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @Override
  protected Policy any(Random random) {
    return Policies.enforcing(
        "p",
        new TrafficLog(
            DELAY, random.nextInt(4) == 0 ? Recording.ALL : new Recording.ErrorsAndSample(2)));
  }

  @Override
  protected Set<String> kinds() {
    return Set.of("trafficLog");
  }

  @Override
  protected int rounds() {
    return 3;
  }

  @Override
  protected int mostOfOne() {
    return 30;
  }

  /** Of few fields two cannot show; with all kinds of the translator's own test it is over 95. */
  @Override
  protected int fewestPercent() {
    return 85;
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    return Translated.of(fixture, policies);
  }

  @Override
  protected List<Mutant> mutants(NativeObject object, Translation translation, Random random) {
    return super.mutants(object, translation, random).stream()
        .filter(
            mutant ->
                Optional.ofNullable(PARTS.get(object.key().kind()))
                    .filter(mutant.path()::contains)
                    .isPresent())
        .toList();
  }

  @Override
  protected Judge judge(Policy policy, Translation translation) {
    var documents = Translated.documents(translation);
    String unchanged = met(documents);
    assertThat(unchanged).isEqualTo(met(documents)).doesNotContain("refused");
    return (key, mutant) -> {
      var changed = new TreeMap<>(documents);
      changed.put(key, mutant.document());
      String met = met(changed);
      return met.equals(unchanged) ? unseen(mutant) : new Outcome(Fate.CAUGHT, met);
    };
  }

  private static Outcome unseen(Mutant mutant) {
    String path = mutant.path();
    if (path.endsWith(".buffer_size_bytes")) {
      return new Outcome(Fate.SURVIVED, "nobody here fills a buffer of 16 KiB");
    }
    if (path.endsWith(".log_name")) {
      return new Outcome(Fate.INERT, "the hub goes by the token of the stream");
    }
    if (path.matches(".*\\.access_log\\[\\d+]\\.name")) {
      return new Outcome(Fate.INERT, "Envoy goes by the type of the settings");
    }
    if (path.endsWith(".buffer_flush_interval") && mutant.change().equals("dropped")) {
      return new Outcome(Fate.SAME, "1 s, the default, was written");
    }
    if (path.endsWith(".transport_api_version") && mutant.change().equals("dropped")) {
      return new Outcome(Fate.SAME, "this Envoy speaks no other");
    }
    return new Outcome(Fate.SURVIVED, UNEXPLAINED);
  }

  /** What Envoy says of the documents, or what arrives of exchanges: how much of which weight. */
  private String met(TreeMap<ObjectKey, Node> documents) {
    Instant before = Instant.now();
    try {
      fixture.put(documents);
    } catch (RuntimeException e) {
      return "refused: it cannot be sent";
    }
    String version = Long.toString(fixture.store.current(GATEWAY).version());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                fixture.plane.convergence(GATEWAY).nodes().stream()
                    .anyMatch(node -> decided(node, version, before)));
    if (fixture.node("n1").sync() == Sync.REJECTED) {
      return "refused by Envoy";
    }
    pause(Duration.ofMillis(200));
    fixture.events.clear();
    for (int i = 0; i < REQUESTS; i++) {
      call("/orders/" + i);
    }
    call("/nowhere");
    pause(ARRIVED);
    List<TrafficEvent> arrived = List.copyOf(fixture.events);
    long fine = arrived.stream().filter(event -> event.status() < 400).count();
    return "%s of the fine ones, weight %s, %d others on %s, of traces %s"
        .formatted(
            fine == 0 ? "none" : fine == REQUESTS ? "all" : "some",
            arrived.stream()
                .map(TrafficEvent::weight)
                .collect(Collectors.toCollection(TreeSet::new)),
            arrived.size() - fine,
            arrived.stream()
                .map(event -> event.api().map(Object::toString).orElse("no api"))
                .collect(Collectors.toCollection(TreeSet::new)),
            arrived.stream()
                .map(event -> event.trace().orElse("no trace"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean decided(NodeState node, String version, Instant before) {
    return node.sync() == Sync.REJECTED && node.since().isAfter(before)
        || node.sync() == Sync.SYNCED && node.version().equals(Optional.of(version));
  }

  private static void pause(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
  }

  /** On a connection of its own, which nothing of an earlier listener has. */
  private void call(String path) {
    try {
      var connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + fixture.listenerPort + path)
                  .toURL()
                  .openConnection();
      connection.setRequestProperty("Connection", "close");
      connection.setRequestProperty("traceparent", TRACEPARENT);
      connection.getResponseCode();
      connection.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
