package io.entente.connector.envoy;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.TreeMap;

/** A small good configuration: one listener, one route configuration, one cluster. */
final class Documents {

  static final ObjectKey LISTENER = new ObjectKey("listener", "entente-http");
  static final ObjectKey ROUTES = new ObjectKey("route_configuration", "entente");
  static final ObjectKey CLUSTER = new ObjectKey("cluster", "api.orders");

  private Documents() {}

  static Node yaml(String text) {
    return YamlTree.readAll(text, TreeLimits.DOCUMENT).get(0);
  }

  static TreeMap<ObjectKey, Node> good(int listenerPort, int upstreamPort) {
    var all = new TreeMap<ObjectKey, Node>();
    all.put(LISTENER, yaml(listener(listenerPort)));
    all.put(ROUTES, yaml(routes("/orders")));
    all.put(CLUSTER, yaml(cluster("api.orders", upstreamPort)));
    return all;
  }

  static String cluster(String name, int port) {
    return """
        name: %s
        type: STATIC
        connect_timeout: 1s
        load_assignment:
          cluster_name: %s
          endpoints:
          - lb_endpoints:
            - endpoint:
                address:
                  socket_address: {address: 127.0.0.1, port_value: %d}
        """
        .formatted(name, name, port);
  }

  static String routes(String prefix) {
    return """
        name: entente
        virtual_hosts:
        - name: any
          domains: ["*"]
          routes:
          - name: orders/list
            match: {prefix: %s}
            route: {cluster: api.orders, timeout: 5s}
        """
        .formatted(prefix);
  }

  static String listener(int port) {
    return """
        name: entente-http
        address:
          socket_address: {address: 127.0.0.1, port_value: %d}
        filter_chains:
        - filters:
          - name: envoy.filters.network.http_connection_manager
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
              stat_prefix: entente
              codec_type: AUTO
              rds:
                route_config_name: entente
                config_source: {resource_api_version: V3, ads: {}}
              access_log:
              - name: envoy.access_loggers.http_grpc
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig
                  common_config:
                    log_name: entente
                    transport_api_version: V3
                    buffer_flush_interval: 0.2s
                    grpc_service: {envoy_grpc: {cluster_name: entente_hub}}
              http_filters:
              - name: envoy.filters.http.header_mutation
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.HeaderMutation
                  mutations:
                    response_mutations:
                    - append:
                        header: {key: x-entente-test, value: good}
              - name: envoy.filters.http.router
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
        """
        .formatted(port);
  }
}
