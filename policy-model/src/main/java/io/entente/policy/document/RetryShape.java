package io.entente.policy.document;

import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.time.Duration;
import java.util.List;

/** The member {@code retry}. */
final class RetryShape {

  private static final Field<Integer> ATTEMPTS =
      Field.required(
          "attempts",
          WholeNumberShape.ints(1, Retry.MOST_ATTEMPTS),
          "How often a request is sent again at most.");

  static final Field<List<On>> ON =
      Field.withDefault(
          "on",
          ListShape.distinct(ChoiceShape.lowerCamel(On.class), 1),
          List.of(On.CONNECT_FAILURE, On.REFUSED_STREAM),
          "After which ends of an attempt without an answer; reset is any of them.");

  private static final Field<List<Integer>> STATUSES =
      Field.withDefault(
          "statuses",
          ListShape.distinct(WholeNumberShape.ints(400, 599), 0),
          List.of(),
          "After which answers too; none means after no answer.");

  private static final Field<Duration> PER_TRY_TIMEOUT =
      Field.optional(
          "perTryTimeout",
          TimeoutShape.LENGTH,
          "How long an attempt that has a connection waits for the beginning of an answer, from 1ms"
              + " to 1h.");

  private static final Field<Duration> BACKOFF =
      Field.optional(
          "backoff",
          DurationShape.upTo(Retry.LONGEST_BACKOFF, DurationShape.Unit.MILLISECONDS),
          "Before a request is sent again a random time below this is waited, from 1ms to 1m; it"
              + " doubles each time up to ten times as much.");

  private static final Field<List<String>> METHODS =
      Field.withDefault(
          "methods",
          ListShape.distinct(NameShapes.METHOD, 1),
          List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE"),
          "Requests of which methods; one that is sent twice may act twice.");

  static final Shape<Retry> SHAPE =
      ObjectShape.of(
          List.of(ATTEMPTS, ON, STATUSES, PER_TRY_TIMEOUT, BACKOFF, METHODS),
          List.of(new PerTryRule()),
          read ->
              new Retry(
                  read.get(ATTEMPTS),
                  read.get(ON),
                  read.get(STATUSES),
                  read.find(PER_TRY_TIMEOUT),
                  read.find(BACKOFF),
                  read.get(METHODS)),
          (rule, out) -> {
            out.put(ATTEMPTS, rule.attempts());
            out.put(ON, rule.on());
            out.put(STATUSES, rule.statuses());
            rule.perTryTimeout().ifPresent(value -> out.put(PER_TRY_TIMEOUT, value));
            rule.backoff().ifPresent(value -> out.put(BACKOFF, value));
            out.put(METHODS, rule.methods());
          });

  private RetryShape() {}
}
