package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.Proto;
import java.util.ArrayList;
import java.util.List;

/** Emitted documents as one file: routes stand in the listener instead of coming over ADS. */
final class StaticBootstrap {

  private StaticBootstrap() {}

  static Node of(Node documents) {
    var clusters = new ArrayList<Node>();
    ((Node.Obj) documents)
        .fields()
        .forEach(
            (key, node) -> {
              if (key.startsWith("cluster/")) {
                clusters.add(node);
              }
            });
    clusters.add(Proto.message("name", EnvoyNames.HUB_CLUSTER));
    Node listener =
        withRoutes(
            Requests.field(documents, EnvoyNames.LISTENER.toString()),
            Requests.field(documents, EnvoyNames.ROUTES.toString()));
    return Proto.message("node", Proto.message("id", "judge").with("cluster", Node.text("judge")))
        .with("admin", Proto.message("address", ClusterDocument.socketAddress("127.0.0.1", 0)))
        .with(
            "static_resources",
            Proto.message("listeners", Node.arr(List.of(listener)))
                .with("clusters", Node.arr(clusters)));
  }

  private static Node withRoutes(Node listener, Node routes) {
    Node chain = Requests.items(listener, "filter_chains").get(0);
    var filter = (Node.Obj) Requests.items(chain, "filters").get(0);
    var manager = (Node.Obj) Requests.field(filter, "typed_config");
    Node changed = filter.with("typed_config", manager.without("rds").with("route_config", routes));
    return ((Node.Obj) listener)
        .with("address", ClusterDocument.socketAddress("127.0.0.1", 0))
        .with("filter_chains", Proto.list(Proto.message("filters", Proto.list(changed))));
  }
}
