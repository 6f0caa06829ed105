package io.entente.hub.estate;

import io.entente.hub.estate.ConnectionTest.Part;
import io.entente.hub.estate.ConnectionTest.State;
import io.entente.hub.estate.ConnectionTest.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How an Envoy joins: it calls the hub, so there is nothing to call. */
@ApplicationScoped
public class EnvoyJoining {
  private final ControlPlane controlPlane;

  public EnvoyJoining(ControlPlane controlPlane) {
    this.controlPlane = controlPlane;
  }

  ConnectionTest of(GatewayDocument gateway) {
    String name = gateway.gateway().id().value();
    int connected = controlPlane.server().convergence(gateway.gateway().id()).nodes().size();
    return new ConnectionTest(
        name,
        gateway.gateway().vendor().label(),
        true,
        Arrays.stream(Part.values()).map(part -> step(part, connected)).toList(),
        Optional.empty(),
        List.of(),
        List.of(
            "Store the document.",
            "Issue a token for its Envoys: POST /api/gateways/" + name + "/credentials.",
            "Fetch their bootstrap: GET /api/gateways/"
                + name
                + "/bootstrap, and put the token in.",
            "Start Envoy with it; it calls the hub at " + address() + " and shows under Nodes."),
        0);
  }

  private Step step(Part part, int connected) {
    boolean seen = connected > 0 && part != Part.ADDRESS && part != Part.PROFILE;
    String detail =
        part == Part.ADDRESS
            ? "The hub calls no Envoy; Envoys call the hub at " + address() + "."
            : seen
                ? connected + " connected with a token of this gateway."
                : "None is connected under this name yet.";
    State state = part == Part.ADDRESS || seen ? State.OK : State.UNKNOWN;
    return new Step(part, state, detail, Optional.empty());
  }

  private String address() {
    return controlPlane.host() + ":" + controlPlane.server().port();
  }
}
