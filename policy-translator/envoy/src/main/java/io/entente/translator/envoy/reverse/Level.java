package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Set;
import java.util.TreeSet;

/**
 * One level at which a route is configured.
 *
 * @param path of the message in its object
 * @param filters its {@code typed_per_filter_config}
 * @param besides names of its fields that do to requests what policies do, without a filter
 */
record Level(Scope scope, NodePath path, Node.Obj filters, Set<String> besides) {

  private static final Set<String> WITHOUT_FILTER =
      Set.of(
          "request_headers_to_add",
          "request_headers_to_remove",
          "response_headers_to_add",
          "response_headers_to_remove",
          "direct_response",
          "rate_limits");

  Level {
    besides = Set.copyOf(besides);
  }

  static Level of(Scope scope, NodePath path, Node message) {
    var besides = new TreeSet<>(Trees.object(message).orElse(Node.obj()).fields().keySet());
    besides.retainAll(WITHOUT_FILTER);
    return new Level(scope, path, Trees.objectAt(message, "typed_per_filter_config"), besides);
  }

  NodePath filter(String name) {
    return path.field("typed_per_filter_config").field(name);
  }
}
