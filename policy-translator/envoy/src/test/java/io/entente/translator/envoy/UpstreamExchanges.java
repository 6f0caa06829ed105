package io.entente.translator.envoy;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import io.entente.testkit.upstream.Ends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The exchanges that tell a rule about the upstream from one that is a little different. */
final class UpstreamExchanges {

  private static final int FAILING = 502;

  /** How long a thread of Envoy may take to learn what another has found out. */
  private static final Duration LEARNS = Duration.ofSeconds(2);

  private UpstreamExchanges() {}

  static boolean areOf(PolicyKind kind) {
    return kind instanceof Timeout
        || kind instanceof Retry
        || kind instanceof CircuitBreaker
        || kind instanceof ConcurrencyLimit;
  }

  /** What of an object is said because of the policy. */
  static List<String> parts(PolicyKind kind, ObjectKey key) {
    boolean routes = key.equals(EnvoyNames.ROUTES);
    if (!routes && !key.kind().equals("cluster")) {
      return List.of();
    }
    return switch (kind.kindName()) {
      case "timeout" ->
          routes ? List.of(".route.timeout", ".route.idle_timeout") : List.of("connect_timeout");
      case "retry" -> List.of(routes ? ".route.retry_policy" : "circuit_breakers");
      case "concurrencyLimit" -> routes ? List.of() : List.of("circuit_breakers");
      default -> routes ? List.of() : List.of("outlier_detection", "common_lb_config");
    };
  }

  /**
   * @param full the same where no connection comes about
   */
  static List<String> met(PolicyKind kind, Ends ends, Ends full) throws InterruptedException {
    if (kind instanceof CircuitBreaker rule) {
      return sick(rule, ends);
    }
    if (kind instanceof ConcurrencyLimit rule) {
      return List.of(ends.ofHeld((int) (2 * rule.requests() + 3)));
    }
    var met = new ArrayList<>(ends.ofTroubles(List.of(500, 503, 502, 429)));
    if (kind instanceof Timeout) {
      met.add(full.of(200));
    }
    return met;
  }

  /** Failures, never as many in a row as it takes, and then as many. */
  private static List<String> sick(CircuitBreaker rule, Ends ends) throws InterruptedException {
    int failures = rule.consecutiveFailures();
    var met = new ArrayList<String>();
    for (int status : List.of(200, 404, 429, 500, 501, 505, 599)) {
      if (!rule.failures().has(status)) {
        for (int i = 0; i < 2 * failures; i++) {
          met.add(ends.of(status));
        }
        for (int i = 1; i < 2 * failures; i++) {
          met.add(ends.of(i == failures ? status : FAILING));
        }
        met.add(ends.of(200));
      }
    }
    List<Integer> row =
        List.of(500, 599, 502, 503, 504).stream().filter(rule.failures()::has).toList();
    for (int i = 0; i < failures; i++) {
      met.add(ends.of(row.get(i % row.size())));
    }
    long begun = System.nanoTime();
    String last = ends.of(200);
    while (!last.equals("503 after 0") && System.nanoTime() - begun < LEARNS.toNanos()) {
      Thread.sleep(10);
      last = ends.of(200);
    }
    met.add(last);
    return met;
  }
}
