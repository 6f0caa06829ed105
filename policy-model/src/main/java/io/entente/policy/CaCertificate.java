package io.entente.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The certificate of an authority that signs others. Whether it has expired is not asked: that
 * needs a clock.
 *
 * @param pem one certificate; kept in lines of 64 characters, whatever they were
 */
public record CaCertificate(String pem) {

  /** One block, of at most 16384 characters; in the syntax RE2, ECMA and Java share. */
  public static final String PEM_PATTERN =
      "\\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\r\\n]+-----END CERTIFICATE-----\\s*";

  /** The longest text that is read, in characters. */
  public static final int LONGEST = 16_384;

  private static final Pattern PEM = Pattern.compile(PEM_PATTERN);

  private static final int KEY_CERT_SIGN = 5;

  public CaCertificate {
    X509Certificate certificate = read(pem);
    if (certificate.getBasicConstraints() < 0) {
      throw new IllegalArgumentException(
          "the certificate of "
              + certificate.getSubjectX500Principal()
              + " is not one of a CA: its basicConstraints do not say so");
    }
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[KEY_CERT_SIGN]) {
      throw new IllegalArgumentException(
          "the certificate of "
              + certificate.getSubjectX500Principal()
              + " signs no others: its keyUsage has no keyCertSign");
    }
    pem = pem(der(certificate));
  }

  /** SHA-256 of the certificate, in lower case hexadecimal. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der(read(pem))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "certificate of sha256 " + fingerprint();
  }

  private static X509Certificate read(String pem) {
    if (pem.length() > LONGEST || !PEM.matcher(pem).matches()) {
      throw new IllegalArgumentException("not one certificate in PEM");
    }
    String body = pem.strip().replaceAll("-----[A-Z ]+-----", "");
    try {
      byte[] der = Base64.getMimeDecoder().decode(body);
      var certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      if (der(certificate).length != der.length) {
        throw new IllegalArgumentException("something follows the certificate in its PEM");
      }
      return certificate;
    } catch (CertificateException e) {
      throw new IllegalArgumentException("the PEM holds no X.509 certificate", e);
    }
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateException e) {
      throw new IllegalArgumentException("the certificate cannot be written again", e);
    }
  }

  private static String pem(byte[] der) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
        + "\n-----END CERTIFICATE-----\n";
  }
}
