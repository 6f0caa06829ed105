package io.entente.connector.kong.log;

import io.entente.model.event.TrafficEvent;
import java.util.List;

/** What one payload came to, in its order. */
public record KongLogBatch(List<TrafficEvent> events, List<RefusedEntry> refused) {

  public KongLogBatch {
    events = List.copyOf(events);
    refused = List.copyOf(refused);
  }
}
