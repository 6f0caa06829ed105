package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.AccessBlockEmitter;
import io.entente.translator.envoy.emit.AccessLogDocument;
import io.entente.translator.envoy.emit.LogDelay;
import io.entente.translator.envoy.emit.Proto;

/** The one HTTP listener of a gateway. */
final class ListenerDocument {

  private ListenerDocument() {}

  /** With the filters that {@link HttpFilters} puts in order. */
  static Node of(EnvoySettings settings, Node filters, LogDelay delay) {
    return Proto.message("name", EnvoyNames.LISTENER.nativeId())
        .with("address", ClusterDocument.socketAddress(settings.address(), settings.port()))
        .with(
            "filter_chains",
            Proto.list(
                Proto.message(
                    "filters",
                    Proto.list(
                        Proto.message("name", "envoy.filters.network.http_connection_manager")
                            .with("typed_config", manager(settings, filters, delay))))));
  }

  private static Node manager(EnvoySettings settings, Node filters, LogDelay delay) {
    return Proto.any(
            "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager")
        .with("stat_prefix", Node.text("entente"))
        .with("codec_type", Node.text("AUTO"))
        .with("rds", routes())
        .with(
            "access_log",
            Proto.list(AccessLogDocument.of(EnvoyNames.HUB_CLUSTER, EnvoyNames.ACCESS_LOG, delay)))
        .with("generate_request_id", Node.bool(true))
        .with("preserve_external_request_id", Node.bool(false))
        .with("server_header_transformation", Node.text("PASS_THROUGH"))
        .with("use_remote_address", Node.bool(true))
        .with("xff_num_trusted_hops", Node.number(settings.trustedHops()))
        .with("normalize_path", Node.bool(true))
        .with("merge_slashes", Node.bool(true))
        .with("path_with_escaped_slashes_action", Node.text("KEEP_UNCHANGED"))
        .with("stream_idle_timeout", Node.text("300s"))
        .with("local_reply_config", AccessBlockEmitter.answers())
        .with("http_filters", filters);
  }

  private static Node routes() {
    return Proto.message("route_config_name", EnvoyNames.ROUTES.nativeId())
        .with(
            "config_source",
            Proto.message("ads", Proto.message()).with("resource_api_version", Node.text("V3")));
  }
}
