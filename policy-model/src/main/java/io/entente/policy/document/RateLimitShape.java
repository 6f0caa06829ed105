package io.entente.policy.document;

import io.entente.policy.RateLimit;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.time.Duration;
import java.util.List;

/** The member {@code rateLimit}. */
final class RateLimitShape {

  static final Field<Long> REQUESTS =
      Field.required(
          "requests",
          new WholeNumberShape(1, 1_000_000_000),
          "How many requests are accepted in any window; the next is answered 429.");

  static final Field<Duration> WINDOW =
      Field.required(
          "window",
          DurationShape.upTo(Duration.ofDays(366), DurationShape.Unit.SECONDS),
          "How long the sliding window is, from 1s to 366d, for example 1m.");

  static final Shape<RateLimit> SHAPE =
      ObjectShape.of(
          List.of(REQUESTS, WINDOW, LimitFields.KEY, LimitFields.ON_MISSING_KEY),
          List.of(),
          read ->
              new RateLimit(
                  read.get(REQUESTS),
                  read.get(WINDOW),
                  read.get(LimitFields.KEY),
                  read.get(LimitFields.ON_MISSING_KEY)),
          (limit, out) -> {
            out.put(REQUESTS, limit.requests());
            out.put(WINDOW, limit.window());
            out.put(LimitFields.KEY, limit.key());
            out.put(LimitFields.ON_MISSING_KEY, limit.onMissingKey());
          });

  private RateLimitShape() {}
}
