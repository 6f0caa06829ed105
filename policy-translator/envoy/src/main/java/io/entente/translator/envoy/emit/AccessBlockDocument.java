package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.AccessBlock;
import io.entente.policy.Policy;
import java.util.List;

/**
 * A block as an answer of the {@code fault} filter. A {@code direct_response} would skip {@code
 * cors}, so browsers would get no preflight and could not read the answer. The body stands in the
 * route's metadata, from where the listener's {@code local_reply_config} takes it, so that another
 * body changes the route only.
 */
final class AccessBlockDocument {

  /** Namespace of the metadata. */
  static final String METADATA = "entente.access_block";

  private AccessBlockDocument() {}

  static Node metadata(AccessBlock block) {
    return Proto.message("body", block.body());
  }

  /** An edit of the answer: a preflight has no body and so nothing to say of it. */
  static Node contentType(AccessBlock block) {
    return HeaderMutationDocument.of(
        List.of(),
        List.of(
            HeaderMutationDocument.formatted(
                "content-type", block.contentType(), "OVERWRITE_IF_EXISTS", true)));
  }

  /** Counts and does nothing else; named as the policy, so that the statistic is. */
  static Node observing(List<Policy> policies) {
    return IpFilterDocument.watchingEverybody(policies);
  }

  /** Texts of answers that the {@code fault} filter gives: the route's, or none. */
  static Node answers() {
    Node format =
        Proto.message(
                "text_format_source",
                Proto.message("inline_string", "%METADATA(ROUTE:" + METADATA + ":body)%"))
            .with("omit_empty_values", Node.bool(true))
            .with("content_type", Node.text("text/plain"))
            .with(
                "formatters",
                Proto.list(
                    Proto.message("name", "envoy.formatter.metadata")
                        .with(
                            "typed_config",
                            Proto.any("envoy.extensions.formatter.metadata.v3.Metadata"))));
    return Proto.message(
        "mappers",
        Proto.list(
            Proto.message(
                    "filter",
                    Proto.message(
                        "response_flag_filter",
                        Proto.message("flags", Proto.list(Node.text("FI")))))
                .with("body_format_override", format)));
  }
}
