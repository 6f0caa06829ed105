package io.entente.policy.document;

import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.policy.TrafficLog;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.Values;
import io.entente.policy.shape.WholeNumberShape;
import java.time.Duration;
import java.util.List;

/** The member {@code trafficLog}. */
final class TrafficLogShape {

  /** How a recording is written, but for its number. */
  enum Record {
    ALL,
    ERRORS_AND_SAMPLE,
    AGGREGATE
  }

  private static final Field<Duration> MAX_DELAY =
      Field.withDefault(
          "maxDelay",
          DurationShape.upTo(Duration.ofSeconds(60), DurationShape.Unit.SECONDS),
          Duration.ofSeconds(1),
          "How long a gateway may hold an event back, from 1s to 60s.");

  static final Field<Record> RECORD =
      Field.withDefault(
          "record",
          ChoiceShape.lowerCamel(Record.class),
          Record.ALL,
          "Which exchanges the hub keeps: all; all that failed and a sample of the others; or none"
              + " of them, but counts of all.");

  static final Field<Integer> ONE_IN =
      Field.optional(
          "oneIn",
          WholeNumberShape.ints(2, ErrorsAndSample.WHOLE),
          "Of how many exchanges that did not fail one is kept and stands for them; a divisor of"
              + " 1000000.");

  static final Shape<TrafficLog> SHAPE =
      ObjectShape.of(
          List.of(MAX_DELAY, RECORD, ONE_IN),
          List.of(new OneInRule()),
          read -> new TrafficLog(read.get(MAX_DELAY), recording(read)),
          (log, out) -> {
            out.put(MAX_DELAY, log.maxDelay());
            if (log.record() instanceof ErrorsAndSample sample) {
              out.put(RECORD, Record.ERRORS_AND_SAMPLE);
              out.put(ONE_IN, sample.oneIn());
            } else {
              out.put(
                  RECORD, log.record().equals(Recording.AGGREGATE) ? Record.AGGREGATE : Record.ALL);
            }
          });

  private TrafficLogShape() {}

  private static Recording recording(Values read) {
    return switch (read.get(RECORD)) {
      case ALL -> Recording.ALL;
      case ERRORS_AND_SAMPLE -> new ErrorsAndSample(read.get(ONE_IN));
      case AGGREGATE -> Recording.AGGREGATE;
    };
  }
}
