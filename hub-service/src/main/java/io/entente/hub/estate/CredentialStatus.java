package io.entente.hub.estate;

import java.time.Instant;
import java.util.Optional;

/** Whether a gateway is called with a stored credential, and which. */
public record CredentialStatus(
    boolean present, Optional<String> type, Optional<String> fingerprint, Optional<Instant> setAt) {

  static CredentialStatus of(Optional<VendorCredential> credential) {
    return new CredentialStatus(
        credential.isPresent(),
        credential.map(VendorCredential::type),
        credential.map(VendorCredential::fingerprint),
        credential.map(VendorCredential::setAt));
  }
}
