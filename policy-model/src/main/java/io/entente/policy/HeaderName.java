package io.entente.policy;

import java.util.Set;
import java.util.regex.Pattern;

/** The one rule for header names: lower-case tokens, no pseudo headers. */
final class HeaderName {

  private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,128}");

  private static final Set<String> FRAMING =
      Set.of("host", "content-length", "transfer-encoding", "connection");

  private HeaderName() {}

  static void require(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "header name '" + name + "' is not a lower-case token of at most 128 characters");
    }
  }

  /** One that does not frame the message. */
  static void requireEditable(String name) {
    require(name);
    if (FRAMING.contains(name)) {
      throw new IllegalArgumentException(
          "header '" + name + "' frames the message and cannot be edited");
    }
  }
}
