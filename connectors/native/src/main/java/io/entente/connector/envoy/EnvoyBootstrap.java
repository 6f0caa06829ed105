package io.entente.connector.envoy;

import io.entente.json.JsonTree;
import io.entente.model.identity.GatewayId;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The static configuration of one Envoy process: who it is and where its hub is. Holds the token;
 * hand it over once and do not log it.
 *
 * @param nodeId names the process; unique within the gateway
 * @param gateway becomes {@code node.cluster}
 * @param token sent with every call to the hub
 * @param hubHost IP address of the control plane
 * @param hubPort its port
 * @param adminPort of Envoy's own admin interface on 127.0.0.1; 0 takes a free one
 */
public record EnvoyBootstrap(
    String nodeId, GatewayId gateway, String token, String hubHost, int hubPort, int adminPort) {

  /** The request header that carries the gateway token. */
  public static final String TOKEN_HEADER = "x-entente-gateway-token";

  /** The cluster towards the hub, as listeners name it in their access logs. */
  public static final String HUB_CLUSTER = "entente_hub";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,512}");
  private static final String EXTENSIONS = "type.googleapis.com/envoy.extensions.";

  public EnvoyBootstrap {
    if (nodeId.isBlank()) {
      throw new IllegalArgumentException("node id of " + gateway + " is blank");
    }
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException("the token of " + gateway + " is no header value");
    }
    requirePort("hub port", hubPort, 1);
    requirePort("admin port", adminPort, 0);
  }

  /** The bootstrap document, JSON, as {@code envoy -c} reads it. */
  public String json() {
    return JsonTree.pretty(
        object(
            "node",
            object("id", Node.text(nodeId), "cluster", Node.text(gateway.value())),
            "admin",
            object("address", socket("127.0.0.1", adminPort)),
            "dynamic_resources",
            dynamicResources(),
            "stats_sinks",
            Node.arr(List.of(counters())),
            "static_resources",
            object("clusters", Node.arr(List.of(hubCluster())))));
  }

  @Override
  public String toString() {
    return "EnvoyBootstrap[" + gateway + "/" + nodeId + ", token withheld]";
  }

  /** Without its counters nobody can tell how many entries of the access log were lost. */
  private static Node counters() {
    return object(
        "name",
        Node.text("envoy.stat_sinks.metrics_service"),
        "typed_config",
        object(
            "@type",
            Node.text("type.googleapis.com/envoy.config.metrics.v3.MetricsServiceConfig"),
            "transport_api_version",
            Node.text("V3"),
            "grpc_service",
            object("envoy_grpc", object("cluster_name", Node.text(HUB_CLUSTER)))));
  }

  private static Node dynamicResources() {
    Node overAds = object("resource_api_version", Node.text("V3"), "ads", Node.obj());
    return object(
        "ads_config",
        object(
            "api_type",
            Node.text("GRPC"),
            "transport_api_version",
            Node.text("V3"),
            "set_node_on_first_message_only",
            Node.bool(true),
            "grpc_services",
            Node.arr(
                List.of(object("envoy_grpc", object("cluster_name", Node.text(HUB_CLUSTER)))))),
        "cds_config",
        overAds,
        "lds_config",
        overAds);
  }

  private Node hubCluster() {
    Node endpoint = object("endpoint", object("address", socket(hubHost, hubPort)));
    return object(
        "name",
        Node.text(HUB_CLUSTER),
        "type",
        Node.text("STATIC"),
        "connect_timeout",
        Node.text("5s"),
        "typed_extension_protocol_options",
        object("envoy.extensions.upstreams.http.v3.HttpProtocolOptions", protocolOptions()),
        "load_assignment",
        object(
            "cluster_name",
            Node.text(HUB_CLUSTER),
            "endpoints",
            Node.arr(List.of(object("lb_endpoints", Node.arr(List.of(endpoint)))))));
  }

  /** On the cluster, so that every call to the hub carries the token and no document holds it. */
  private Node protocolOptions() {
    Node header = object("key", Node.text(TOKEN_HEADER), "value", Node.text(token));
    Node mutation =
        object(
            "append",
            object("header", header, "append_action", Node.text("OVERWRITE_IF_EXISTS_OR_ADD")));
    Node addToken =
        object(
            "@type",
            Node.text(EXTENSIONS + "filters.http.header_mutation.v3.HeaderMutation"),
            "mutations",
            object("request_mutations", Node.arr(List.of(mutation))));
    Node codec =
        object("@type", Node.text(EXTENSIONS + "filters.http.upstream_codec.v3.UpstreamCodec"));
    Node keepalive = object("interval", Node.text("30s"), "timeout", Node.text("10s"));
    return object(
        "@type",
        Node.text(EXTENSIONS + "upstreams.http.v3.HttpProtocolOptions"),
        "explicit_http_config",
        object("http2_protocol_options", object("connection_keepalive", keepalive)),
        "http_filters",
        Node.arr(
            List.of(
                filter("envoy.filters.http.header_mutation", addToken),
                filter("envoy.filters.http.upstream_codec", codec))));
  }

  private static Node filter(String name, Node config) {
    return object("name", Node.text(name), "typed_config", config);
  }

  private static Node socket(String address, int port) {
    return object(
        "socket_address", object("address", Node.text(address), "port_value", Node.number(port)));
  }

  private static void requirePort(String what, int port, int least) {
    if (port < least || port > 65_535) {
      throw new IllegalArgumentException(what + " " + port + " is not a port");
    }
  }

  /** An object of name, value, name, value. */
  private static Node.Obj object(Object... pairs) {
    Node.Obj object = Node.obj();
    for (int i = 0; i < pairs.length; i += 2) {
      object = object.with((String) pairs[i], (Node) pairs[i + 1]);
    }
    return object;
  }
}
