package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;

/** The access logger of the listener: every exchange goes to the hub. */
public final class AccessLogDocument {

  /** Namespace of what a route's metadata says of its log. */
  public static final String METADATA = "entente.log";

  /** What is to be kept of the exchange, in the metadata. */
  public static final String RECORDING = "recording";

  /** The same in an entry of the log. */
  public static final String TAG = "entente.recording";

  /** The one header that an entry holds beside those that every entry holds: it names a trace. */
  static final String TRACE_HEADER = "traceparent";

  /** Bytes of events each worker keeps until they are sent. */
  static final int BUFFER_BYTES = 16_384;

  private AccessLogDocument() {}

  /**
   * @param cluster of the hub
   * @param logName under which the hub takes the stream
   */
  public static Node of(String cluster, String logName, LogDelay delay) {
    Node.Obj common =
        Proto.message("log_name", logName)
            .with(
                "grpc_service", Proto.message("envoy_grpc", Proto.message("cluster_name", cluster)))
            .with("transport_api_version", Node.text("V3"))
            .with("buffer_flush_interval", Proto.duration(delay.least()))
            .with("buffer_size_bytes", Node.number(BUFFER_BYTES));
    return Proto.message("name", "envoy.access_loggers.http_grpc")
        .with(
            "typed_config",
            Proto.any("envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig")
                .with(
                    "common_config",
                    delay.told() ? common.with("custom_tags", Proto.list(tag())) : common)
                .with("additional_request_headers_to_log", Proto.list(Node.text(TRACE_HEADER))));
  }

  /** Absent from entries of routes that say nothing. */
  public static Node.Obj tag() {
    return Proto.message("tag", TAG)
        .with(
            "metadata",
            Proto.message("kind", Proto.message("route", Proto.message()))
                .with(
                    "metadata_key",
                    Proto.message("key", METADATA)
                        .with("path", Proto.list(Proto.message("key", RECORDING)))));
  }
}
