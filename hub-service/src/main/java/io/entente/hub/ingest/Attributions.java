package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.model.identity.GatewayId;

/** Which of our routes the routes of a gateway are. Blocks; an answer stays as it was given. */
@FunctionalInterface
public interface Attributions {

  RouteAttribution of(GatewayId gateway);
}
