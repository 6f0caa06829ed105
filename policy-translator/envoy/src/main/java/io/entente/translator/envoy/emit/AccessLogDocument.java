package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;

/** The access logger of the listener: every exchange goes to the hub. */
public final class AccessLogDocument {

  /** Bytes of events each worker keeps until they are sent. */
  static final int BUFFER_BYTES = 16_384;

  private AccessLogDocument() {}

  /**
   * @param cluster of the hub
   * @param logName under which the hub takes the stream
   */
  public static Node of(String cluster, String logName, LogDelay delay) {
    return Proto.message("name", "envoy.access_loggers.http_grpc")
        .with(
            "typed_config",
            Proto.any("envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig")
                .with(
                    "common_config",
                    Proto.message("log_name", logName)
                        .with(
                            "grpc_service",
                            Proto.message("envoy_grpc", Proto.message("cluster_name", cluster)))
                        .with("transport_api_version", Node.text("V3"))
                        .with("buffer_flush_interval", Proto.duration(delay.least()))
                        .with("buffer_size_bytes", Node.number(BUFFER_BYTES))));
  }
}
