package io.entente.policy.document;

import io.entente.policy.Timeout;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.time.Duration;
import java.util.List;

/** The member {@code timeout}. */
final class TimeoutShape {

  static final Shape<Duration> LENGTH =
      DurationShape.upTo(Timeout.LONGEST, DurationShape.Unit.MILLISECONDS);

  private static final Field<Duration> CONNECT =
      Field.optional(
          "connect",
          LENGTH,
          "How long each attempt waits for a connection, from 1ms to 1h; then 503.");

  private static final Field<Duration> REQUEST =
      Field.optional(
          "request",
          LENGTH,
          "How long until the last byte of the answer, all attempts together, from 1ms to 1h; then"
              + " 504.");

  private static final Field<Duration> IDLE =
      Field.optional(
          "idle",
          LENGTH,
          "How long no byte may pass between caller and gateway, from 1ms to 1h; then 504.");

  static final Shape<Timeout> SHAPE =
      ObjectShape.of(
          List.of(CONNECT, REQUEST, IDLE),
          List.of(new SomeField(List.of(CONNECT, REQUEST, IDLE))),
          read -> new Timeout(read.find(CONNECT), read.find(REQUEST), read.find(IDLE)),
          (rule, out) -> {
            rule.connect().ifPresent(value -> out.put(CONNECT, value));
            rule.request().ifPresent(value -> out.put(REQUEST, value));
            rule.idle().ifPresent(value -> out.put(IDLE, value));
          });

  private TimeoutShape() {}
}
