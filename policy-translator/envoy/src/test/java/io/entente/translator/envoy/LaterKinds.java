package io.entente.translator.envoy;

import io.entente.policy.CircuitBreaker;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.policy.Timeout;
import io.entente.testkit.upstream.Ends;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomAgents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Policies of the second tier whose numbers a few exchanges reach. */
final class LaterKinds {

  /** Each once; then those again of which one round does not change every field. */
  private static final List<Integer> TURNS = List.of(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 0, 1);

  static final int ROUNDS = TURNS.size();

  private LaterKinds() {}

  /**
   * @param round 0 to {@link #ROUNDS} - 1
   */
  static PolicyKind of(int round, Random random) {
    Optional<Duration> brief = Optional.of(Ends.SHORT);
    // of two that run out at once now the one and now the other ends an exchange
    Optional<Duration> briefer = Optional.of(Ends.SHORT.dividedBy(2));
    Optional<Duration> none = Optional.empty();
    return switch (TURNS.get(round)) {
      case 0 -> RandomAgents.telling(EnvoyProbes.AGENTS, random);
      case 1 -> RandomAccess.consumerAccess(random);
      case 2 ->
          random.nextBoolean()
              ? new Timeout(briefer, brief, none)
              : new Timeout(briefer, none, brief);
      case 3 ->
          new Retry(
              1 + random.nextInt(4),
              List.of(On.CONNECT_FAILURE, On.RESET),
              List.of(503, 429).subList(0, random.nextInt(3)),
              random.nextBoolean() ? brief : none,
              Optional.of(Duration.ofMillis(1 + random.nextInt(5))),
              List.of("GET", "PUT", "POST").subList(0, 1 + random.nextInt(3)));
      case 4 ->
          new CircuitBreaker(
              2 + random.nextInt(3),
              CircuitBreaker.Failures.values()[random.nextInt(2)],
              Duration.ofHours(1));
      default -> new ConcurrencyLimit(2 + random.nextInt(3));
    };
  }
}
