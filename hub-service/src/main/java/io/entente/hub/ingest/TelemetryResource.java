package io.entente.hub.ingest;

import io.entente.hub.estate.Gateways;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the request logs of a gateway arrive. */
@Path("/api/gateways/{gateway}/telemetry")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TelemetryResource {

  private final Gateways gateways;
  private final Reconciliation reconciliation;
  private final SyslogCounts syslog;
  private final VendorComparison vendor;

  TelemetryResource(
      Gateways gateways,
      Reconciliation reconciliation,
      SyslogCounts syslog,
      VendorComparison vendor) {
    this.vendor = vendor;
    this.syslog = syslog;
    this.gateways = gateways;
    this.reconciliation = reconciliation;
  }

  @GET
  @RolesAllowed("traffic:read")
  public TelemetryView get(@PathParam("gateway") String gateway) {
    GatewayId id = known(gateway);
    return reconciliation
        .view(id)
        .with(
            vendor.of(id),
            syslog
                .of(id)
                .map(
                    of ->
                        new TelemetryView.Lines(
                            of.accepted(), of.refused(), of.last(), TelemetryView.Lines.NOTE)));
  }

  private GatewayId known(String name) {
    GatewayId id;
    try {
      id = new GatewayId(name);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user(
              "NAME_INVALID",
              "The gateway's name is not one",
              "gateway",
              "Use the name as listed."));
    }
    gateways.get(id);
    return id;
  }
}
