package io.entente.model.estate;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where an API already lives on a gateway whose routes others make.
 *
 * @param gateway which gateway
 * @param routes our route to the vendor's own name or id of it; at least one
 */
public record Binding(GatewayId gateway, SortedMap<RouteName, String> routes) {

  public Binding {
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("binding to gateway " + gateway + " names no route");
    }
    routes.forEach(
        (route, vendorName) -> {
          if (vendorName.isBlank()) {
            throw new IllegalArgumentException(
                "binding of route " + route + " to gateway " + gateway + " is blank");
          }
        });
    routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
  }
}
