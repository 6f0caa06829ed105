package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.identity.PolicyVersion;
import java.util.List;

/** Which address Envoy takes for the client's. */
final class ClientAddress {

  private ClientAddress() {}

  /**
   * @param behindProxy what becomes of callers behind a proxy that is not trusted
   */
  static Deviation of(Place place, PolicyVersion policy, String behindProxy) {
    String bound =
        place.trustedHops() == 0
            ? "the client is the peer of the connection, 0 forwarding proxies are trusted: "
                + behindProxy
            : "the client is X-Forwarded-For entry %d from the right: %d forwarding proxies are trusted"
                .formatted(place.trustedHops(), place.trustedHops());
    return new Deviation(
        "client-address",
        Direction.DIFFERENT,
        bound,
        "Set listener.trustedHops to the number of proxies before Envoy.",
        List.of(policy));
  }
}
