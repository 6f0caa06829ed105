package io.entente.policy.document;

import io.entente.policy.TrafficLog;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.time.Duration;
import java.util.List;

/** The member {@code trafficLog}. */
final class TrafficLogShape {

  private static final Field<Duration> MAX_DELAY =
      Field.withDefault(
          "maxDelay",
          DurationShape.upTo(Duration.ofSeconds(60), DurationShape.Unit.SECONDS),
          Duration.ofSeconds(1),
          "How long a gateway may hold an event back, from 1s to 60s.");

  static final Shape<TrafficLog> SHAPE =
      ObjectShape.of(
          List.of(MAX_DELAY),
          List.of(),
          read -> new TrafficLog(read.get(MAX_DELAY)),
          (log, out) -> out.put(MAX_DELAY, log.maxDelay()));

  private TrafficLogShape() {}
}
