package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.apigee.log.ProxyRequest;
import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BoundProxiesTest {

  private static final GatewayId GATEWAY = new GatewayId("apigee-a");

  private final List<Api> apis = new ArrayList<>();

  @Test
  void theMostSpecificRouteThatTakesPathAndMethodHasTheRequest() {
    // Given
    bound(
        "orders",
        "orders-v1",
        prefix("all", "/orders"),
        prefix("items", "/orders/items"),
        exact("one", "/orders/items/1"),
        prefix("post", "/orders/items", "POST"));
    // When // Then
    assertThat(owner("orders-v1", "GET", "/orders/x")).isEqualTo("orders/all");
    assertThat(owner("orders-v1", "GET", "/orders/items/2")).isEqualTo("orders/items");
    assertThat(owner("orders-v1", "GET", "/orders/items/1")).isEqualTo("orders/one");
    assertThat(owner("orders-v1", "POST", "/orders/items/2")).isEqualTo("orders/post");
    assertThat(owner("orders-v1", "GET", "/orders")).isEqualTo("orders/all");
  }

  @Test
  void aRequestThatNoRouteTakesIsOfTheApiAloneThatHasTheProxy() {
    bound("orders", "orders-v1", prefix("all", "/orders"));
    assertThat(owner("orders-v1", "GET", "/ordersX")).isEqualTo("orders/-");
    assertThat(owner("somebody-else", "GET", "/orders")).isEqualTo("-");
  }

  @Test
  void aRequestThatNoRouteTakesIsNobodysWhereTwoApisShareTheProxy() {
    bound("orders", "shop", prefix("all", "/orders"));
    bound("carts", "shop", prefix("all", "/carts"));
    assertThat(owner("shop", "GET", "/carts/1")).isEqualTo("carts/all");
    assertThat(owner("shop", "GET", "/else")).isEqualTo("-");
  }

  @Test
  void aRequestThatTwoApisTakeAlikeIsNobodys() {
    bound("orders", "shop", prefix("all", "/a"));
    bound("carts", "shop", prefix("all", "/a"));
    assertThat(owner("shop", "GET", "/a/1")).isEqualTo("-");
  }

  @Test
  void anApiThatHasOneEndpointOnlyHasNoRequestThatNoneOfItsRoutesTakes() {
    bound("orders", "shop/default", prefix("all", "/orders"));
    assertThat(owner("shop", "GET", "/orders/1")).isEqualTo("orders/all");
    assertThat(owner("shop", "GET", "/else")).isEqualTo("-");
  }

  @Test
  void anApiThatEntenteMakesHasItsOwnProxy() {
    apis.add(
        api(
            "orders",
            Set.of(GATEWAY),
            List.of(),
            Optional.of(new Upstream(List.of(new Endpoint("127.0.0.1", 1)), Duration.ofSeconds(1))),
            prefix("all", "/orders")));
    assertThat(owner("entente-orders", "GET", "/orders/1")).isEqualTo("orders/all");
    assertThat(owner("orders", "GET", "/orders/1")).isEqualTo("-");
  }

  private String owner(String proxy, String method, String path) {
    return BoundProxies.of(GATEWAY, apis)
        .of(new ProxyRequest(proxy, path, method))
        .map(o -> o.api() + "/" + o.route().map(Object::toString).orElse("-"))
        .orElse("-");
  }

  private void bound(String name, String place, Route... routes) {
    var places = new TreeMap<RouteName, String>();
    for (Route route : routes) {
      places.put(route.name(), place);
    }
    apis.add(api(name, Set.of(), List.of(new Binding(GATEWAY, places)), Optional.empty(), routes));
  }

  private static Api api(
      String name,
      Set<GatewayId> gateways,
      List<Binding> bindings,
      Optional<Upstream> upstream,
      Route... routes) {
    return new Api(
        new ApiName(name),
        1,
        Labels.none(),
        new TreeSet<>(gateways),
        bindings,
        List.of("*"),
        upstream,
        Arrays.asList(routes));
  }

  private static Route prefix(String name, String path, String... methods) {
    return route(name, new PathMatch.Prefix(path), methods);
  }

  private static Route exact(String name, String path) {
    return route(name, new PathMatch.Exact(path));
  }

  private static Route route(String name, PathMatch match, String... methods) {
    return new Route(
        new RouteName(name), match, new TreeSet<>(Arrays.asList(methods)), Labels.none());
  }
}
