package io.entente.hub.ingest;

import io.entente.connector.kong.log.ApiRoute;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.plan.GatewayEstate;
import io.entente.model.event.Recording;
import io.entente.policy.PolicyKind;
import io.entente.policy.TrafficLog;
import io.entente.policy.resolution.EffectivePolicyResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;

/**
 * The routes whose requests are to be delivered and kept whole. What a gateway counts on others
 * never arrives and is not missing; of a sample nobody can say it, and of counts not at which
 * second. Blocks.
 */
@ApplicationScoped
public class LoggedRoutes {

  private final GatewayEstate estate;

  LoggedRoutes(GatewayEstate estate) {
    this.estate = estate;
  }

  /** Those of {@code routes} on which a policy of kind trafficLog that keeps all holds now. */
  RouteAttribution of(GatewayDocument gateway, RouteAttribution routes) {
    var id = gateway.gateway().id();
    var logged = new HashSet<ApiRoute>();
    EffectivePolicyResolver.resolve(gateway.gateway(), estate.apis(id), estate.policies())
        .forEach(
            (target, resolution) -> {
              if (resolution.everywhere().anyMatch(held -> whole(held.policy().spec().kind()))) {
                logged.add(new ApiRoute(target.api(), target.route()));
              }
            });
    return (nativeId, nativeName) -> routes.of(nativeId, nativeName).filter(logged::contains);
  }

  private static boolean whole(PolicyKind kind) {
    return kind instanceof TrafficLog log && log.record().equals(Recording.ALL);
  }
}
