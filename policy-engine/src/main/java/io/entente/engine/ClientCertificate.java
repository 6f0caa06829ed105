package io.entente.engine;

import io.entente.policy.CaCertificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client's certificate says, which was verified by who has a clock: it is valid now, and the
 * client has its key.
 *
 * @param subjectCn common name of its subject
 * @param sanUris URIs among its alternative names
 * @param sanDns hosts among its alternative names
 * @param chainsTo authorities that it leads to, itself or over others, each as {@link
 *     CaCertificate#fingerprint()}
 * @param standing what the authority says of it now
 */
public record ClientCertificate(
    Optional<String> subjectCn,
    List<String> sanUris,
    List<String> sanDns,
    Set<String> chainsTo,
    Standing standing) {

  /** What an authority says, by CRL or OCSP. */
  public enum Standing {
    GOOD,
    REVOKED,
    /** Nobody could be asked, or knew it. */
    UNKNOWN
  }

  public ClientCertificate {
    sanUris = List.copyOf(sanUris);
    sanDns = List.copyOf(sanDns);
    chainsTo = Set.copyOf(chainsTo);
  }
}
