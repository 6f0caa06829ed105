package io.entente.model.identity;

/** The one rule for names: DNS-label characters, dots allowed, at most 253 long. */
final class Names {

  private static final int LONGEST = 253;

  private Names() {}

  static void require(String what, String value) {
    if (!isName(value)) {
      throw new IllegalArgumentException(
          what
              + " '"
              + value
              + "' is not a name: use a-z, 0-9, '-' and '.', start and end with a letter or digit");
    }
  }

  /** By hand: every event of every gateway carries four names. */
  private static boolean isName(String value) {
    int length = value.length();
    if (length == 0 || length > LONGEST) {
      return false;
    }
    if (!letterOrDigit(value.charAt(0)) || !letterOrDigit(value.charAt(length - 1))) {
      return false;
    }
    for (int i = 1; i < length - 1; i++) {
      char c = value.charAt(i);
      if (!letterOrDigit(c) && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean letterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
