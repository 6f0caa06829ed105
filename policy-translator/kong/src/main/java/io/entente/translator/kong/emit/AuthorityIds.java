package io.entente.translator.kong.emit;

import io.entente.policy.CaCertificate;

/** Under which ids a gateway holds, or will hold, the certificates of authorities. */
@FunctionalInterface
public interface AuthorityIds {

  String of(CaCertificate certificate);
}
