package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;

/** Answers given by the {@code fault} filter, the one that answers with any status. */
final class FaultDocument {

  private static final String TYPE = "envoy.extensions.filters.http.fault.v3.HTTPFault";

  private FaultDocument() {}

  /** The filter in the chain: does nothing on a route that says nothing. */
  static Node inert() {
    return Proto.any(TYPE);
  }

  /** Every request is answered {@code status}. */
  static Node.Obj always(int status) {
    return Proto.any(TYPE)
        .with(
            "abort",
            Proto.message("http_status", Node.number(status))
                .with(
                    "percentage",
                    Proto.message("numerator", Node.number(100))
                        .with("denominator", Node.text("HUNDRED"))));
  }

  /** Requests that declare a body of at least {@code bytes} are answered {@code status}. */
  static Node declaring(long bytes, int status) {
    return always(status)
        .with(
            "headers",
            Proto.list(
                Proto.message("name", "content-length")
                    .with("invert_match", Node.bool(false))
                    .with(
                        "range_match",
                        // proto JSON writes 64 bits as text; the end is beyond the range
                        Proto.message("start", Long.toString(bytes))
                            .with("end", Node.text(Long.toString(Long.MAX_VALUE))))));
  }
}
