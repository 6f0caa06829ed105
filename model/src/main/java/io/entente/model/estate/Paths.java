package io.entente.model.estate;

import java.util.regex.Pattern;

/** The one rule for paths of routes. */
final class Paths {

  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");

  private Paths() {}

  static void require(String path) {
    if (!PATH.matcher(path).matches() || path.length() > 2048) {
      throw new IllegalArgumentException(
          "path '" + path + "' is not a URL path: start with '/', no query, at most 2048 long");
    }
  }
}
