package io.entente.translator.apigee;

import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Blob;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One environment with one proxy of others at {@code /v1/orders}. */
final class Worlds {

  static final String BASE = "/v1/orders";

  static final List<Route> ALL =
      List.of(
          new Route(
              new RouteName("all"), new PathMatch.Prefix(BASE), new TreeSet<>(), Labels.none()));

  private Worlds() {}

  static World world() {
    var raw = new TreeMap<String, Blob>();
    raw.put(
        "apiproxy/proxies/default.xml",
        Blob.ofText(
            "<ProxyEndpoint name=\"default\"><HTTPProxyConnection><BasePath>"
                + BASE
                + "</BasePath></HTTPProxyConnection></ProxyEndpoint>"));
    var world = new World();
    world.bundle("orders", raw);
    return world;
  }

  static TranslationRequest request(World world, Api api, List<Policy> policies) {
    return request(world, api, policies, Requests.SETTINGS);
  }

  static TranslationRequest request(
      World world, Api api, List<Policy> policies, Map<String, String> settings) {
    return CaseRequest.of(
        Requests.profile(1, "x", List.of("extensible", "flow-hooks"), settings),
        world.observed(),
        List.of(api),
        policies);
  }

  static Translation translate(List<Route> routes, List<Policy> policies) {
    return new ApigeeTranslator().translate(request(world(), bound(routes), policies));
  }

  static Api bound(List<Route> routes) {
    var bindings =
        routes.stream()
            .collect(
                Collectors.<Route, RouteName, String, SortedMap<RouteName, String>>toMap(
                    Route::name, r -> "orders", (a, b) -> a, TreeMap::new));
    return new Api(
        new ApiName("shop"),
        1,
        Labels.none(),
        new TreeSet<>(),
        List.of(new Binding(CaseRequest.GATEWAY, bindings)),
        List.of("*"),
        Optional.empty(),
        routes);
  }

  static Api made(List<Route> routes) {
    return new Api(
        new ApiName("shop"),
        1,
        Labels.none(),
        new TreeSet<>(List.of(CaseRequest.GATEWAY)),
        List.of(),
        List.of("*"),
        Optional.of(new Upstream(List.of(new Endpoint("10.0.0.5", 9000)), Duration.ofSeconds(5))),
        routes);
  }
}
