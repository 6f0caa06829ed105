package io.entente.hub.outbound;

import java.net.InetAddress;

/**
 * A range of addresses.
 *
 * @param address any address of the range
 * @param bits how many of its leading bits say what is in the range
 */
record Cidr(InetAddress address, int bits) {

  Cidr {
    if (bits < 0 || bits > address.getAddress().length * 8) {
      throw new IllegalArgumentException("a range of " + bits + " bits is not possible");
    }
  }

  /** Reads {@code 10.0.0.0/8} or {@code fd00::/8}. */
  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    var address = slash < 0 ? null : HostText.literal(text.substring(0, slash)).orElse(null);
    if (address == null || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a range of addresses such as 10.0.0.0/8 or fd00::/8");
    }
    return new Cidr(address, Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress other) {
    byte[] range = address.getAddress();
    byte[] given = other.getAddress();
    if (range.length != given.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((range[bit / 8] & mask) != (given[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
