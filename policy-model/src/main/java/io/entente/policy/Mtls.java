package io.entente.policy;

import java.util.HashSet;
import java.util.List;

/**
 * Only clients with a certificate that one of some authorities signed; others are answered 401, and
 * 403 where it is for somebody else.
 *
 * @param trustedCertificates of the authorities, at least one; each ends a chain by itself, whether
 *     another signed it or not
 * @param identities any of which the certificate must have; none means any
 * @param revocation whether it is asked if a certificate was revoked
 */
public record Mtls(
    List<CaCertificate> trustedCertificates, List<ClientIdentity> identities, Revocation revocation)
    implements PolicyKind {

  /** How many authorities a policy names at most. */
  public static final int MOST_CERTIFICATES = 20;

  /** Whether it is asked if a certificate was revoked. */
  public enum Revocation {
    NONE,
    /** By CRL or OCSP, wherever the certificate says; one of which nobody can say is refused. */
    CRL_OCSP
  }

  public Mtls {
    trustedCertificates = List.copyOf(trustedCertificates);
    identities = List.copyOf(identities);
    if (trustedCertificates.isEmpty() || trustedCertificates.size() > MOST_CERTIFICATES) {
      throw new IllegalArgumentException(
          "mtls trusts %d certificates, not 1 to %d"
              .formatted(trustedCertificates.size(), MOST_CERTIFICATES));
    }
    requireDistinct("trustedCertificates", trustedCertificates);
    requireDistinct("identities", identities);
  }

  @Override
  public String kindName() {
    return "mtls";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  private static void requireDistinct(String list, List<?> items) {
    if (new HashSet<>(items).size() < items.size()) {
      throw new IllegalArgumentException(list + " has something twice: " + items);
    }
  }
}
