package io.entente.model.identity;

import java.util.regex.Pattern;

/** The one rule for names: DNS-label characters, dots allowed, at most 253 long. */
final class Names {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  private Names() {}

  static void require(String what, String value) {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what
              + " '"
              + value
              + "' is not a name: use a-z, 0-9, '-' and '.', start and end with a letter or digit");
    }
  }
}
