package io.entente.connector.spi;

import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.SecretRef;
import java.util.Optional;

/**
 * Where a connector's secrets go and come from. A reader replaces each secret by its reference and
 * fingerprint before anything leaves the connector; only an applier resolves a reference. May
 * block; safe to share between threads.
 */
public interface Secrets {

  /** Keyed by the hub's own key: the same secret has the same fingerprint on this hub only. */
  Fingerprint fingerprint(String secret);

  /** The secret itself; empty when the reference is not one this hub can resolve. */
  Optional<String> resolve(SecretRef reference);
}
