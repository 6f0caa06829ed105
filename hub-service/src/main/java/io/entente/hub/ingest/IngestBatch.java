package io.entente.hub.ingest;

import io.entente.model.event.TrafficEvent;
import java.util.List;

/** What was read of one body. */
interface IngestBatch {

  /** All that arrived. */
  List<TrafficEvent> events();

  /** What is to be durable of it. */
  default List<TrafficEvent> kept() {
    return events();
  }

  /** For each entry that can never be one, why; none repeats anything that was delivered. */
  List<String> refusals();
}
