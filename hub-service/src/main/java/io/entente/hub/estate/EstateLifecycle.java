package io.entente.hub.estate;

import io.entente.model.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** What the estate does before the hub answers its first request. */
@ApplicationScoped
public class EstateLifecycle {
  private static final Logger LOG = Logger.getLogger(EstateLifecycle.class);
  private static final int AFTER_INFRASTRUCTURE = 3000;

  private final GatewaysFile gatewaysFile;
  private final ControlPlane controlPlane;
  private final Estate estate;
  private final Connectors connectors;

  public EstateLifecycle(
      GatewaysFile gatewaysFile, ControlPlane controlPlane, Estate estate, Connectors connectors) {
    this.gatewaysFile = gatewaysFile;
    this.controlPlane = controlPlane;
    this.estate = estate;
    this.connectors = connectors;
  }

  void start(@Observes @Priority(AFTER_INFRASTRUCTURE) StartupEvent event) {
    gatewaysFile.applyAtStart();
    controlPlane.server();
    // Telemetry of an Envoy that reconnects first must find its sink.
    estate.gateways().forEach(this::open);
  }

  private void open(GatewayDocument gateway) {
    try {
      connectors.open(gateway);
    } catch (ProblemException e) {
      LOG.warnf("gateway %s is not opened yet: %s", gateway.gateway().id(), e.getMessage());
    }
  }
}
