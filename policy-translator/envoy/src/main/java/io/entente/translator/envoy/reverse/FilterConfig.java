package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import java.util.Map;

/**
 * A filter's configuration taken out of what Envoy may wrap it in.
 *
 * @param type full proto name; empty when it has none
 * @param message canonical, without {@code @type}
 * @param disabled whether it switches the filter off
 * @param said whether it says anything but on and off
 */
record FilterConfig(String type, Node.Obj message, boolean disabled, boolean said) {

  private static final String WRAPPER = "envoy.config.route.v3.FilterConfig";
  private static final EnvoyDialect DIALECT = new EnvoyDialect();
  private static final int DEEPEST = 4;

  static FilterConfig of(Node any) {
    return of(any, DEEPEST);
  }

  private static FilterConfig of(Node any, int depth) {
    Node.Obj message = Trees.object(any).orElse(Node.obj());
    String type = name(Trees.text(message, "@type").orElse(""));
    if (type.equals(WRAPPER) && depth > 0) {
      var config = Trees.at(message, "config");
      boolean off = Trees.isTrue(message, "disabled");
      FilterConfig inner = of(config.orElse(Node.obj()), depth - 1);
      return new FilterConfig(inner.type, inner.message, off, inner.said && !off);
    }
    if (type.endsWith("type.v3.TypedStruct") && depth > 0) {
      String inner = Trees.text(message, "type_url").orElse("");
      return of(
          Trees.objectAt(message, "value").with("@type", Node.text("type.googleapis.com/" + inner)),
          depth - 1);
    }
    return new FilterConfig(type, canonical(message).without("@type"), false, !type.isEmpty());
  }

  /** As a configuration on a route is compared. */
  static Node.Obj canonical(Node.Obj message) {
    Node wrapped =
        Node.obj(Map.of("typed_per_filter_config", Node.obj(Map.of("filter", (Node) message))));
    Content content =
        DIALECT.canonicalise(new ObjectKey("filter", "filter"), new Content.Tree(wrapped));
    return content instanceof Content.Tree tree
        ? Trees.objectAt(tree.root(), "typed_per_filter_config", "filter")
        : message;
  }

  /** The part that tells filters apart, such as {@code rbac}; empty for other messages. */
  String family() {
    String start = "envoy.extensions.filters.http.";
    int end = type.indexOf(".v3.");
    return type.startsWith(start) && end > start.length()
        ? type.substring(start.length(), end)
        : "";
  }

  private static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
