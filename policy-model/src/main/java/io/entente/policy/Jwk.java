package io.entente.policy;

import io.entente.model.tree.Node;
import java.util.Optional;

/** A public key of a JSON Web Key Set (RFC 7517). There is no form of a private one. */
public sealed interface Jwk permits EcJwk, RsaJwk {

  /** The name of the key in its set. */
  String kid();

  /** The only algorithm it is for; empty when it is for every one of its family. */
  Optional<SigningAlgorithm> alg();

  /** {@code RSA}, or the curve. */
  String family();

  /** As a JSON Web Key Set has it. */
  Node.Obj tree();
}
