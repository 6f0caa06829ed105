package io.entente.policy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Which pages of other origins a browser lets use the route.
 *
 * @param allowOrigins {@code *} alone, or origins as browsers send them: {@code scheme://host} with
 *     a port where it is not the scheme's own; at least one
 * @param allowMethods upper case; at least one
 * @param allowHeaders request headers beyond those browsers always send; lower case
 * @param exposeHeaders response headers beyond those pages always see; lower case
 * @param allowCredentials whether cookies and the like come along; not with {@code *}
 * @param maxAge how long a browser may keep the answer, 0 s to 24 h, whole seconds
 */
public record Cors(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    boolean allowCredentials,
    Duration maxAge)
    implements PolicyKind {

  /** Every origin. */
  public static final String ANY_ORIGIN = "*";

  /** An origin as text, in the syntax RE2, ECMA and Java share. */
  public static final String ORIGIN_PATTERN =
      "[a-z][a-z0-9+.-]{0,31}://"
          + "(?:[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|\\[[0-9a-f:]{2,39}\\])"
          + "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]"
          + "|6553[0-5]))?";

  /** Origins with a port that browsers leave out, so that no browser would ever send them. */
  public static final String DEFAULT_PORT_PATTERN = "(?:http://.*:80|https://.*:443)";

  private static final Pattern ORIGIN = Pattern.compile(ORIGIN_PATTERN);
  private static final Pattern DEFAULT_PORT = Pattern.compile(DEFAULT_PORT_PATTERN);
  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,16}");
  private static final Duration LONGEST = Duration.ofHours(24);

  public Cors {
    check("allowOrigins", allowOrigins, 1, Cors::requireOrigin);
    check("allowMethods", allowMethods, 1, Cors::requireMethod);
    check("allowHeaders", allowHeaders, 0, Cors::requireHeader);
    check("exposeHeaders", exposeHeaders, 0, Cors::requireHeader);
    if (allowOrigins.contains(ANY_ORIGIN) && allowOrigins.size() > 1) {
      throw new IllegalArgumentException(
          "allowOrigins has * beside other origins; * already allows every origin, write it alone");
    }
    if (allowOrigins.contains(ANY_ORIGIN) && allowCredentials) {
      throw new IllegalArgumentException(
          "allowCredentials with allowOrigins * would hand every page on the web the caller's"
              + " session; browsers refuse it: name the origins, or do not allow credentials");
    }
    if (maxAge.isNegative() || maxAge.compareTo(LONGEST) > 0 || maxAge.getNano() != 0) {
      throw new IllegalArgumentException(
          "maxAge " + maxAge + " is not a whole number of seconds in 0s..24h");
    }
    allowOrigins = List.copyOf(allowOrigins);
    allowMethods = List.copyOf(allowMethods);
    allowHeaders = List.copyOf(allowHeaders);
    exposeHeaders = List.copyOf(exposeHeaders);
  }

  @Override
  public String kindName() {
    return "cors";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  public boolean allowsAnyOrigin() {
    return allowOrigins.contains(ANY_ORIGIN);
  }

  /** Whether pages of {@code origin}, as a browser sends it, may use the route. */
  public boolean allows(String origin) {
    return allowsAnyOrigin() || allowOrigins.contains(origin);
  }

  private static void check(String list, List<String> entries, int least, Consumer<String> each) {
    if (entries.size() < least) {
      throw new IllegalArgumentException(list + " is empty: give at least " + least);
    }
    var seen = new HashSet<String>();
    for (String entry : entries) {
      each.accept(entry);
      if (!seen.add(entry)) {
        throw new IllegalArgumentException(list + " has '" + entry + "' twice");
      }
    }
  }

  private static void requireOrigin(String origin) {
    if (origin.equals(ANY_ORIGIN)) {
      return;
    }
    if (!ORIGIN.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "origin '" + origin + "' is not * or scheme://host[:port] in lower case");
    }
    if (DEFAULT_PORT.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "origin '" + origin + "' names the scheme's own port, which browsers leave out");
    }
  }

  private static void requireMethod(String method) {
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException("method '" + method + "' is not [A-Z]{3,16}");
    }
  }

  private static void requireHeader(String name) {
    HeaderName.require(name);
    if (name.equals("*")) {
      throw new IllegalArgumentException(
          "header '*' means every header to some browsers and a header called * to others; name"
              + " the headers");
    }
  }
}
