package io.entente.connector.apigee;

import java.util.regex.Pattern;

/** Recognises by their names values that people keep secrets in. */
final class SecretNames {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(secret|passw(or)?d|passphrase|private[-_.]?key|credential|api[-_.]?key|consumer"
              + "[-_.]?key|access[-_.]?key|auth[-_.]?token|access[-_.]?token|refresh[-_.]?token)s?");

  private SecretNames() {}

  static boolean is(String name) {
    return NAME.matcher(name).matches();
  }
}
