package io.entente.simulator.kong.schema;

import java.util.regex.Pattern;

/** What Kong takes for an id. */
public final class Uuids {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /** Whether a key in a path or a body is an id, and not a name. */
  public static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }
}
