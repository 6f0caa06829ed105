package io.entente.hub.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts as they may be written: a name, an IPv4 address of four decimal numbers, or an IPv6 address
 * without a zone and without an IPv4 address in it. Every other spelling of an address is refused,
 * so that nobody reads one host where another is called.
 */
final class HostText {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)"
              + "(?:\\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");

  /** What some resolvers take for a number: the last label is one, decimal or hexadecimal. */
  private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)");

  private HostText() {}

  /** The address this is, without asking anybody; empty when it is none in the form we take. */
  static Optional<InetAddress> literal(String host) {
    if (!V4.matcher(host).matches() && !(host.contains(":") && V6.matcher(host).matches())) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      boolean asWritten = host.contains(":") == (address instanceof Inet6Address);
      return asWritten ? Optional.of(address) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether this is a name to be resolved, and cannot be taken for an address. */
  static boolean isName(String host) {
    return host.length() <= 253 && NAME.matcher(host).matches() && !NUMBER.matcher(host).matches();
  }
}
