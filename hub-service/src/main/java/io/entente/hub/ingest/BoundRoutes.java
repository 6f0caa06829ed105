package io.entente.hub.ingest;

import io.entente.connector.kong.log.ApiRoute;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.estate.Estate;
import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.translator.kong.KongNames;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of Api documents: bound by the vendor's name or id of them, or made by Entente. */
@DefaultBean
@ApplicationScoped
public class BoundRoutes implements Attributions {

  private final Estate estate;

  public BoundRoutes(Estate estate) {
    this.estate = estate;
  }

  @Override
  public RouteAttribution of(GatewayId gateway) {
    return of(gateway, estate.apisOn(gateway));
  }

  static RouteAttribution of(GatewayId gateway, List<Api> apis) {
    Map<String, ApiRoute> routes = new HashMap<>();
    for (Api api : apis) {
      if (api.gateways().contains(gateway)) {
        api.routes()
            .forEach(
                route ->
                    routes.put(
                        KongNames.route(gateway, api.name(), route.name()),
                        new ApiRoute(api.name(), route.name())));
      }
      api.binding(gateway)
          .ifPresent(
              binding ->
                  binding
                      .routes()
                      .forEach(
                          (route, vendorName) ->
                              routes.put(vendorName, new ApiRoute(api.name(), route))));
    }
    Map<String, ApiRoute> bound = Map.copyOf(routes);
    return (id, name) ->
        id.flatMap(i -> Optional.ofNullable(bound.get(i)))
            .or(() -> name.flatMap(n -> Optional.ofNullable(bound.get(n))));
  }
}
