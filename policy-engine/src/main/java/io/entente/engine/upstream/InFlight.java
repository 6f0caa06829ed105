package io.entente.engine.upstream;

import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many requests of each route are under way. As large as there are routes with requests. Not
 * safe for several threads.
 */
public final class InFlight {

  private final Map<RouteTarget, Integer> underWay = new HashMap<>();

  /** Whether one more is let through, which then must {@link #leave}; else it is answered 503. */
  public boolean enter(List<EffectivePolicy> policies, RouteTarget route) {
    int now = underWay.getOrDefault(route, 0);
    boolean full =
        policies.stream()
            .map(effective -> effective.policy().spec())
            .filter(spec -> spec.mode() == Mode.ENFORCE)
            .anyMatch(
                spec -> spec.kind() instanceof ConcurrencyLimit limit && now >= limit.requests());
    if (!full) {
      underWay.put(route, now + 1);
    }
    return !full;
  }

  /** One has been answered to its end. */
  public void leave(RouteTarget route) {
    if (!underWay.containsKey(route)) {
      throw new IllegalStateException("no request of " + route + " is under way");
    }
    underWay.computeIfPresent(route, (key, count) -> count == 1 ? null : count - 1);
  }
}
