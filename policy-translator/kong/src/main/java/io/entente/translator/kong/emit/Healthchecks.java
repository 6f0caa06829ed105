package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A breaker as health checks of an upstream: passive ones take an endpoint out, and an active one,
 * which only asks endpoints that are out whether they take connections, brings it back. Without it
 * none would ever come back.
 */
final class Healthchecks {

  /** Statuses that are registered; others begin no count anew. */
  private static final List<Integer> REGISTERED =
      IntStream.rangeClosed(200, 511)
          .filter(
              status ->
                  status <= 208
                      || status == 226
                      || (status >= 300 && status <= 308)
                      || (status >= 400 && status <= 431)
                      || status == 451
                      || status >= 500)
          .boxed()
          .toList();

  private Healthchecks() {}

  static Node.Obj of(CircuitBreaker rule) {
    Node most = Node.number(Math.min(rule.consecutiveFailures(), BreakerBounds.MOST));
    Node.Obj passive =
        Doc.of("type", "http")
            .with(
                "unhealthy",
                Doc.of("http_failures", most)
                    .with("tcp_failures", most)
                    .with("timeouts", most)
                    .with("http_statuses", failing(rule.failures())))
            .with(
                "healthy",
                Doc.of("successes", Node.number(1))
                    .with("http_statuses", registered(status -> !rule.failures().has(status))));
    Node.Obj active =
        Doc.of("type", "tcp")
            .with("timeout", Node.number(1))
            .with("concurrency", Node.number(10))
            .with(
                "unhealthy",
                Doc.of("interval", Node.number(rule.openFor().toSeconds()))
                    .with("http_failures", Node.number(0))
                    .with("tcp_failures", Node.number(0))
                    .with("timeouts", Node.number(0)))
            .with("healthy", Doc.of("interval", Node.number(0)).with("successes", Node.number(1)));
    return Doc.of("threshold", Node.number(0)).with("passive", passive).with("active", active);
  }

  private static Node failing(Failures failures) {
    return Node.arr(
        IntStream.rangeClosed(500, 599)
            .filter(failures::has)
            .mapToObj(status -> (Node) Node.number(status))
            .toList());
  }

  private static Node registered(IntPredicate wanted) {
    return Node.arr(
        REGISTERED.stream()
            .filter(status -> wanted.test(status))
            .map(status -> (Node) Node.number(status))
            .toList());
  }
}
