package io.entente.hub.estate;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a gateway is called with a stored credential, and which.
 *
 * @param calledAt the base address it is sent to, where the document names one
 */
public record CredentialStatus(
    boolean present,
    Optional<String> type,
    Optional<String> fingerprint,
    Optional<Instant> setAt,
    Optional<String> calledAt) {

  static CredentialStatus of(Optional<VendorCredential> credential) {
    return new CredentialStatus(
        credential.isPresent(),
        credential.map(VendorCredential::type),
        credential.map(VendorCredential::fingerprint),
        credential.map(VendorCredential::setAt),
        credential.flatMap(VendorCredential::calledAt).filter(place -> !place.isEmpty()));
  }
}
