package io.entente.policy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of IPv4 or IPv6. What IPv6 writes for an IPv4 address ({@code ::ffff:10.0.0.1}) is
 * that IPv4 address.
 *
 * @param family which of the two
 * @param bits the address as an unsigned number
 */
public record IpAddress(Family family, BigInteger bits) {

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String GROUP = "[0-9A-Fa-f]{1,4}";

  /** IPv4 as text, in the syntax RE2, ECMA and Java share. */
  static final String V4_PATTERN = OCTET + "(?:\\." + OCTET + "){3}";

  /** IPv6 as text without an IPv4 tail, in the same syntax. */
  static final String V6_PATTERN =
      ("(?:G:){7}G|(?:G:){1,7}:|(?:G:){1,6}:G|(?:G:){1,5}(?::G){1,2}|(?:G:){1,4}(?::G){1,3}"
              + "|(?:G:){1,3}(?::G){1,4}|(?:G:){1,2}(?::G){1,5}|G:(?::G){1,6}|:(?:(?::G){1,7}|:)")
          .replace("G", GROUP);

  private static final Pattern V4 = Pattern.compile(V4_PATTERN);
  private static final Pattern V6 = Pattern.compile(V6_PATTERN);
  private static final BigInteger MAPPED_PREFIX = BigInteger.valueOf(0xffff);

  /** The two kinds of address. */
  public enum Family {
    V4(32),
    V6(128);

    private final int width;

    Family(int width) {
      this.width = width;
    }

    /** Bits of an address. */
    public int width() {
      return width;
    }
  }

  public IpAddress {
    if (bits.signum() < 0 || bits.bitLength() > family.width()) {
      throw new IllegalArgumentException(
          "address " + bits.toString(16) + " does not fit " + family.width() + " bits");
    }
    if (family == Family.V6 && bits.shiftRight(32).equals(MAPPED_PREFIX)) {
      family = Family.V4;
      bits = bits.and(BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE));
    }
  }

  /** The address in {@code text}, in any spelling; empty when it is none, or has a zone. */
  public static Optional<IpAddress> parse(String text) {
    if (V4.matcher(text).matches()) {
      return Optional.of(new IpAddress(Family.V4, v4(text)));
    }
    String groups = withoutDots(text);
    return V6.matcher(groups).matches()
        ? Optional.of(new IpAddress(Family.V6, v6(groups)))
        : Optional.empty();
  }

  /** IPv6 may write its last two groups as IPv4. */
  private static String withoutDots(String text) {
    int tail = text.lastIndexOf(':') + 1;
    if (tail == 0 || !V4.matcher(text.substring(tail)).matches()) {
      return text;
    }
    int bits = v4(text.substring(tail)).intValue();
    return text.substring(0, tail)
        + Integer.toHexString(bits >>> 16)
        + ":"
        + Integer.toHexString(bits & 0xffff);
  }

  private static BigInteger v4(String text) {
    long bits = 0;
    for (String octet : text.split("\\.", -1)) {
      bits = bits << 8 | Integer.parseInt(octet);
    }
    return BigInteger.valueOf(bits);
  }

  private static BigInteger v6(String text) {
    int gap = text.indexOf("::");
    List<String> groups = groups(gap < 0 ? text : text.substring(0, gap));
    List<String> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
    while (groups.size() + tail.size() < 8) {
      groups.add("0");
    }
    groups.addAll(tail);
    BigInteger bits = BigInteger.ZERO;
    for (String group : groups) {
      bits = bits.shiftLeft(16).or(BigInteger.valueOf(Integer.parseInt(group, 16)));
    }
    return bits;
  }

  private static List<String> groups(String text) {
    return text.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(text.split(":", -1)));
  }

  /** The one spelling that RFC 5952 chooses. */
  @Override
  public String toString() {
    int part = family == Family.V4 ? 8 : 16;
    var parts = new ArrayList<String>();
    for (int shift = family.width() - part; shift >= 0; shift -= part) {
      int value = bits.shiftRight(shift).intValue() & ((1 << part) - 1);
      parts.add(family == Family.V4 ? Integer.toString(value) : Integer.toHexString(value));
    }
    return family == Family.V4 ? String.join(".", parts) : withGap(parts);
  }

  /** The longest run of at least two zero groups, the first of equals, becomes {@code ::}. */
  private static String withGap(List<String> groups) {
    int at = 0;
    int length = 1;
    for (int from = 0; from < groups.size(); from++) {
      int to = from;
      while (to < groups.size() && groups.get(to).equals("0")) {
        to++;
      }
      if (to - from > length) {
        at = from;
        length = to - from;
      }
    }
    if (length < 2) {
      return String.join(":", groups);
    }
    return String.join(":", groups.subList(0, at))
        + "::"
        + String.join(":", groups.subList(at + length, groups.size()));
  }
}
