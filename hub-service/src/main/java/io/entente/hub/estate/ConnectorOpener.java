package io.entente.hub.estate;

import io.entente.connector.spi.Connector;
import io.entente.model.estate.Vendor;
import io.entente.model.plan.ApplyDomain;

/** Opens connectors to gateways of one vendor. Opening does no I/O. */
public interface ConnectorOpener {

  Vendor vendor();

  /** What converges together on a gateway of this vendor. */
  ApplyDomain domain();

  /** A connector of its own for the gateway; the caller closes it. */
  Connector open(GatewayDocument gateway);
}
