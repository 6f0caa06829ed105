package io.entente.hub.estate;

import io.entente.hub.outbound.OutboundGuard;
import io.entente.hub.outbound.Transport;
import io.entente.model.estate.Vendor;
import java.util.List;

/** The addresses that a gateway's document makes the hub call. */
final class GatewayAddresses {
  private final List<Address> called;

  private GatewayAddresses(List<Address> called) {
    this.called = called;
  }

  private record Address(String field, String url, Transport transport) {}

  static GatewayAddresses of(GatewayDocument gateway) {
    // A token of a cloud goes to Apigee; Kong's Admin API is the operator's own affair.
    var transport =
        gateway.gateway().vendor() == Vendor.KONG
            ? Transport.HTTP_OR_HTTPS
            : Transport.HTTPS_UNLESS_LOOPBACK;
    return new GatewayAddresses(
        List.of(
                List.of(GatewayDocument.ADMIN_URL, "spec.connection.admin"),
                List.of(GatewayDocument.STATUS_URL, "spec.connection.status"),
                List.of(GatewayDocument.ENDPOINT, "spec.connection.endpoint"))
            .stream()
            .flatMap(
                names ->
                    gateway
                        .setting(names.get(0))
                        .map(url -> new Address(names.get(1), url, transport))
                        .stream())
            .toList());
  }

  /** Refuses what can be refused without asking anybody. */
  void requireText(OutboundGuard guard) {
    called.forEach(a -> guard.requireText(a.field(), a.url(), a.transport()));
  }

  /** Refuses what leads where the hub does not call, now. Blocks. */
  void require(OutboundGuard guard) {
    called.forEach(a -> guard.require(a.field(), a.url(), a.transport()));
  }
}
