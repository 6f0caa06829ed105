package io.entente.simulator.kong.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Rules for texts, with Kong's words for what is wrong. */
final class Texts {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~\\-\\u0080-\\uffff]+");
  private static final Pattern TAG = Pattern.compile("[ !-+\\-.0-~\\u0080-\\uffff]+");
  private static final Pattern HOSTNAME =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_.])?");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/%!$&'()*+,;=:@-]*");
  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern URL =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*).*");

  private Texts() {}

  static Optional<String> name(String name) {
    return NAME.matcher(name).matches()
        ? ok()
        : no(
            "invalid value '"
                + name
                + "': the only accepted ascii characters are alphanumerics or ., -, _, and ~");
  }

  static Optional<String> tag(String tag) {
    return TAG.matcher(tag).matches()
        ? ok()
        : no(
            "invalid tag '"
                + tag
                + "': expected printable ascii (except `,` and `/`) or valid utf-8 sequences");
  }

  static Optional<String> host(String host) {
    if (isIp(host) || HOSTNAME.matcher(host).matches()) {
      return ok();
    }
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > 0 && HOSTNAME.matcher(host.substring(0, colon)).matches();
    return no(hasPort ? "must not have a port" : "invalid value: " + host);
  }

  static Optional<String> hostPattern(String host) {
    String plain = host.replace("*", "wildcard").replaceFirst(":\\d+$", "");
    return isIp(plain) || HOSTNAME.matcher(plain).matches()
        ? ok()
        : no("invalid hostname: " + host);
  }

  static Optional<String> sni(String sni) {
    if (isIp(sni)) {
      return no("must not be an IP");
    }
    String plain = sni.replace("*", "wildcard");
    return host(plain).map(why -> why.startsWith("invalid") ? "invalid value: " + sni : why);
  }

  static Optional<String> upstreamName(String name) {
    if (isIp(name)) {
      return no("Invalid name ('" + name + "'); no ip addresses allowed");
    }
    if (HOSTNAME.matcher(name).matches()) {
      return ok();
    }
    return no(
        name.contains(":")
            ? "Invalid name ('" + name + "'); no port allowed"
            : "Invalid name ('" + name + "'); must be a valid hostname");
  }

  static Optional<String> headerName(String name) {
    return HEADER.matcher(name).matches()
        ? ok()
        : no("bad header name '" + name + "', allowed characters are A-Z, a-z, 0-9, '_', and '-'");
  }

  static Optional<String> path(String path) {
    return PATH.matcher(path).matches()
        ? encoding(path)
        : no(
            "invalid path: '"
                + path
                + "' (characters outside of the reserved list of RFC 3986 found)");
  }

  private static Optional<String> encoding(String path) {
    String rest = ENCODED.matcher(path).replaceAll("___");
    int percent = rest.indexOf('%');
    return percent < 0
        ? ok()
        : no(
            "invalid url-encoded value: '"
                + rest.substring(percent, Math.min(rest.length(), percent + 3))
                + "'");
  }

  /** A route may have any character in its path: the router normalises it. */
  static Optional<String> routerPath(String path) {
    if (!path.startsWith("~")) {
      return encoding(path);
    }
    try {
      Pattern.compile(path.substring(1));
      return ok();
    } catch (PatternSyntaxException e) {
      return no("invalid regex: '" + path.substring(1) + "' (" + e.getDescription() + ")");
    }
  }

  static Optional<String> origin(String origin) {
    if (origin.equals("*")) {
      return ok();
    }
    try {
      Pattern.compile(origin);
      return ok();
    } catch (PatternSyntaxException e) {
      return no("'" + origin + "' is not a valid regex");
    }
  }

  static Optional<String> url(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || parts.group(2) == null || parts.group(2).isEmpty()) {
      return no("missing host in url");
    }
    return parts.group(1) == null ? no("missing scheme in url") : ok();
  }

  static Optional<String> ipOrCidr(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean valid = isIp(address) && (slash < 0 || isPrefix(address, text.substring(slash + 1)));
    return valid ? ok() : no("invalid ip or cidr range: '" + text + "'");
  }

  static boolean isIp(String text) {
    if (IPV4.matcher(text).matches()) {
      for (String part : text.split("\\.", -1)) {
        if (Integer.parseInt(part) > 255) {
          return false;
        }
      }
      return true;
    }
    return IPV6.matcher(text).matches();
  }

  private static boolean isPrefix(String address, String bits) {
    return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= (address.contains(":") ? 128 : 32);
  }

  private static Optional<String> ok() {
    return Optional.empty();
  }

  private static Optional<String> no(String why) {
    return Optional.of(why);
  }
}
