package io.entente.simulator.kong.entity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;

/** Certificates and keys as text. */
final class Pem {

  private Pem() {}

  static Optional<String> certificate(String text) {
    try {
      parse(text);
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.of("invalid certificate: " + e.getMessage());
    }
  }

  /** Only the frame is looked at: whether key and certificate belong together is not checked. */
  static Optional<String> privateKey(String text) {
    boolean framed = text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----");
    return framed ? Optional.empty() : Optional.of("invalid key: not a private key in PEM");
  }

  /** SHA-256 of the certificate, as {@code cert_digest} shows it. */
  static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(parse(text).getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  static boolean isAuthority(String text) {
    try {
      return parse(text).getBasicConstraints() >= 0;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static X509Certificate parse(String text) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
