package io.entente.hub.ingest;

import io.entente.model.event.Recorded;
import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import java.util.List;

/** What was read of one body. */
interface IngestBatch {

  /** All that arrived. */
  List<TrafficEvent> events();

  /** What is to be durable of it, and how. */
  default Recorded recorded() {
    return Recorded.of(events(), Recording.ALL);
  }

  /** For each entry that can never be one, why; none repeats anything that was delivered. */
  List<String> refusals();
}
