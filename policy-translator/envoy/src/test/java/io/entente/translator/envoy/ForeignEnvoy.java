package io.entente.translator.envoy;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.PolicyKind;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import io.entente.translator.envoy.reverse.EnvoyReverse;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.ReverseRequest;
import io.entente.translator.testkit.CaseRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An Envoy of somebody else: one listener with filters, one route configuration. */
final class ForeignEnvoy {

  static final ObjectKey LISTENER = new ObjectKey(EnvoyKinds.LISTENER, "main");
  static final ObjectKey ROUTES = new ObjectKey(EnvoyKinds.ROUTE_CONFIGURATION, "web");

  private ForeignEnvoy() {}

  /**
   * @param filters the chain's, YAML
   * @param routes the route configuration's virtual hosts and further fields, YAML
   */
  static Reading read(String filters, String routes) {
    var observed = new TreeMap<ObjectKey, NativeObject>();
    observed.put(LISTENER, object(LISTENER, listener(filters)));
    observed.put(ROUTES, object(ROUTES, "name: web\n" + routes));
    return read(observed);
  }

  static Reading read(Map<ObjectKey, NativeObject> observed) {
    return new EnvoyReverse()
        .read(
            new ReverseRequest(
                CaseRequest.GATEWAY,
                Requests.profile(1, Map.of("listener.port", "8080")),
                List.of(),
                new TreeMap<>(observed),
                Set.of()));
  }

  static NativeObject object(ObjectKey key, String yaml) {
    return NativeObject.foreign(
        key, new Content.Tree(YamlTree.readAll(yaml, TreeLimits.DOCUMENT).get(0)));
  }

  /** One host with the routes {@code a} and {@code b}; the first is configured. */
  static String onRouteA(String filter, String config) {
    return """
        virtual_hosts:
          - name: shop
            domains: ["*"]
            routes:
              - name: a
                match: {prefix: /a}
                route: {cluster: up}
                typed_per_filter_config:
                  %s: %s
              - {name: b, match: {prefix: /}, route: {cluster: up}}
        """
        .formatted(filter, config);
  }

  static final String PLAIN_ROUTES =
      """
      virtual_hosts:
        - name: shop
          domains: ["*"]
          routes:
            - {name: a, match: {prefix: /a}, route: {cluster: up}}
            - {name: b, match: {prefix: /}, route: {cluster: up}}
      """;

  static String type(String filter, String message) {
    return "\"@type\": type.googleapis.com/envoy.extensions.filters.http.%s.v3.%s"
        .formatted(filter, message);
  }

  static List<PolicyKind> kinds(Reading reading) {
    return reading.policies().stream().map(FoundPolicy::kind).toList();
  }

  static String why(Reading reading, ObjectKey key) {
    return reading.reasons().getOrDefault(key, "");
  }

  private static String listener(String filters) {
    return """
        name: main
        address: {socket_address: {address: 0.0.0.0, port_value: 80}}
        filter_chains:
          - filters:
              - name: hcm
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                  stat_prefix: web
                  rds: {route_config_name: web, config_source: {ads: {}}}
                  http_filters:
        """
        + filters.indent(12)
        + """
                    - name: router
                      typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router}
        """;
  }
}
