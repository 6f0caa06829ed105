package io.entente.translator.envoy;

import io.entente.model.estate.Endpoint;
import io.entente.model.tree.Node;
import io.entente.policy.Jwks;
import io.entente.translator.envoy.emit.Proto;
import java.time.Duration;

/** A host that publishes keys, over TLS and known by its name: who speaks for it makes tokens. */
final class KeyClusterDocument {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private KeyClusterDocument() {}

  static Node of(Jwks.Url keys, String trustedCertificates) {
    String name = EnvoyNames.cluster(keys).nativeId();
    boolean literal = ClusterDocument.isAddress(keys.host());
    Node.Obj cluster =
        Proto.message("name", name)
            .with("type", Node.text(literal ? "STATIC" : "STRICT_DNS"))
            .with("connect_timeout", Proto.duration(CONNECT))
            .with("lb_policy", Node.text("ROUND_ROBIN"))
            .with("load_assignment", endpoints(name, keys))
            .with("transport_socket", tls(keys.host(), literal, trustedCertificates));
    return literal ? cluster : cluster.with("dns_lookup_family", Node.text("V4_PREFERRED"));
  }

  private static Node endpoints(String name, Jwks.Url keys) {
    return Proto.message("cluster_name", name)
        .with(
            "endpoints",
            Proto.list(
                Proto.message(
                    "lb_endpoints",
                    Proto.list(ClusterDocument.endpoint(new Endpoint(keys.host(), keys.port()))))));
  }

  private static Node tls(String host, boolean literal, String trustedCertificates) {
    Node known =
        Proto.message("san_type", literal ? "IP_ADDRESS" : "DNS")
            .with("matcher", Proto.message("exact", host));
    Node.Obj context =
        Proto.any("envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext")
            .with(
                "common_tls_context",
                Proto.message(
                    "validation_context",
                    Proto.message("trusted_ca", Proto.message("filename", trustedCertificates))
                        .with("match_typed_subject_alt_names", Proto.list(known))));
    return Proto.message("name", "envoy.transport_sockets.tls")
        .with("typed_config", literal ? context : context.with("sni", Node.text(host)));
  }
}
