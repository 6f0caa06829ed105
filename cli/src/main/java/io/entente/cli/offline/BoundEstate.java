package io.entente.cli.offline;

import io.entente.cli.offline.NativeApis.NativeRoute;
import io.entente.model.estate.Api;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.kong.dialect.KongKinds;
import java.util.ArrayList;
import java.util.List;

/**
 * The native routes that policies can be bound to. Envoy's cannot: others' routes take no filter.
 */
final class BoundEstate {

  private BoundEstate() {}

  static List<Api> apis(Vendor vendor, Estate estate, GatewayId gateway, List<String> notes) {
    List<NativeRoute> routes =
        switch (vendor) {
          case KONG -> kong(estate);
          case APIGEE -> apigee(estate);
          case ENVOY -> List.of();
        };
    return new NativeApis(gateway, notes).of(routes);
  }

  private static List<NativeRoute> kong(Estate estate) {
    var routes = new ArrayList<NativeRoute>();
    for (NativeObject object : estate.objects().values()) {
      if (object.key().kind().equals(KongKinds.ROUTES)) {
        Node.Obj route = Trees.root(object);
        routes.add(
            new NativeRoute(
                service(estate, route),
                Trees.text(route, "name").orElse(object.key().nativeId()),
                texts(route, "hosts"),
                texts(route, "paths"),
                texts(route, "methods")));
      }
    }
    return routes;
  }

  private static String service(Estate estate, Node.Obj route) {
    Node to = route.field("service").orElse(Node.nothing());
    String id =
        Trees.text(to)
            .or(() -> Trees.text(to, "id"))
            .or(() -> Trees.text(to, "name"))
            .orElse("routes-without-service");
    return estate.objects().values().stream()
        .filter(o -> o.key().kind().equals(KongKinds.SERVICES) && o.key().nativeId().equals(id))
        .flatMap(o -> Trees.text(Trees.root(o), "name").stream())
        .findFirst()
        .orElse(id);
  }

  private static List<NativeRoute> apigee(Estate estate) {
    var routes = new ArrayList<NativeRoute>();
    for (NativeObject object : estate.objects().values()) {
      if (object.key().kind().equals(ApigeeKinds.PROXY_ENDPOINTS)) {
        Node.Obj endpoint = Trees.root(object);
        routes.add(
            new NativeRoute(
                Trees.text(endpoint, "proxy").orElseThrow(),
                object.key().nativeId(),
                List.of(),
                List.of(Trees.text(endpoint, "basePath").orElse("/")),
                List.of()));
      }
    }
    return routes;
  }

  private static List<String> texts(Node.Obj node, String list) {
    return node.field(list).map(Trees::items).orElse(List.of()).stream()
        .flatMap(item -> Trees.text(item).stream())
        .toList();
  }
}
