package io.entente.policy;

import io.entente.policy.IpAddress.Family;
import java.math.BigInteger;

/**
 * A range of addresses: all that share the first {@code prefix} bits of {@code address}. A range of
 * IPv6 holds no IPv4 address.
 *
 * @param address the first of the range; every later bit is zero
 * @param prefix 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(IpAddress address, int prefix) {

  /** A range as text, in the syntax RE2, ECMA and Java share; a bare address is itself alone. */
  public static final String PATTERN =
      "(?:"
          + IpAddress.V4_PATTERN
          + ")(?:/(?:[0-9]|[12][0-9]|3[0-2]))?|(?:"
          + IpAddress.V6_PATTERN
          + ")(?:/(?:[0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))?";

  public Cidr {
    int width = address.family().width();
    if (prefix < 0 || prefix > width) {
      throw new IllegalArgumentException("prefix " + prefix + " is not in 0.." + width);
    }
    BigInteger network = network(address, prefix);
    if (!network.equals(address.bits())) {
      throw new IllegalArgumentException(
          "range "
              + address
              + "/"
              + prefix
              + " has host bits set; the range is "
              + new IpAddress(address.family(), network)
              + "/"
              + prefix);
    }
  }

  /** The range of {@code prefix} bits that holds {@code address}. */
  public static Cidr around(IpAddress address, int prefix) {
    return new Cidr(new IpAddress(address.family(), network(address, prefix)), prefix);
  }

  /**
   * The range in {@code text}, in any spelling; a bare address is the range of it alone.
   *
   * @throws IllegalArgumentException no range, one with host bits set, or IPv4 spelt as IPv6; the
   *     message names the range to write instead where there is one
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    IpAddress first =
        IpAddress.parse(address)
            .filter(parsed -> slash < 0 || text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}"))
            .orElseThrow(
                () -> new IllegalArgumentException("'" + text + "' is not an address or range"));
    boolean mapped = first.family() == Family.V4 && address.contains(":");
    int width = mapped ? Family.V6.width() : first.family().width();
    int prefix = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
    if (mapped && prefix <= width) {
      throw new IllegalArgumentException(
          "range "
              + text
              + " spells IPv4 as IPv6; the range is "
              + around(first, Math.max(0, prefix - 96)));
    }
    return new Cidr(first, prefix);
  }

  /** Whether {@code other} is in the range. */
  public boolean contains(IpAddress other) {
    return other.family() == address.family() && network(other, prefix).equals(address.bits());
  }

  private static BigInteger network(IpAddress address, int prefix) {
    int host = Math.max(0, address.family().width() - prefix);
    return address.bits().shiftRight(host).shiftLeft(host);
  }

  /** The canonical text, always with a prefix. */
  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
