package io.entente.translator.envoy;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.Upstream;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.Proto;
import io.entente.translator.envoy.emit.UpstreamPart;
import java.util.List;
import java.util.regex.Pattern;

/** The upstream of one API, or of one route of it. */
final class ClusterDocument {

  private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private ClusterDocument() {}

  /**
   * @param part what policies say of it, beyond the API itself
   */
  static Node of(Api api, ObjectKey key, UpstreamPart part) {
    String name = key.nativeId();
    Upstream upstream =
        api.upstream()
            .orElseThrow(
                () -> new IllegalArgumentException("api " + api.name() + " has no upstream"));
    List<Endpoint> endpoints = upstream.endpoints();
    boolean literal = endpoints.stream().allMatch(e -> isAddress(e.host()));
    Node.Obj cluster =
        Proto.message("name", name)
            .with("type", Node.text(literal ? "STATIC" : "STRICT_DNS"))
            .with("connect_timeout", Proto.duration(upstream.connectTimeout()))
            .with("lb_policy", Node.text("ROUND_ROBIN"))
            .with(
                "load_assignment",
                Proto.message("cluster_name", name)
                    .with(
                        "endpoints",
                        Proto.list(
                            Proto.message(
                                "lb_endpoints",
                                Node.arr(
                                    endpoints.stream().map(ClusterDocument::endpoint).toList())))));
    Node.Obj named =
        literal ? cluster : cluster.with("dns_lookup_family", Node.text("V4_PREFERRED"));
    for (var field : part.cluster().entrySet()) {
      named = named.with(field.getKey(), field.getValue());
    }
    return part.thresholds().isEmpty()
        ? named
        : named.with(
            "circuit_breakers",
            Proto.message("thresholds", Proto.list(Node.obj(part.thresholds()))));
  }

  static Node.Obj socketAddress(String host, int port) {
    return Proto.message(
        "socket_address", Proto.message("address", host).with("port_value", Node.number(port)));
  }

  static Node endpoint(Endpoint endpoint) {
    return Proto.message(
        "endpoint", Proto.message("address", socketAddress(endpoint.host(), endpoint.port())));
  }

  /** Host names have no colon, so what has one is an IPv6 address. */
  static boolean isAddress(String host) {
    return IP_V4.matcher(host).matches() || host.contains(":");
  }
}
