package io.entente.policy.resolution;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import java.util.Comparator;

/** One route of one API on one gateway. */
public record RouteTarget(GatewayId gateway, ApiName api, RouteName route)
    implements Comparable<RouteTarget> {

  private static final Comparator<RouteTarget> ORDER =
      Comparator.comparing(RouteTarget::gateway)
          .thenComparing(RouteTarget::api)
          .thenComparing(RouteTarget::route);

  @Override
  public int compareTo(RouteTarget other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return gateway + ":" + api + "/" + route;
  }
}
