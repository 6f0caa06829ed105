package io.entente.hub.ingest;

import io.entente.hub.estate.GatewayDocument;
import java.util.Optional;

/** The counters of gateways. Opening one does not block. */
@FunctionalInterface
public interface CounterSources {

  /** The counters of {@code gateway}; empty where its document has no address for them. */
  Optional<CounterSource> of(GatewayDocument gateway);
}
