package io.entente.policy;

import java.util.regex.Pattern;

/**
 * Only callers with a key; others are answered 401.
 *
 * @param in where the key is
 * @param name of the header, lower case, or of the parameter of the query
 * @param hideCredential whether the key is taken off before the upstream sees the request
 * @param preflight whether a browser's preflight needs a key
 * @param credentials who knows the keys
 */
public record ApiKey(
    In in, String name, boolean hideCredential, Preflight preflight, Credentials credentials)
    implements PolicyKind {

  /** The names that all vendors take, in the syntax RE2, ECMA and Java share. */
  public static final String NAME_PATTERN = "[A-Za-z0-9_-]{1,128}";

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  public ApiKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name '" + name + "' is not " + NAME_PATTERN);
    }
    if (in == In.HEADER) {
      HeaderName.requireEditable(name);
    }
  }

  @Override
  public String kindName() {
    return "apiKey";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  /** Where a key is. */
  public enum In {
    HEADER,
    QUERY
  }

  /** Who knows the keys. */
  public enum Credentials {
    /** The gateway's own store. A valid key of it is required; none is ever made or changed. */
    VENDOR
  }
}
