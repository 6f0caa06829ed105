package io.entente.hub.discovery;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import io.entente.translator.envoy.emit.FilterNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Virtual hosts of an Envoy, their routes, and the HTTP filters of its listeners. */
final class EnvoyFindings {

  private static final String OURS = "entente.";
  private static final String PER_ROUTE = "typed_per_filter_config";

  private final List<FoundApi> apis = new ArrayList<>();
  private final List<FoundPolicy> policies = new ArrayList<>();

  private EnvoyFindings() {}

  static Findings of(SortedMap<ObjectKey, NativeObject> observed) {
    var reader = new EnvoyFindings();
    observed.forEach(
        (key, object) ->
            Look.root(object)
                .ifPresent(
                    root -> {
                      if (key.kind().equals(EnvoyKinds.ROUTE_CONFIGURATION)) {
                        reader.hosts(key, root);
                      } else if (key.kind().equals(EnvoyKinds.LISTENER)) {
                        reader.listener(key, root);
                      }
                    }));
    return new Findings(reader.apis, reader.policies);
  }

  private void listener(ObjectKey key, Node.Obj root) {
    var chains = new ArrayList<>(Look.objects(root, "filter_chains"));
    Look.object(root, "default_filter_chain").ifPresent(chains::add);
    for (Node.Obj chain : chains) {
      for (Node.Obj filter : Look.objects(chain, "filters")) {
        Look.object(filter, "typed_config").ifPresent(config -> connection(key, config));
      }
    }
  }

  private void connection(ObjectKey key, Node.Obj config) {
    for (Node.Obj filter : Look.objects(config, "http_filters")) {
      String name = Look.text(filter, "name").orElse("unnamed");
      if (!name.equals(FilterNames.ROUTER)) {
        String type = Look.object(filter, "typed_config").map(EnvoyFindings::type).orElse(name);
        add(
            key,
            name,
            type,
            "HTTP filters of the listener",
            !Look.is(filter, "disabled", true),
            Optional.empty(),
            Optional.empty());
      }
    }
    Look.object(config, "route_config").ifPresent(inline -> hosts(key, inline));
  }

  private void hosts(ObjectKey key, Node.Obj configuration) {
    int at = 0;
    for (Node.Obj host : Look.objects(configuration, "virtual_hosts")) {
      String name = Look.text(host, "name").orElse("virtual host " + at);
      at++;
      String ref = key + "#" + name;
      perRoute(key, host, "virtual host", ref, Optional.empty());
      List<String> domains =
          Look.texts(host, "domains").stream().filter(domain -> !domain.equals("*")).toList();
      apis.add(new FoundApi(ref, "virtual host", name, List.of(), routes(key, host, ref, domains)));
    }
  }

  private List<FoundRoute> routes(ObjectKey key, Node.Obj host, String ref, List<String> domains) {
    var routes = new ArrayList<FoundRoute>();
    for (Node.Obj route : Look.objects(host, "routes")) {
      String id = ref + "/" + routes.size();
      routes.add(
          new FoundRoute(
              id,
              Look.text(route, "name"),
              domains,
              EnvoyMatch.paths(route),
              EnvoyMatch.methods(route)));
      perRoute(key, route, "route", ref, Optional.of(id));
    }
    return routes;
  }

  private void perRoute(
      ObjectKey key, Node.Obj holder, String place, String api, Optional<String> route) {
    Look.object(holder, PER_ROUTE)
        .ifPresent(
            filters ->
                filters
                    .fields()
                    .forEach(
                        (name, config) ->
                            add(
                                key,
                                name,
                                config instanceof Node.Obj obj ? type(obj) : name,
                                place,
                                true,
                                Optional.of(api),
                                route)));
  }

  private void add(
      ObjectKey key,
      String name,
      String type,
      String place,
      boolean acts,
      Optional<String> api,
      Optional<String> route) {
    policies.add(
        new FoundPolicy(
            key.toString(),
            name,
            type,
            place,
            Optional.empty(),
            acts,
            name.startsWith(OURS),
            api,
            route));
  }

  /** The last word of the type's address: {@code …http.cors.v3.Cors} is {@code Cors}. */
  private static String type(Node.Obj config) {
    String url = Look.text(config, "@type").orElse("unknown");
    return url.substring(url.lastIndexOf('.') + 1);
  }
}
