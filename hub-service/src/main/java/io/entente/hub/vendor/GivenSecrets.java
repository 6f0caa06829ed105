package io.entente.hub.vendor;

import io.entente.connector.spi.Secrets;
import io.entente.hub.access.HubSecrets;
import io.entente.hub.estate.CalledWith;
import io.entente.model.identity.GatewayId;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.SecretRef;
import java.util.Optional;

/** The hub's secrets, with the credential of one gateway as it came with a request. */
final class GivenSecrets implements Secrets {
  private final Secrets hub;
  private final SecretRef reference;
  private final String credential;

  private GivenSecrets(Secrets hub, SecretRef reference, String credential) {
    this.hub = hub;
    this.reference = reference;
    this.credential = credential;
  }

  static Secrets over(Secrets hub, GatewayId gateway, CalledWith with) {
    return with instanceof CalledWith.Given given
        ? new GivenSecrets(hub, HubSecrets.vendorCredential(gateway), given.credential())
        : hub;
  }

  @Override
  public Fingerprint fingerprint(String secret) {
    return hub.fingerprint(secret);
  }

  @Override
  public Optional<String> resolve(SecretRef wanted) {
    return wanted.equals(reference) ? Optional.of(credential) : hub.resolve(wanted);
  }
}
