package io.entente.engine.upstream;

import io.entente.policy.CircuitBreaker;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one route remembers of the endpoints of its upstream: how many attempts at each failed in a
 * row, and until when it gets none. As large as there are endpoints. Not safe for several threads.
 */
public final class Health {

  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Instant> closed = new HashMap<>();

  /** Those that may get a request. */
  List<String> open(List<String> endpoints, Instant now) {
    closed.values().removeIf(until -> !until.isAfter(now));
    return endpoints.stream().filter(endpoint -> !closed.containsKey(endpoint)).toList();
  }

  /** Whether the endpoint may get a request. */
  public boolean takes(String endpoint, Instant now) {
    return !open(List.of(endpoint), now).isEmpty();
  }

  void ended(CircuitBreaker rule, String endpoint, boolean failed, Instant now) {
    if (!failed) {
      failures.remove(endpoint);
      return;
    }
    int inARow = failures.merge(endpoint, 1, Integer::sum);
    if (inARow >= rule.consecutiveFailures()) {
      failures.remove(endpoint);
      closed.put(endpoint, now.plus(rule.openFor()));
    }
  }
}
