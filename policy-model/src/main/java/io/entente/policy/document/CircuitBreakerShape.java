package io.entente.policy.document;

import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.time.Duration;
import java.util.List;

/** The member {@code circuitBreaker}. */
final class CircuitBreakerShape {

  private static final Field<Integer> CONSECUTIVE_FAILURES =
      Field.withDefault(
          "consecutiveFailures",
          WholeNumberShape.ints(1, CircuitBreaker.MOST_FAILURES),
          5,
          "How many attempts at an endpoint must fail in a row.");

  private static final Field<Failures> FAILURES =
      Field.withDefault(
          "failures",
          ChoiceShape.lowerCamel(Failures.class),
          Failures.GATEWAY_ERRORS,
          "Which answers are failures: 502, 503 and 504, or all from 500; no answer always is one.");

  private static final Field<Duration> OPEN_FOR =
      Field.withDefault(
          "openFor",
          DurationShape.upTo(CircuitBreaker.LONGEST, DurationShape.Unit.SECONDS),
          Duration.ofSeconds(30),
          "How long the endpoint gets no requests, from 1s to 1h.");

  static final Shape<CircuitBreaker> SHAPE =
      ObjectShape.of(
          List.of(CONSECUTIVE_FAILURES, FAILURES, OPEN_FOR),
          List.of(),
          read ->
              new CircuitBreaker(
                  read.get(CONSECUTIVE_FAILURES), read.get(FAILURES), read.get(OPEN_FOR)),
          (rule, out) -> {
            out.put(CONSECUTIVE_FAILURES, rule.consecutiveFailures());
            out.put(FAILURES, rule.failures());
            out.put(OPEN_FOR, rule.openFor());
          });

  private CircuitBreakerShape() {}
}
