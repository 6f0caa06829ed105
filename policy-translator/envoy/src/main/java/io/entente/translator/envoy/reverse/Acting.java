package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter that acts on a route, and what configures it there: the nearest level that says
 * anything.
 *
 * @param object what holds the configuration
 * @param path where in it
 * @param further what less near levels say, which some filters heed too
 */
record Acting(
    HttpFilter filter,
    Scope scope,
    ObjectKey object,
    NodePath path,
    FilterConfig config,
    List<FilterConfig> further) {

  Acting {
    further = List.copyOf(further);
  }

  String name() {
    return filter.name();
  }

  Node.Obj message() {
    return config.message();
  }

  /** By filter name, in the order of the chain; filters that are off are not there. */
  static Map<String, Acting> on(NativeRoute route, Chain chain) {
    var acting = new LinkedHashMap<String, Acting>();
    for (int i = 0; i < chain.filters().size(); i++) {
      HttpFilter filter = chain.filters().get(i);
      var configs = new ArrayList<Acting>();
      boolean off = filter.disabled();
      boolean decided = false;
      for (Level level : route.levels()) {
        var said = level.filters().field(filter.name());
        if (said.isPresent()) {
          FilterConfig config = FilterConfig.of(said.get());
          off = decided ? off : config.disabled();
          decided = true;
          if (config.said()) {
            configs.add(
                new Acting(
                    filter,
                    level.scope(),
                    route.object(),
                    level.filter(filter.name()),
                    config,
                    List.of()));
          }
        }
      }
      configs.add(
          new Acting(
              filter,
              Scope.CHAIN,
              chain.listener(),
              inChain(chain, i),
              filter.config(),
              List.of()));
      if (!off) {
        Acting nearest = configs.get(0);
        acting.put(
            filter.name(),
            new Acting(
                filter,
                nearest.scope,
                nearest.object,
                nearest.path,
                nearest.config,
                configs.subList(1, configs.size()).stream().map(Acting::config).toList()));
      }
    }
    return acting;
  }

  private static NodePath inChain(Chain chain, int position) {
    return chain.path().field("http_filters").index(position).field("typed_config");
  }
}
