package io.entente.cli.offline;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Takes routes that stand in a listener out of it, as if they came over ADS: that is how policies
 * and their routes are read.
 */
final class InlineRoutes {

  private static final Node ADS =
      Node.obj(Map.of("ads", Node.obj(), "resource_api_version", Node.text("V3")));

  private final SortedMap<String, Node> taken = new TreeMap<>();

  /** Route configurations by name, of all listeners so far. */
  SortedMap<String, Node> taken() {
    return taken;
  }

  /** The listener without its routes; those without a name of their own stay where they are. */
  Node.Obj without(Node.Obj listener) {
    return each(listener, "filter_chains", chain -> each(chain, "filters", this::filter));
  }

  private Node.Obj filter(Node.Obj filter) {
    if (!(filter.field("typed_config").orElse(Node.nothing()) instanceof Node.Obj manager)
        || !(manager.field("route_config").orElse(Node.nothing()) instanceof Node.Obj routes)) {
      return filter;
    }
    String name = Trees.text(routes, "name").orElse("");
    if (name.isBlank() || taken.containsKey(name)) {
      return filter;
    }
    taken.put(name, routes);
    Node rds = Node.obj(Map.of("route_config_name", Node.text(name), "config_source", ADS));
    return filter.with("typed_config", manager.without("route_config").with("rds", rds));
  }

  private static Node.Obj each(Node.Obj owner, String list, UnaryOperator<Node.Obj> change) {
    if (!(owner.field(list).orElse(Node.nothing()) instanceof Node.Arr items)) {
      return owner;
    }
    List<Node> changed =
        items.items().stream()
            .map(item -> item instanceof Node.Obj object ? change.apply(object) : item)
            .toList();
    return owner.with(list, Node.arr(changed));
  }
}
