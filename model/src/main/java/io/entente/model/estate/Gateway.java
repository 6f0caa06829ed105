package io.entente.model.estate;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;

/**
 * One managed gateway installation.
 *
 * @param tenant owner
 * @param id name given by its operator
 * @param vendor who makes it
 * @param labels for selectors
 * @param writes whether applying is allowed; a new gateway is observe-only
 */
public record Gateway(Tenant tenant, GatewayId id, Vendor vendor, Labels labels, WriteMode writes) {

  /** Whether Entente may write to the gateway. */
  public enum WriteMode {
    OBSERVE_ONLY,
    MANAGED
  }
}
