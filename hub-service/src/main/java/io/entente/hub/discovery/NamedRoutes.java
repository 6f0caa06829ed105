package io.entente.hub.discovery;

import io.entente.hub.discovery.Findings.Held;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Route;
import io.entente.model.estate.Vendor;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.envoy.EnvoyNames;
import io.entente.translator.kong.KongNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which native routes an Api document means. */
final class NamedRoutes {

  private NamedRoutes() {}

  /** What a binding says of the route; empty where Entente makes it, or the API is not there. */
  static Optional<String> reference(Gateway gateway, Api api, Route route) {
    return api.binding(gateway.id())
        .flatMap(binding -> Optional.ofNullable(binding.routes().get(route.name())));
  }

  /** The native routes of one route of an API on a gateway; empty when the gateway has none. */
  static List<Held> of(Findings findings, Gateway gateway, Api api, Route route) {
    Optional<String> reference = reference(gateway, api, route);
    if (gateway.vendor() == Vendor.APIGEE) {
      String called = reference.orElseGet(() -> ApigeeNames.proxy(api.name()));
      return nearest(findings, called, route).stream().toList();
    }
    if (reference.isPresent()) {
      return findings.called(reference.get()).stream().limit(1).toList();
    }
    if (gateway.vendor() == Vendor.KONG) {
      return findings.called(KongNames.route(gateway.id(), api.name(), route.name()));
    }
    return findings.called(EnvoyNames.route(api.name(), route.name())).stream()
        .filter(held -> held.api().ref().startsWith(EnvoyNames.ROUTES + "#"))
        .toList();
  }

  /** The endpoint with the longest base path that the route lies below. */
  private static Optional<Held> nearest(Findings findings, String called, Route route) {
    int slash = called.indexOf('/');
    String proxy = slash < 0 ? called : called.substring(0, slash);
    return findings.api(ApigeeKinds.APIS + "/" + proxy).stream()
        .flatMap(api -> api.routes().stream().map(endpoint -> new Held(api, endpoint)))
        .filter(held -> slash < 0 || held.route().id().equals(called))
        .filter(held -> below(basePath(held), route.match().path()))
        .max(Comparator.comparingInt(held -> basePath(held).length()));
  }

  private static String basePath(Held held) {
    String path = held.route().paths().get(0);
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean below(String base, String path) {
    return path.equals(base) || path.startsWith(base + "/");
  }
}
