package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;

/**
 * One level at which a route is configured.
 *
 * @param path of the message in its object
 * @param filters its {@code typed_per_filter_config}
 */
record Level(Scope scope, NodePath path, Node.Obj filters) {

  static Level of(Scope scope, NodePath path, Node message) {
    return new Level(scope, path, Trees.objectAt(message, "typed_per_filter_config"));
  }

  NodePath filter(String name) {
    return path.field("typed_per_filter_config").field(name);
  }
}
