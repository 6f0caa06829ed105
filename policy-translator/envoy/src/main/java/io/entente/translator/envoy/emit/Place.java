package io.entente.translator.envoy.emit;

import io.entente.model.identity.PolicyVersion;
import java.util.List;
import java.util.Set;

/**
 * Where a policy is to hold, as far as its translation depends on it.
 *
 * @param route printed {@code api/route}
 * @param nodes Envoy processes that share the traffic; each counts alone
 * @param copies how often the route occurs, once per virtual host; each copy counts alone
 * @param trustedHops proxies before Envoy whose X-Forwarded-For is believed
 * @param maxKeys keys one limit tells apart at a time
 * @param preflights whether the route takes OPTIONS, which a browser's preflight is
 * @param logDelay of the listener
 * @param rateLimits the rate limits that are enforced on the route, in order
 * @param keyHeaders request headers by which limits of the route count
 * @param kinds of policy that are enforced on the route
 */
public record Place(
    String route,
    int nodes,
    int copies,
    int trustedHops,
    int maxKeys,
    boolean preflights,
    LogDelay logDelay,
    List<PolicyVersion> rateLimits,
    Set<String> keyHeaders,
    Set<String> kinds) {

  public Place {
    if (nodes < 1 || copies < 1 || trustedHops < 0 || maxKeys < 1) {
      throw new IllegalArgumentException(
          "place "
              + route
              + ": nodes "
              + nodes
              + ", copies "
              + copies
              + ", trustedHops "
              + trustedHops
              + ", maxKeys "
              + maxKeys);
    }
    rateLimits = List.copyOf(rateLimits);
    keyHeaders = Set.copyOf(keyHeaders);
    kinds = Set.copyOf(kinds);
  }
}
