package io.entente.hub.ingest;

import io.entente.connector.kong.log.RequestSeries;
import java.io.IOException;
import java.util.Map;

/** Where a gateway's own counters of requests are read. May block, within a time of its own. */
@FunctionalInterface
public interface CounterSource {

  /**
   * The counters as they are now; only those of routes whose requests are to be delivered.
   *
   * @throws IOException when the gateway does not give them
   */
  Map<RequestSeries, Long> read() throws IOException;
}
