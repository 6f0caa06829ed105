package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import io.entente.policy.TrafficLog;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a simulated node, which is held to recordings, tells of exchanges, against what it may. */
class LogMaskingMeaningTest {

  private static final long SEED = 20261122;
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));
  private static final List<String> HEADERS = List.of("x-secret", "cookie", "x-plain");
  private static final List<String> PARAMETERS = List.of("key", "access_token", "page");

  @Test
  void tellsNoValueThatIsMaskedAndEveryOther() throws Exception {
    var random = new Random(SEED);
    int masked = 0;
    int kept = 0;
    try (var hub = new LogHub();
        var kong = new RunningKong()) {
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 25; round++) {
        // Given
        List<Policy> policies = policies(random);
        var translation = Worlds.translate(policies);
        assertThat(translation.refusals()).isEmpty();
        var now = translation.objects().values().stream().map(o -> toward(hub, o)).toList();
        kong.hold(before, now);
        before = now;
        for (int i = 0; i < 10; i++) {
          String number = round + "-" + i;
          Map<String, String> headers = values(random, HEADERS, "of the caller " + number);
          Map<String, String> query = values(random, PARAMETERS, "asked" + number);
          kong.upstreamSays(values(random, HEADERS, "of the upstream " + number));

          // When
          Exchange meant =
              PolicyEngine.logged(
                  policies.stream()
                      .map(policy -> new EffectivePolicy(policy, TargetRef.Kind.TENANT))
                      .toList(),
                  exchange(headers, query));
          hub.forget();
          kong.send(text(headers, query));
          hub.await(1, Duration.ofSeconds(20));
          Node.Obj entry = (Node.Obj) hub.entries().get(0);

          // Then
          String about = "seed %d %s: %s, %s".formatted(SEED, number, policies, entry);
          Node request = Recorded.field(entry, "request");
          Map<String, String> said = texts(Recorded.field(request, "headers"));
          for (String name : HEADERS) {
            assertThat(Optional.ofNullable(said.get(name)).stream().toList())
                .as(about)
                .isEqualTo(meant.requestHeaders().get(name));
            if (headers.containsKey(name)) {
              masked += said.containsKey(name) ? 0 : 1;
              kept += said.containsKey(name) ? 1 : 0;
            }
            if (meant.requestHeaders().get(name).isEmpty()) {
              assertThat(texts(Recorded.field(Recorded.field(entry, "response"), "headers")))
                  .as(about)
                  .satisfies(
                      answer ->
                          assertThat(answer.containsKey(name) && names(policies, name)).isFalse());
            }
          }
          for (String name : PARAMETERS) {
            boolean may = meant.query().contains(name + "=");
            assertThat(entry.toString().contains("asked" + number + name)).as(about).isEqualTo(may);
          }
          assertThat(Recorded.text(Recorded.field(request, "uri")))
              .as(about)
              .startsWith("/orders/1");
          assertThat(Recorded.text(Recorded.field(request, "url")))
              .as(about)
              .matches("http://a\\.test:[0-9]+/orders/1.*");
        }
      }
    }
    assertThat(List.of(masked, kept)).allMatch(count -> count > 100);
  }

  private static boolean names(List<Policy> policies, String header) {
    return policies.stream()
        .anyMatch(
            policy ->
                policy.spec().kind() instanceof LogMasking rule && rule.headers().contains(header));
  }

  /** The same log, toward another place, and sooner. */
  private static NativeObject toward(LogHub hub, NativeObject log) {
    Node.Obj entity = (Node.Obj) ((Content.Tree) log.content()).root();
    return NativeObject.foreign(log.key(), new Content.Tree(toward(hub, entity)));
  }

  /** The same log, toward another place, and sooner. */
  static Node.Obj toward(LogHub hub, Node.Obj entity) {
    Node.Obj config = (Node.Obj) Recorded.field(entity, "config");
    Node.Obj queue = (Node.Obj) Recorded.field(config, "queue");
    Node.Obj sooner =
        config
            .with("http_endpoint", Node.text("http://127.0.0.1:" + hub.port() + "/ingest"))
            .with("headers", Node.obj())
            .with("queue", queue.with("max_batch_size", Node.number(1)));
    return entity.with("config", sooner);
  }

  private static Map<String, String> texts(Node node) {
    var texts = new TreeMap<String, String>();
    ((Node.Obj) node)
        .fields()
        .forEach(
            (name, value) -> {
              if (HEADERS.contains(name)) {
                texts.put(name, Recorded.text(value));
              }
            });
    return texts;
  }

  private static List<Policy> policies(Random random) {
    var policies = new ArrayList<Policy>();
    policies.add(Policies.enforcing("log", new TrafficLog(Duration.ofSeconds(1))));
    for (int i = random.nextInt(3); i > 0; i--) {
      List<String> query =
          random.nextInt(4) == 0 ? List.of("*") : PARAMETERS.subList(0, random.nextInt(3));
      int some = query.isEmpty() ? 1 : 0;
      policies.add(
          Policies.enforcing(
              "mask" + i,
              new LogMasking(HEADERS.subList(0, some + random.nextInt(3 - some)), query)));
    }
    return policies;
  }

  private static Map<String, String> values(Random random, List<String> names, String value) {
    var values = new TreeMap<String, String>();
    names.stream()
        .filter(name -> random.nextInt(4) > 0)
        .forEach(name -> values.put(name, value + name));
    return values;
  }

  private static Exchange exchange(Map<String, String> headers, Map<String, String> query) {
    var sent = new TreeMap<String, List<String>>();
    headers.forEach((name, value) -> sent.put(name, List.of(value)));
    return new Exchange(
            ROUTE, "GET", "/orders/1", new Headers(sent), Optional.empty(), Optional.empty())
        .withQuery(written(query));
  }

  private static String written(Map<String, String> query) {
    return String.join(
        "&", query.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  private static String text(Map<String, String> headers, Map<String, String> query) {
    var text = new StringBuilder("GET /orders/1");
    text.append(query.isEmpty() ? "" : "?" + written(query))
        .append(" HTTP/1.1\r\nhost: a.test\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("connection: close\r\n\r\n").toString();
  }
}
