package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.HeaderTransformEmitter;
import io.entente.translator.envoy.emit.Proto;
import io.entente.translator.envoy.emit.RateLimitEmitter;
import java.util.ArrayList;

/** The one HTTP listener of a gateway. */
final class ListenerDocument {

  private ListenerDocument() {}

  /** With {@code rateLimits} filter instances, as many as the busiest route has limits. */
  static Node of(EnvoySettings settings, int rateLimits) {
    return Proto.message("name", EnvoyNames.LISTENER.nativeId())
        .with("address", ClusterDocument.socketAddress(settings.address(), settings.port()))
        .with(
            "filter_chains",
            Proto.list(
                Proto.message(
                    "filters",
                    Proto.list(
                        Proto.message("name", "envoy.filters.network.http_connection_manager")
                            .with("typed_config", manager(settings, rateLimits))))));
  }

  private static Node manager(EnvoySettings settings, int rateLimits) {
    return Proto.any(
            "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager")
        .with("stat_prefix", Node.text("entente"))
        .with("codec_type", Node.text("AUTO"))
        .with("rds", routes())
        .with("access_log", Proto.list(accessLog()))
        .with("generate_request_id", Node.bool(true))
        .with("preserve_external_request_id", Node.bool(false))
        .with("server_header_transformation", Node.text("PASS_THROUGH"))
        .with("use_remote_address", Node.bool(true))
        .with("xff_num_trusted_hops", Node.number(settings.trustedHops()))
        .with("normalize_path", Node.bool(true))
        .with("merge_slashes", Node.bool(true))
        .with("path_with_escaped_slashes_action", Node.text("KEEP_UNCHANGED"))
        .with("stream_idle_timeout", Node.text("300s"))
        .with("http_filters", httpFilters(rateLimits));
  }

  private static Node routes() {
    return Proto.message("route_config_name", EnvoyNames.ROUTES.nativeId())
        .with(
            "config_source",
            Proto.message("ads", Proto.message()).with("resource_api_version", Node.text("V3")));
  }

  private static Node accessLog() {
    return Proto.message("name", "envoy.access_loggers.http_grpc")
        .with(
            "typed_config",
            Proto.any("envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig")
                .with(
                    "common_config",
                    Proto.message("log_name", EnvoyNames.ACCESS_LOG)
                        .with(
                            "grpc_service",
                            Proto.message(
                                "envoy_grpc",
                                Proto.message("cluster_name", EnvoyNames.HUB_CLUSTER)))
                        .with("transport_api_version", Node.text("V3"))
                        .with("buffer_flush_interval", Node.text("0.2s"))
                        .with("buffer_size_bytes", Node.number(16_384))));
  }

  private static Node httpFilters(int rateLimits) {
    var filters = new ArrayList<Node>();
    for (int i = 1; i <= rateLimits; i++) {
      filters.add(filter(FilterNames.rateLimit(i), RateLimitEmitter.inChain(i)));
    }
    filters.add(filter(FilterNames.HEADER_MUTATION, HeaderTransformEmitter.inChain()));
    filters.add(
        filter(
            FilterNames.ROUTER,
            Proto.any("envoy.extensions.filters.http.router.v3.Router")
                .with("suppress_envoy_headers", Node.bool(false))));
    return Node.arr(filters);
  }

  private static Node filter(String name, Node config) {
    return Proto.message("name", name).with("typed_config", config);
  }
}
