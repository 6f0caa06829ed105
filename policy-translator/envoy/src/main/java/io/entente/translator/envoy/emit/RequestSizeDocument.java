package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.RequestSize;

/** A size as {@code buffer}: a body is held until it has ended or is too large. */
final class RequestSizeDocument {

  private static final String PACKAGE = "envoy.extensions.filters.http.buffer.v3.";

  private RequestSizeDocument() {}

  /** The filter in the chain, where it must name some size. */
  static Node inert() {
    return Proto.any(PACKAGE + "Buffer").with("max_request_bytes", bytes(RequestSize.LARGEST));
  }

  static Node of(RequestSize size) {
    return Proto.any(PACKAGE + "BufferPerRoute")
        .with("buffer", Proto.message("max_request_bytes", bytes(size.maxBytes())));
  }

  private static Node bytes(long bytes) {
    return Node.number(bytes);
  }
}
