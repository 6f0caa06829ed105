package io.entente.hub.ingest;

import io.entente.model.event.TrafficEvent;
import java.util.List;

/** What was read of one body. */
interface IngestBatch {

  /** What becomes events. */
  List<TrafficEvent> events();

  /** For each entry that can never be one, why; none repeats anything that was delivered. */
  List<String> refusals();
}
