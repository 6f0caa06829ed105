package io.entente.translator.apigee.dialect;

import io.entente.model.identity.ApiName;
import io.entente.model.nativeobject.Hash;
import java.util.regex.Pattern;

/** Names of what we make; the prefix is the mark of ownership. */
public final class ApigeeNames {

  /** Whatever begins so is ours. */
  public static final String PREFIX = "entente-";

  /** Where the policies of a proxy's bundle are. */
  public static final String POLICIES = "apiproxy/policies/";

  private static final String SECRET = "@entente:secret:";
  private static final int LONGEST = 255;
  private static final int DIGITS = 8;
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_-]+");

  private ApigeeNames() {}

  public static boolean isOurs(String name) {
    return name.startsWith(PREFIX);
  }

  /** The shared flow of ours that a hook of the environment calls. */
  public static String dispatcher(String environment, HookPoint point) {
    return of(environment + "-" + point.label());
  }

  /** The proxy that we make for an API. */
  public static String proxy(ApiName api) {
    return of(api.value());
  }

  /** A policy of ours; underscores stand between the parts, of which no name of ours has any. */
  public static String policy(String... parts) {
    return of(String.join("_", parts));
  }

  /**
   * A name of ours. Where letters are lost or it grows too long it ends in digits of its own, so
   * that two never become one.
   */
  public static String of(String whole) {
    String plain = OTHER.matcher(whole).replaceAll("_");
    int room = LONGEST - PREFIX.length();
    if (plain.equals(whole) && plain.length() <= room) {
      return PREFIX + plain;
    }
    int kept = Math.min(plain.length(), room - DIGITS - 1);
    return PREFIX + plain.substring(0, kept) + "-" + Hash.ofText(whole).hex().substring(0, DIGITS);
  }

  /** The file of one of our policies in the bundle of a proxy. */
  public static String policyFile(String policy) {
    return POLICIES + policy + ".xml";
  }

  /** What stands in a file of ours where a secret belongs; only the connector puts it there. */
  public static String placeholder(String secretRef) {
    return SECRET + secretRef + "@";
  }
}
