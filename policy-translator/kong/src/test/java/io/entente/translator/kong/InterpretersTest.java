package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tests believe that Kong does is what a real one was recorded to do. */
class InterpretersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rl-header-values",
        "rl-denied-not-counted",
        "rl-second-edge-double",
        "rl-ip",
        "rl-header-value-collides-with-ip"
      })
  void limits(String scenario) {
    // Given
    Node recorded = Recorded.scenario(scenario);
    Node plugin = items(Recorded.field(Recorded.field(recorded, "config"), "plugins")).get(0);
    var interpreter = new RateLimitInterpreter(lowerHeader(Recorded.field(plugin, "config")));

    for (Node step : items(Recorded.field(recorded, "steps"))) {
      Node request = Recorded.field(step, "request");
      String address =
          ((Node.Obj) request).field("client_ip").map(Recorded::text).orElse("127.0.0.1");
      var headers = new HashMap<String, String>();
      headers(request).forEach((name, values) -> headers.put(name, values.get(0)));

      // When
      boolean passes =
          interpreter.takes(
              Requests.number(Recorded.field(step, "sent_epoch_ms")) / 1000,
              "r",
              "s",
              address,
              headers);

      // Then
      assertThat(passes).as("%s", request).isEqualTo(status(step) == 200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsp-header-verbs", "rsp-duplicate-headers", "rsp-security-headers"})
  void responseEdits(String scenario) {
    Node recorded = Recorded.scenario(scenario);
    Node plugin = items(Recorded.field(Recorded.field(recorded, "config"), "plugins")).get(0);
    var interpreter = new TransformerInterpreter(Recorded.field(plugin, "config"), true);

    for (Node step : items(Recorded.field(recorded, "steps"))) {
      // Given what the upstream was told to send
      var told =
          Optional.ofNullable(headers(Recorded.field(step, "request")).get("x-up"))
              .map(text -> JsonTree.read(text.get(0), TreeLimits.DOCUMENT))
              .map(InterpretersTest::headers)
              .orElse(new TreeMap<>());

      // Then
      var got = new TreeMap<>(headers(Recorded.field(step, "response")));
      got.keySet().removeIf(name -> name.startsWith("x-kong") || name.equals("x-upstream"));
      got.keySet().removeIf(name -> !name.startsWith("x-") && !name.startsWith("strict"));
      assertThat(got).isEqualTo(interpreter.transform(told));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "rt-order-same-header")
  void requestEdits(String scenario) {
    Node recorded = Recorded.scenario(scenario);
    Node plugin = items(Recorded.field(Recorded.field(recorded, "config"), "plugins")).get(0);
    var interpreter = new TransformerInterpreter(Recorded.field(plugin, "config"), false);

    for (Node step : items(Recorded.field(recorded, "steps"))) {
      var sent = headers(Recorded.field(step, "request"));
      var saw = headers(Recorded.field(step, "upstream_saw"));

      assertThat(saw.get("x-a")).isEqualTo(interpreter.transform(sent).get("x-a"));
      assertThat(saw).doesNotContainKey("x-b");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route-prefix-longest",
        "route-regex-over-prefix",
        "route-precedence-count",
        "route-regex-priority"
      })
  void routing(String scenario) {
    // Given
    Node recorded = Recorded.scenario(scenario);
    List<Node.Obj> routes =
        items(Recorded.field(Recorded.field(recorded, "config"), "routes")).stream()
            .map(route -> (Node.Obj) route)
            .toList();
    var serviceOf = new HashMap<String, String>();
    for (Node route : routes) {
      serviceOf.put(
          Recorded.text(Recorded.field(route, "name")),
          Recorded.text(Recorded.field(Recorded.field(route, "service"), "name")));
    }
    var router = new KongRouter(routes);

    for (Node step : items(Recorded.field(recorded, "steps"))) {
      Node request = Recorded.field(step, "request");

      // When
      Optional<String> found =
          router.route(
              headers(request).get("host").get(0),
              Recorded.text(Recorded.field(request, "method")),
              Recorded.text(Recorded.field(request, "path")));

      // Then service sa leads to upstream a, and so on
      List<String> answered =
          headers(Recorded.field(step, "response")).getOrDefault("x-upstream", List.of());
      assertThat(found.map(serviceOf::get).stream().toList())
          .as("%s", request)
          .isEqualTo(answered.stream().map(upstream -> "s" + upstream).toList());
    }
  }

  private static Node lowerHeader(Node config) {
    Node.Obj fields = (Node.Obj) config;
    return fields
        .field("header_name")
        .map(name -> Node.text(Recorded.text(name).toLowerCase(Locale.ROOT)))
        .map(name -> fields.with("header_name", name))
        .orElse(fields);
  }

  private static SortedMap<String, List<String>> headers(Node message) {
    var headers = new TreeMap<String, List<String>>();
    for (Node pair : items(Recorded.field(message, "headers"))) {
      headers
          .computeIfAbsent(
              Recorded.text(items(pair).get(0)).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
          .add(Recorded.text(items(pair).get(1)));
    }
    return headers;
  }

  private static long status(Node step) {
    return Requests.number(Recorded.field(Recorded.field(step, "response"), "status"));
  }

  private static List<Node> items(Node list) {
    return ((Node.Arr) list).items();
  }
}
