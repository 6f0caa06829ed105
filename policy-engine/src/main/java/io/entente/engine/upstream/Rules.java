package io.entente.engine.upstream;

import io.entente.policy.CircuitBreaker;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is enforced on a route: of times the shortest, of the other kinds the last. */
record Rules(
    Optional<Duration> connect,
    Optional<Duration> request,
    Optional<Duration> idle,
    Optional<Retry> retry,
    Optional<CircuitBreaker> breaker) {

  static Rules of(List<EffectivePolicy> policies) {
    return new Rules(
        shortest(policies, Timeout::connect),
        shortest(policies, Timeout::request),
        shortest(policies, Timeout::idle),
        last(policies, Retry.class),
        last(policies, CircuitBreaker.class));
  }

  private static Optional<Duration> shortest(
      List<EffectivePolicy> policies, Function<Timeout, Optional<Duration>> part) {
    return enforced(policies, Timeout.class)
        .flatMap(timeout -> part.apply(timeout).stream())
        .min(Duration::compareTo);
  }

  private static <K extends PolicyKind> Optional<K> last(
      List<EffectivePolicy> policies, Class<K> kind) {
    return enforced(policies, kind).reduce((one, other) -> other);
  }

  private static <K extends PolicyKind> Stream<K> enforced(
      List<EffectivePolicy> policies, Class<K> kind) {
    return policies.stream()
        .map(effective -> effective.policy().spec())
        .filter(spec -> spec.mode() == Mode.ENFORCE)
        .map(spec -> spec.kind())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
