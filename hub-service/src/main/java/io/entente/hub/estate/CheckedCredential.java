package io.entente.hub.estate;

import io.entente.connector.kong.KongCredential;
import io.entente.hub.outbound.OutboundGuard;
import io.entente.hub.outbound.Transport;
import io.entente.model.estate.Vendor;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A credential that its vendor's connector can use. The credential itself is not part of it.
 *
 * @param type which kind it is
 * @param called the addresses it is sent to, by field
 */
record CheckedCredential(String type, SortedMap<String, String> called) {

  /**
   * Checks one, without asking anybody.
   *
   * @throws ProblemException CREDENTIAL_INVALID, CREDENTIAL_TOO_LARGE or CREDENTIAL_UNSUPPORTED
   */
  static CheckedCredential of(GatewayDocument gateway, byte[] json) {
    return of(gateway.gateway().vendor(), place(gateway), json);
  }

  /** The base address that the gateway's credential is sent to. */
  static String place(GatewayDocument gateway) {
    return gateway
        .setting(GatewayDocument.ADMIN_URL)
        .or(() -> gateway.setting(GatewayDocument.ENDPOINT))
        .orElse("");
  }

  private static CheckedCredential of(Vendor vendor, String place, byte[] json) {
    if (vendor == Vendor.APIGEE) {
      var google = GoogleCredentialDocument.read(json);
      return new CheckedCredential(google.type(), google.called());
    }
    if (vendor != Vendor.KONG) {
      throw new ProblemException(
          Problem.user(
              "CREDENTIAL_UNSUPPORTED",
              "A gateway of vendor " + vendor.label() + " is not called with one.",
              "credential",
              "An Envoy calls the hub, with a token that the hub issues."));
    }
    KongCredential.read(new String(json, StandardCharsets.UTF_8));
    return new CheckedCredential(
        KongCredential.TYPE, new TreeMap<>(Map.of("spec.connection.admin", place)));
  }

  /** Refuses what can be refused without asking anybody; a token goes over clear text nowhere. */
  void requireText(OutboundGuard guard) {
    called.forEach((field, url) -> guard.requireText(field, url, Transport.HTTPS_UNLESS_LOOPBACK));
  }

  /** Refuses what leads where the hub does not call, now. Blocks. */
  void require(OutboundGuard guard) {
    called.forEach((field, url) -> guard.require(field, url, Transport.HTTPS_UNLESS_LOOPBACK));
  }
}
