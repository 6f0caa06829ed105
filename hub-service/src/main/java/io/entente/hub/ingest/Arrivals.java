package io.entente.hub.ingest;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import java.time.Instant;

/** How many requests arrived, but for those answered with 404. Blocks. */
@FunctionalInterface
interface Arrivals {

  /** Requests that began in {@code since} to before {@code to}. */
  long of(GatewayId gateway, ApiName api, Instant since, Instant to);
}
