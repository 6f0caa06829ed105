package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.translator.envoy.emit.Proto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Emitted documents as one file: routes stand in the listener instead of coming over ADS. */
final class StaticBootstrap {

  private StaticBootstrap() {}

  static Node of(Node documents) {
    return of(documents, "route_config", Requests.field(documents, EnvoyNames.ROUTES.toString()));
  }

  /** The same, but routes come from a file, which may change; see {@link #routes}. */
  static Node of(Node documents, Path routes) {
    return of(
        documents,
        "rds",
        Proto.message("route_config_name", EnvoyNames.ROUTES.nativeId())
            .with(
                "config_source",
                Proto.message("path_config_source", Proto.message("path", routes.toString()))
                    .with("resource_api_version", Node.text("V3"))));
  }

  /** What that file is to hold. */
  static Node routes(Node documents) {
    var routes = (Node.Obj) Requests.field(documents, EnvoyNames.ROUTES.toString());
    return Proto.message(
        "resources",
        Proto.list(
            routes.with(
                "@type",
                Node.text("type.googleapis.com/envoy.config.route.v3.RouteConfiguration"))));
  }

  private static Node of(Node documents, String field, Node routes) {
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
        withRoutes(Requests.field(documents, EnvoyNames.LISTENER.toString()), field, routes);
    return Proto.message("node", Proto.message("id", "judge").with("cluster", Node.text("judge")))
        .with("admin", Proto.message("address", ClusterDocument.socketAddress("127.0.0.1", 0)))
        .with(
            "static_resources",
            Proto.message("listeners", Node.arr(List.of(listener)))
                .with("clusters", Node.arr(clusters)));
  }

  private static Node withRoutes(Node listener, String field, Node routes) {
    Node chain = Requests.items(listener, "filter_chains").get(0);
    var filter = (Node.Obj) Requests.items(chain, "filters").get(0);
    var manager = (Node.Obj) Requests.field(filter, "typed_config");
    Node changed = filter.with("typed_config", manager.without("rds").with(field, routes));
    return ((Node.Obj) listener)
        .with("address", ClusterDocument.socketAddress("127.0.0.1", 0))
        .with("filter_chains", Proto.list(Proto.message("filters", Proto.list(changed))));
  }
}
