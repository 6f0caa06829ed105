package io.entente.connector.spi;

import io.entente.model.event.Recorded;
import io.entente.model.event.TrafficEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes observations and makes them durable. */
@FunctionalInterface
public interface TelemetrySink {

  /**
   * Takes a batch in. The stage completes when every event is durable, and fails when one is not: a
   * source acknowledges, counts or moves a watermark only after it completed. Never blocks; a
   * source bounds what it has in flight and stops reading beyond that.
   */
  CompletionStage<Void> accept(List<TrafficEvent> events);

  /**
   * The same for a delivery of which a part may be wanted as counts alone. A sink that counts
   * nothing fails where there is something to count: keeping it one by one is not what was asked.
   */
  default CompletionStage<Void> accept(Recorded recorded) {
    return recorded.counted().isEmpty()
        ? accept(recorded.kept())
        : CompletableFuture.failedStage(
            new UnsupportedOperationException(
                recorded.counted().size() + " requests are to be counted, and nothing counts"));
  }
}
