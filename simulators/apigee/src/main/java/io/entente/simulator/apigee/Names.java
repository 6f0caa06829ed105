package io.entente.simulator.apigee;

import java.util.regex.Pattern;

/** What names may look like. */
final class Names {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");

  private Names() {}

  static void require(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(what + " is '" + name + "': not a name");
    }
  }
}
