package io.entente.connector.spi;

import io.entente.model.event.TrafficEvent;
import java.util.List;
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
}
