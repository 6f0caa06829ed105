package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP connection manager.
 *
 * @param path of its configuration in the listener
 */
record Chain(ObjectKey listener, NodePath path, Node.Obj manager, List<HttpFilter> filters) {

  private static final String MANAGER =
      "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";

  Chain {
    filters = List.copyOf(filters);
  }

  /** All of one listener; other network filters are none. */
  static List<Chain> in(ObjectKey listener, Node root) {
    var found = new ArrayList<Chain>();
    List<Node> chains = Trees.items(root, "filter_chains");
    for (int i = 0; i < chains.size(); i++) {
      collect(listener, NodePath.of("filter_chains").index(i), chains.get(i), found);
    }
    Trees.at(root, "default_filter_chain")
        .ifPresent(chain -> collect(listener, NodePath.of("default_filter_chain"), chain, found));
    return found;
  }

  private static void collect(ObjectKey listener, NodePath path, Node chain, List<Chain> found) {
    List<Node> filters = Trees.items(chain, "filters");
    for (int i = 0; i < filters.size(); i++) {
      Node config = Trees.objectAt(filters.get(i), "typed_config");
      if (FilterConfig.of(config).type().equals(MANAGER)) {
        Node.Obj manager = FilterConfig.of(config).message();
        found.add(
            new Chain(
                listener,
                path.field("filters").index(i).field("typed_config"),
                manager,
                Trees.items(manager, "http_filters").stream().map(HttpFilter::of).toList()));
      }
    }
  }

  /** The route configuration it asks for by name. */
  Optional<String> asks() {
    return Trees.text(manager, "rds", "route_config_name");
  }
}
