package io.entente.policy;

import java.util.regex.Pattern;

/**
 * Whom a client certificate is for.
 *
 * @param kind where the certificate says it
 * @param value all of it; names of hosts are compared without regard to case
 */
public record ClientIdentity(Kind kind, String value) {

  /** Printable ASCII without spaces at its ends, of at most 255 characters. */
  public static final String VALUE_PATTERN = "[!-~]([ -~]{0,253}[!-~])?";

  private static final Pattern VALUE = Pattern.compile(VALUE_PATTERN);

  /** Where a certificate says whom it is for. */
  public enum Kind {
    /** The common name of the subject. */
    SUBJECT_CN,
    /** A URI among the alternative names. */
    SAN_URI,
    /** The name of a host among the alternative names. */
    SAN_DNS
  }

  public ClientIdentity {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("identity '" + value + "' is not " + VALUE_PATTERN);
    }
  }
}
