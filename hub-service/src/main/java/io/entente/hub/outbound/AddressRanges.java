package io.entente.hub.outbound;

import java.net.InetAddress;
import java.util.List;

/** What kind of place an address is. */
enum AddressRanges {
  /** Never called: of this link, of many, of a cloud's metadata, reserved, or of another family. */
  FORBIDDEN,
  /** This machine or a private network: called only where a setting names the range. */
  LOCAL,
  /** Everything else. */
  PUBLIC;

  private static final List<Cidr> NEVER =
      ranges(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          // Metadata and platform services of clouds that use other ranges.
          "100.100.100.200/32",
          "168.63.129.16/32",
          "fd00:ec2::/32",
          "fd20:ce::/32",
          // Teredo, 6to4 and documentation, which are part of 2000::/3.
          "2001::/32",
          "2001:db8::/32",
          "2002::/16");

  private static final List<Cidr> OURS =
      ranges(
          "127.0.0.0/8",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "198.18.0.0/15",
          "::1/128",
          "fc00::/7");

  private static final Cidr GLOBAL_V6 = Cidr.parse("2000::/3");

  static AddressRanges of(InetAddress address) {
    if (in(NEVER, address)) {
      return FORBIDDEN;
    }
    if (in(OURS, address)) {
      return LOCAL;
    }
    boolean v4 = address.getAddress().length == 4;
    return v4 || GLOBAL_V6.contains(address) ? PUBLIC : FORBIDDEN;
  }

  private static boolean in(List<Cidr> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<Cidr> ranges(String... texts) {
    return List.of(texts).stream().map(Cidr::parse).toList();
  }
}
