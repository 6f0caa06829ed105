package io.entente.policy;

import java.util.regex.Pattern;

/**
 * A secret that the gateway itself holds, by its name. What it is stands in no policy, and is never
 * read or written here.
 *
 * @param name under which the gateway holds it
 */
public record GatewaySecret(String name) {

  /** The names that all vendors take, in the syntax RE2, ECMA and Java share. */
  public static final String NAME_PATTERN = "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  public GatewaySecret {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name of a secret is not "
              + NAME_PATTERN
              + "; it is not repeated here, as it may be the secret itself");
    }
  }
}
