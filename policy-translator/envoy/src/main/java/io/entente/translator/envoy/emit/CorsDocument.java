package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code cors} as a {@code CorsPolicy} and the edits that give it the only word: Envoy's filter
 * leaves what the upstream says, never varies by origin, and echoes the origin where all are
 * allowed.
 */
final class CorsDocument {

  private static final String PACKAGE = "envoy.extensions.filters.http.cors.v3.";
  private static final String ALLOW_ORIGIN = "access-control-allow-origin";
  private static final String ALLOW_CREDENTIALS = "access-control-allow-credentials";
  private static final String EXPOSE_HEADERS = "access-control-expose-headers";

  private CorsDocument() {}

  /** The filter in the chain: does nothing on a route that says nothing. */
  static Node inert() {
    return Proto.any(PACKAGE + "Cors");
  }

  static Node acting(Cors cors) {
    Node.Obj policy =
        origins(cors)
            .with("allow_methods", joined(cors.allowMethods()))
            .with("max_age", Node.text(Long.toString(cors.maxAge().toSeconds())))
            .with("allow_credentials", Node.bool(cors.allowCredentials()))
            // a preflight never reaches the upstream, whoever asks
            .with("forward_not_matching_preflights", Node.bool(false));
    if (!cors.allowHeaders().isEmpty()) {
      policy = policy.with("allow_headers", joined(cors.allowHeaders()));
    }
    return cors.exposeHeaders().isEmpty()
        ? policy
        : policy.with("expose_headers", joined(cors.exposeHeaders()));
  }

  /** Counts origins and does nothing else. */
  static Node observing(Cors cors) {
    return origins(cors)
        .with("filter_enabled", Proto.percent(0))
        .with("shadow_enabled", Proto.percent(100));
  }

  private static Node.Obj origins(Cors cors) {
    return Proto.any(PACKAGE + "CorsPolicy")
        .with(
            "allow_origin_string_match",
            Node.arr(
                cors.allowOrigins().stream()
                    .<Node>map(origin -> Proto.message("exact", origin))
                    .toList()));
  }

  /** Edits of the answer before Envoy's filter adds to it: the upstream's own word goes. */
  static Node upstream() {
    return edits(
        List.of(
            new Edit.Remove(ALLOW_ORIGIN),
            new Edit.Remove(ALLOW_CREDENTIALS),
            new Edit.Remove(EXPOSE_HEADERS),
            new Edit.Append("vary", "Origin")));
  }

  /** Edits of the answer after Envoy's filter: everybody is told the same. */
  static Node anyOrigin(Cors cors) {
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.Set(ALLOW_ORIGIN, Cors.ANY_ORIGIN));
    edits.add(new Edit.Remove(ALLOW_CREDENTIALS));
    edits.add(
        cors.exposeHeaders().isEmpty()
            ? new Edit.Remove(EXPOSE_HEADERS)
            : new Edit.Set(EXPOSE_HEADERS, String.join(",", cors.exposeHeaders())));
    return edits(edits);
  }

  private static Node edits(List<Edit> edits) {
    return HeaderMutationDocument.of(
        List.of(), edits.stream().map(HeaderMutationDocument::mutation).toList());
  }

  private static Node joined(List<String> words) {
    return Node.text(String.join(",", words));
  }
}
