package io.entente.translator.envoy.emit;

import io.entente.policy.Policy;
import java.util.List;

/** {@code mtls} as nothing: a client shows a certificate to TLS, and no listener here has it. */
public final class MtlsEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "mtls";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    return CalloutOnly.refused(
        policies,
        place,
        "listener-without-tls",
        "0 certificates are asked for on each of %d nodes: the listeners that are made here have no transport socket, so that no client can show one, and what a header says of one anybody can write"
            .formatted(place.nodes()),
        "End TLS of clients before Envoy with a proxy that verifies them, or enforce the policy on Kong Enterprise.");
  }
}
