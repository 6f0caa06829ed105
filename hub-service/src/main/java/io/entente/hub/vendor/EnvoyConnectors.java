package io.entente.hub.vendor;

import io.entente.connector.envoy.NativeConnector;
import io.entente.connector.spi.Connector;
import io.entente.hub.estate.ConnectorOpener;
import io.entente.hub.estate.ControlPlane;
import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.estate.PgResourceStore;
import io.entente.model.estate.Vendor;
import io.entente.model.plan.ApplyDomain;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import jakarta.enterprise.context.ApplicationScoped;

/** Envoys, which come to this hub's control plane by themselves. */
@ApplicationScoped
class EnvoyConnectors implements ConnectorOpener {
  private final ControlPlane controlPlane;
  private final PgResourceStore resources;

  EnvoyConnectors(ControlPlane controlPlane, PgResourceStore resources) {
    this.controlPlane = controlPlane;
    this.resources = resources;
  }

  @Override
  public Vendor vendor() {
    return Vendor.ENVOY;
  }

  @Override
  public ApplyDomain domain() {
    return EnvoyDialect.DOMAIN;
  }

  @Override
  public Connector open(GatewayDocument gateway) {
    return new NativeConnector(
        gateway.gateway().id(),
        resources,
        controlPlane.server(),
        new EnvoyDialect(),
        gateway.settings());
  }
}
