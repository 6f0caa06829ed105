package io.entente.hub.plan;

import io.entente.hub.traffic.store.CallersSeen;
import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom a policy that asks for a credential would turn away: who got through on its routes in the
 * last day without being known by name. Blocks.
 */
@Singleton
public final class TurnedAway {
  private static final Set<String> ASKING =
      Set.of("apiKey", "jwt", "basicAuth", "oauth2Introspection");
  private static final Duration LOOKED_BACK = Duration.ofHours(24);

  private final TrafficStore traffic;
  private final Tenant tenant;

  public TurnedAway(TrafficStore traffic, Tenant tenant) {
    this.traffic = traffic;
    this.tenant = tenant;
  }

  /**
   * The count for a policy of {@code kind}; empty for one that asks for no credential. When the
   * view cannot answer, the count says so: a plan does not wait for it.
   *
   * @param routes printed {@code api/route}
   */
  Optional<Node> by(GatewayId gateway, String kind, List<String> routes, Instant now) {
    if (!ASKING.contains(kind)) {
      return Optional.empty();
    }
    var fields = new TreeMap<String, Node>();
    fields.put("hours", Node.number(LOOKED_BACK.toHours()));
    try {
      long requests = 0;
      long nameless = 0;
      long addresses = 0;
      boolean named = true;
      for (String route : routes) {
        CallersSeen seen = traffic.callers(query(gateway, route, now));
        requests += seen.requests();
        nameless += seen.nameless();
        addresses = Math.max(addresses, seen.addresses());
        named &= seen.named();
      }
      fields.put("requests", Node.number(requests));
      fields.put("nameless", Node.number(nameless));
      fields.put("addressesAtLeast", Node.number(addresses));
      fields.put("named", Node.bool(named));
    } catch (ProblemException e) {
      fields.put("unknown", Node.text(e.problems().get(0).message()));
    }
    return Optional.of(Node.obj(Map.copyOf(fields)));
  }

  private TrafficQuery query(GatewayId gateway, String target, Instant now) {
    int slash = target.indexOf('/');
    var filter =
        new TrafficFilter(
            Optional.of(gateway.value()),
            Optional.of(target.substring(0, slash)),
            Optional.of(target.substring(slash + 1)),
            Optional.empty());
    return new TrafficQuery(
        tenant, now.minus(LOOKED_BACK), now, filter, GroupBy.ROUTE, Duration.ofHours(1));
  }
}
