package io.entente.hub.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProxyOwnersTest {

  private static final GatewayId GATEWAY = new GatewayId("apigee-a");

  @Test
  void countsOfAProxyAreThoseOfTheOneApiThatHasAllOfIt() {
    assertThat(owner("orders-v1", api("orders", "orders-v1"))).contains(new ApiName("orders"));
    assertThat(owner("other", api("orders", "orders-v1"))).isEmpty();
  }

  @Test
  void countsThatCannotBeDividedAreNobodys() {
    assertThat(owner("shop", api("orders", "shop"), api("carts", "shop"))).isEmpty();
    assertThat(owner("shop", api("orders", "shop/default"))).isEmpty();
    assertThat(owner("shop", api("orders", "shop"), api("carts", "shop/other"))).isEmpty();
  }

  private static Optional<ApiName> owner(String proxy, Api... apis) {
    return ProxyOwners.of(GATEWAY, List.of(apis)).of(new TreeMap<>(Map.of("apiproxy", proxy)));
  }

  private static Api api(String name, String place) {
    var route =
        new Route(
            new RouteName("all"), new PathMatch.Prefix("/" + name), new TreeSet<>(), Labels.none());
    var places = new TreeMap<>(Map.of(route.name(), place));
    return new Api(
        new ApiName(name),
        1,
        Labels.none(),
        new TreeSet<>(),
        List.of(new Binding(GATEWAY, places)),
        List.of("*"),
        Optional.empty(),
        List.of(route));
  }
}
