package io.entente.hub.access;

import io.entente.model.tree.SecretRef;
import java.util.Optional;

/** Secrets that are kept elsewhere in the hub. May block; safe to share between threads. */
public interface SecretSource {

  /** The secret itself; empty when this source does not keep it. */
  Optional<String> resolve(SecretRef reference);
}
