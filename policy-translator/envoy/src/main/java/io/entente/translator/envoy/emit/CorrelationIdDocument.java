package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import java.util.List;

/** An id as header edits before all other filters, remembered for the answer. */
final class CorrelationIdDocument {

  private static final String REMEMBERED = "entente.correlation_id";
  private static final String TYPE = "envoy.extensions.filters.http.set_filter_state.v3.Config";
  private static final String FRESH = "%UNIQUE_ID%";
  private static final String SET = "OVERWRITE_IF_EXISTS_OR_ADD";

  private CorrelationIdDocument() {}

  /** The filter that remembers, in the chain: does nothing on a route that says nothing. */
  static Node inert() {
    return Proto.any(TYPE);
  }

  static Node given(CorrelationId rule) {
    return HeaderMutationDocument.of(
        rule.onInbound() == OnInbound.KEEP
            ? kept(rule.header())
            : List.of(HeaderMutationDocument.formatted(rule.header(), FRESH, SET, false)),
        List.of());
  }

  /**
   * The first value that came, if it is not empty: it is put aside under a name of ours, all that
   * came is taken off, and it comes back, or a fresh one where nothing was put aside.
   */
  private static List<Node> kept(String header) {
    String aside = "entente-inbound-" + header;
    return List.of(
        Proto.message("remove", aside),
        HeaderMutationDocument.formatted(aside, value(header), SET, false),
        Proto.message("remove", header),
        HeaderMutationDocument.formatted(header, value(aside), SET, false),
        HeaderMutationDocument.formatted(header, FRESH, "ADD_IF_ABSENT", false),
        Proto.message("remove", aside));
  }

  /** Before header edits, which may change the header on its way to the upstream. */
  static Node remembered(String header) {
    return Proto.any(TYPE)
        .with(
            "on_request_headers",
            Proto.list(
                Proto.message("object_key", REMEMBERED)
                    .with("factory_key", Node.text("envoy.string"))
                    .with(
                        "format_string",
                        Proto.message(
                                "text_format_source", Proto.message("inline_string", value(header)))
                            .with("omit_empty_values", Node.bool(true)))
                    .with("skip_if_empty", Node.bool(true))));
  }

  static Node echoed(String header) {
    return HeaderMutationDocument.of(
        List.of(),
        List.of(
            HeaderMutationDocument.formatted(
                header, "%FILTER_STATE(" + REMEMBERED + ":PLAIN)%", SET, false)));
  }

  private static String value(String header) {
    return "%REQ(" + header + ")%";
  }
}
