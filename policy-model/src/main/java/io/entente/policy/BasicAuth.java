package io.entente.policy;

import io.entente.policy.ApiKey.Credentials;
import java.util.regex.Pattern;

/**
 * Only callers with a name and a password; others are answered 401.
 *
 * @param realm what callers are told they need a password for
 * @param hideCredential whether name and password are taken off before the upstream sees the
 *     request
 * @param preflight whether a browser's preflight needs them
 * @param credentials who knows the passwords
 */
public record BasicAuth(
    String realm, boolean hideCredential, Preflight preflight, Credentials credentials)
    implements PolicyKind {

  /** Text that needs no escapes between quotes, in the syntax RE2, ECMA and Java share. */
  public static final String REALM_PATTERN =
      "[A-Za-z0-9._~/-]([A-Za-z0-9 ._~/-]{0,126}[A-Za-z0-9._~/-])?";

  private static final Pattern REALM = Pattern.compile(REALM_PATTERN);

  public BasicAuth {
    if (!REALM.matcher(realm).matches()) {
      throw new IllegalArgumentException("realm '" + realm + "' is not " + REALM_PATTERN);
    }
  }

  @Override
  public String kindName() {
    return "basicAuth";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }
}
