package io.entente.engine;

import io.entente.engine.ClientCertificate.Standing;
import io.entente.engine.JwtMeaning.Refusal;
import io.entente.policy.ClientIdentity;
import io.entente.policy.Mtls;
import io.entente.policy.Mtls.Revocation;
import java.util.Optional;

/**
 * A certificate of a client that a trusted authority signed. None, and one that leads to no
 * authority or was revoked, is 401; a good one of somebody else is 403.
 */
final class MtlsMeaning {

  private MtlsMeaning() {}

  static Optional<Refusal> refused(Mtls rule, Exchange exchange) {
    if (exchange.certificate().isEmpty()) {
      return Optional.of(new Refusal(401, "mtls.certificate"));
    }
    ClientCertificate shown = exchange.certificate().get();
    if (rule.trustedCertificates().stream()
        .noneMatch(authority -> shown.chainsTo().contains(authority.fingerprint()))) {
      return Optional.of(new Refusal(401, "mtls.trustedCertificates"));
    }
    if (rule.revocation() == Revocation.CRL_OCSP && shown.standing() != Standing.GOOD) {
      return Optional.of(new Refusal(401, "mtls.revocation"));
    }
    return rule.identities().isEmpty()
            || rule.identities().stream().anyMatch(identity -> isOf(identity, shown))
        ? Optional.empty()
        : Optional.of(new Refusal(403, "mtls.identities"));
  }

  private static boolean isOf(ClientIdentity identity, ClientCertificate shown) {
    return switch (identity.kind()) {
      case SUBJECT_CN -> shown.subjectCn().filter(identity.value()::equals).isPresent();
      case SAN_URI -> shown.sanUris().contains(identity.value());
      case SAN_DNS -> shown.sanDns().stream().anyMatch(identity.value()::equalsIgnoreCase);
    };
  }
}
